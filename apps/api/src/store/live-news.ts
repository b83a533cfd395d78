import pg from 'pg';
import { type ApiLog, errorFields, silent } from '../log.js';
import type { LiveListener, LivePart } from '../ports/index.js';

/** Where other processes say what changed: `select pg_notify('heard_live', '{"w":"<workspace id>","kind":"case","id":"…"}')`. */
export const liveChannel = 'heard_live';

const firstPauseMs = 250;
const longestPauseMs = 10_000;
const keepAliveMs = 10_000;

/**
 * News from the database: one connection of this process listens for all workspaces. When the connection is lost,
 * every listener is told that news may have been missed, and it is made anew with growing pauses.
 */
export class LiveNews implements LivePart {
  private readonly listeners = new Map<string, Set<LiveListener>>();
  private client: pg.Client | undefined;
  private pauseMs = firstPauseMs;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  private constructor(
    private readonly databaseUrl: string,
    private readonly log: ApiLog,
  ) {}

  /** Begins to listen; a database that does not answer yet is tried again. */
  static async start(databaseUrl: string, log: ApiLog = silent): Promise<LiveNews> {
    const news = new LiveNews(databaseUrl, log);
    await news.connect();
    return news;
  }

  subscribe(workspaceId: string, listener: LiveListener): () => void {
    const known = this.listeners.get(workspaceId) ?? new Set();
    this.listeners.set(workspaceId, known.add(listener));
    return () => {
      known.delete(listener);
      if (known.size === 0 && this.listeners.get(workspaceId) === known) this.listeners.delete(workspaceId);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.client = undefined;
    await client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      connectionTimeoutMillis: 5_000,
      application_name: 'heard live',
      // A connection that only listens notices a dead peer by nothing else.
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveMs,
    });
    let ended = false;
    const end = (error?: unknown): void => {
      if (ended) return;
      ended = true;
      this.lost(client, error);
    };
    client.on('error', end);
    client.on('end', () => end());
    client.on('notification', ({ payload }) => this.tell(payload));
    try {
      await client.connect();
      await client.query(`listen ${liveChannel}`);
      this.client = client;
      this.pauseMs = firstPauseMs;
    } catch (error) {
      end(error);
    }
  }

  private lost(client: pg.Client, error: unknown): void {
    if (this.closed) return;
    const wasListening = this.client === client;
    this.client = undefined;
    client
      .end()
      .catch((cause: unknown) => this.log.info({ error: errorFields(cause) }, 'live: connection gone'));
    this.log.warn({ error: errorFields(error), pauseMs: this.pauseMs }, 'live: not listening, trying again');
    if (wasListening) for (const each of [...this.listeners.values()].flatMap((set) => [...set])) each.lost();
    this.timer = setTimeout(() => void this.connect(), this.pauseMs);
    this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
  }

  private tell(payload: string | undefined): void {
    const change = readChange(payload);
    if (!change) {
      this.log.warn({ channel: liveChannel }, 'live: unreadable news');
      return;
    }
    const { w, kind, id } = change;
    for (const listener of this.listeners.get(w) ?? []) listener.changed({ kind, id });
  }
}

function readChange(payload: string | undefined): { w: string; kind: string; id: string } | undefined {
  try {
    const value: unknown = JSON.parse(payload ?? '');
    if (typeof value !== 'object' || value === null) return undefined;
    const { w, kind, id } = value as Partial<Record<string, unknown>>;
    return typeof w === 'string' && typeof kind === 'string' && typeof id === 'string'
      ? { w, kind, id }
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
