import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HttpProblem } from './problem.js';

const heartbeatMs = 15_000;
/** A session that has ended meanwhile is noticed when the stream is opened again. */
const longestMs = 30 * 60_000;
const mostStreams = 2_000;
/** A reader this far behind has gone, or will ask anew. */
const mostWaitingBytes = 64 * 1024;

/** One stream of events (text/event-stream). */
export interface EventStream {
  event(name: string, data: object): void;
  onEnd(then: () => void): void;
  end(): void;
}

/** The streams of this process; all end when the api stops. */
@Injectable()
export class OpenStreams implements OnModuleDestroy {
  private readonly streams = new Set<() => void>();

  /** Takes the reply over and keeps it open. */
  open(reply: FastifyReply): EventStream {
    if (this.streams.size >= mostStreams) {
      throw new HttpProblem(
        503,
        'too_many_streams',
        'Too many live streams; ask for changes every 15 seconds.',
      );
    }
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
    const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
    const tooLong = setTimeout(end, longestMs);
    this.streams.add(end);
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
    for (const end of this.streams) end();
  }
}
