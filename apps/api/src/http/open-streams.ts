import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Fault } from '@heard/core';
import type { FastifyReply } from 'fastify';
import { API_OPTIONS, type ApiOptions } from '../options.js';
import { HttpProblem } from './problem.js';

const longestMs = 30 * 60_000;
const mostStreams = 2_000;
/** Tabs of one session, or connections of one key: nobody takes the streams of all others. */
const mostOfOne = 20;
/** A reader this far behind has gone, or will ask anew. */
const mostWaitingBytes = 64 * 1024;

/** One stream of events (text/event-stream). */
export interface EventStream {
  event(name: string, data: object): void;
  onEnd(then: () => void): void;
  end(): void;
}

/** Who reads a stream. */
export interface StreamReader {
  /** The same for all streams of one session or key. */
  readonly id: string;
  /** Asked at every heartbeat; the stream ends when it says no. */
  readonly stillIn: () => Promise<boolean>;
}

/** The streams of this process; all end when the api stops. */
@Injectable()
export class OpenStreams implements OnModuleDestroy {
  /** How each stream is ended, and whose it is. */
  private readonly streams = new Map<() => void, string>();

  constructor(@Inject(API_OPTIONS) private readonly options: Pick<ApiOptions, 'heartbeatMs'>) {}

  /** Takes the reply over and keeps it open. */
  open(reply: FastifyReply, reader: StreamReader): EventStream {
    this.refuseTooMany(reader);
    const { raw } = reply;
    if (raw.destroyed) throw new HttpProblem(408, 'gone', 'The caller has gone.');
    reply.hijack();
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const ends: (() => void)[] = [];
    const write = (text: string): void => {
      if (raw.writableLength > mostWaitingBytes) raw.destroy();
      else raw.write(text);
    };
    const end = (): void => void raw.end();
    const heartbeat = setInterval(() => {
      write(': still here\n\n');
      // A database that is down for now says nothing of the session.
      reader.stillIn().then(
        (isIn) => isIn || end(),
        () => undefined,
      );
    }, this.options.heartbeatMs);
    const tooLong = setTimeout(end, longestMs);
    this.streams.set(end, reader.id);
    raw.on('close', () => {
      clearInterval(heartbeat);
      clearTimeout(tooLong);
      this.streams.delete(end);
      for (const then of ends) then();
    });
    write(': hello\n\n');
    return {
      event: (name, data) => write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
      onEnd: (then) => void ends.push(then),
      end,
    };
  }

  onModuleDestroy(): void {
    for (const end of this.streams.keys()) end();
  }

  private refuseTooMany(reader: StreamReader): void {
    const own = [...this.streams.values()].filter((id) => id === reader.id).length;
    if (own >= mostOfOne) {
      throw new Fault('throttled', `You have ${mostOfOne} live streams open; close some first.`, {
        code: 'too_many_streams',
      });
    }
    if (this.streams.size < mostStreams) return;
    throw new HttpProblem(
      503,
      'too_many_streams',
      'Too many live streams; ask for changes every 15 seconds.',
    );
  }
}
