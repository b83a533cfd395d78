import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** How the news of the service reaches this page. */
export type LiveState = 'connecting' | 'live' | 'polling';

const pollMs = 15_000;
const gatherMs = 400;
const keysByKind: Readonly<Record<string, readonly string[]>> = {
  case: ['cases', 'case', 'alerts', 'checks'],
  mention: ['cases', 'case', 'checks', 'accuracy'],
  alert: ['alerts', 'cases', 'case'],
  source: ['sources'],
  letter: ['letters'],
  suggestion: ['suggestions'],
  cause: ['causes'],
  incident: ['incidents'],
};
const liveKeys = [
  'cases',
  'case',
  'alerts',
  'sources',
  'letters',
  'suggestions',
  'causes',
  'incidents',
  'checks',
];

let state: LiveState = 'connecting';
const listeners = new Set<() => void>();

function become(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribe, () => state);
}

function kindOf(data: unknown): string | undefined {
  try {
    const change: unknown = JSON.parse(String(data));
    const kind = typeof change === 'object' && change !== null && 'kind' in change ? change.kind : undefined;
    return typeof kind === 'string' ? kind : undefined;
  } catch {
    // News that cannot be read still is news: everything is asked again.
    return undefined;
  }
}

/** Keeps what is on screen current: by events while the stream stands, by asking again while it does not. */
export function startLive(client: QueryClient): () => void {
  const waiting = new Set<string>();
  let gather: ReturnType<typeof setTimeout> | undefined;

  const refresh = (keys: readonly string[]): void => {
    for (const key of keys) waiting.add(key);
    gather ??= setTimeout(() => {
      gather = undefined;
      for (const key of waiting) void client.invalidateQueries({ queryKey: [key] });
      waiting.clear();
    }, gatherMs);
  };

  let stream: EventSource;
  let reopen: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    stream = new EventSource('/api/v1/live');
    stream.addEventListener('open', () => {
      if (state === 'polling') refresh(liveKeys);
      become('live');
    });
    stream.addEventListener('change', (event) => refresh(keysByKind[kindOf(event.data) ?? ''] ?? liveKeys));
    stream.addEventListener('error', () => {
      become('polling');
      // A browser gives up for good after an answer that is no stream, such as a 503.
      if (stream.readyState === EventSource.CLOSED) reopen = setTimeout(open, pollMs);
    });
  };
  open();
  const poll = setInterval(() => {
    if (state !== 'live') refresh(liveKeys);
  }, pollMs);

  return () => {
    stream.close();
    clearTimeout(reopen);
    clearInterval(poll);
    clearTimeout(gather);
    become('connecting');
  };
}
