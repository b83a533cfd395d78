import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Actor, Fault } from '@heard/core';
import type { KeyHolder, SignedIn } from '@heard/staff';
import type { FastifyRequest } from 'fastify';

/** Who is asking: a person with a session, or a program with a key. */
export type Caller = {
  readonly workspaceId: string;
  readonly actor: Actor;
  /** False from when the session ended or the key was revoked. */
  readonly stillIn: () => Promise<boolean>;
} & (
  | { readonly kind: 'person'; readonly session: SignedIn }
  | { readonly kind: 'program'; readonly key: KeyHolder }
);

const callers = new WeakMap<FastifyRequest, Caller>();

/** Remembers who asks, for the length of the request. */
export function rememberCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/** A person who is signed in. */
export function personCaller(session: SignedIn, stillIn: Caller['stillIn']): Caller {
  const { id: staffId, role } = session.person;
  const actor = { kind: 'person', staffId, role } as const;
  return { kind: 'person', workspaceId: session.workspace.id, actor, stillIn, session };
}

/** A program that showed its key. */
export function programCaller(key: KeyHolder, stillIn: Caller['stillIn']): Caller {
  const actor = { kind: 'program', keyId: key.keyId } as const;
  return { kind: 'program', workspaceId: key.workspaceId, actor, stillIn, key };
}

/** Who is asking; the guard has let them in. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!caller) throw new Fault('bug', 'A handler that is open to all asks who is calling.');
  return caller;
});

/** The person who acts; the guard has refused programs. */
export function personActing({ actor }: Caller): Extract<Actor, { readonly kind: 'person' }> {
  if (actor.kind === 'person') return actor;
  throw new Fault('bug', 'A handler for programs asks which person acts.');
}

/** The session of the person who is asking; the guard has refused programs. */
export const Signed = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (caller?.kind !== 'person') throw new Fault('bug', 'A handler for programs asks for a session.');
  return caller.session;
});
