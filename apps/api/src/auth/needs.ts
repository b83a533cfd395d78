import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Role } from '@heard/core';
import type { Scope } from '@heard/staff';

/** What a handler asks of its caller; `open` asks nothing. */
export type Need =
  | 'open'
  | {
      /** What a program's key must be good for; without one, only people with a session are let in. */
      readonly scope?: Scope;
      /** What a person must at least be. */
      readonly role: Role;
    };

/** Where the guard finds it. */
export const NEED = 'heard:need';

/** Lets in programs with the scope, and people of at least the role. */
export function Needs(scope: Scope, role: Role): MethodDecorator {
  return applyDecorators(
    SetMetadata(NEED, { scope, role } satisfies Need),
    ApiBearerAuth('key'),
    ApiCookieAuth('session'),
    ApiExtension('x-needs', { scope, role }),
  );
}

/** Lets in people of at least the role; no program. */
export function NeedsPerson(role: Role): MethodDecorator {
  return applyDecorators(
    SetMetadata(NEED, { role } satisfies Need),
    ApiCookieAuth('session'),
    ApiExtension('x-needs', { role }),
  );
}

/** Lets in everybody. */
export function Open(): MethodDecorator {
  return SetMetadata(NEED, 'open' satisfies Need);
}
