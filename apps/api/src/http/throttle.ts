import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Fault } from '@heard/core';
import type { FastifyRequest } from 'fastify';
import { API_OPTIONS, type ApiOptions } from '../options.js';

const PER_MINUTE = 'heard:per-minute';
const windowMs = 60_000;
const mostKept = 20_000;

/** At most so many requests a minute from one network address, for what can be guessed at without a session. */
export function Throttled(perMinute: number): MethodDecorator {
  return SetMetadata(PER_MINUTE, perMinute);
}

interface Count {
  requests: number;
  readonly endsAt: number;
}

/** Counts in memory, each process for itself; the oldest counts go first when there are too many addresses. */
@Injectable()
export class ThrottleGuard implements CanActivate {
  private readonly counts = new Map<string, Count>();

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const perMinute = this.reflector.get<number | undefined>(PER_MINUTE, context.getHandler());
    if (perMinute === undefined) return true;
    const { ip } = context.switchToHttp().getRequest<FastifyRequest>();
    const count = this.countOf(`${context.getClass().name}.${context.getHandler().name} ${ip}`);
    count.requests += 1;
    if (count.requests <= perMinute) return true;
    throw new Fault('throttled', 'Too many requests from your network address; wait a minute.', {
      code: 'too_many_requests',
      retryAt: new Date(count.endsAt),
    });
  }

  private countOf(key: string): Count {
    const now = this.options.clock.now().getTime();
    const known = this.counts.get(key);
    if (known && known.endsAt > now) return known;
    this.counts.delete(key);
    const [oldest] = this.counts.keys();
    if (oldest !== undefined && this.counts.size >= mostKept) this.counts.delete(oldest);
    const fresh = { requests: 0, endsAt: now + windowMs };
    this.counts.set(key, fresh);
    return fresh;
  }
}
