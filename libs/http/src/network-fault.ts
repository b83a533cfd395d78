import { Fault, isFault } from '@heard/core';
import { proxyFault } from './proxy-fault.js';
import { redact } from './redact.js';

interface NetworkError {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** Turns an error of the network layer into a fault; the original is not kept, since it carries headers and queries. */
export function networkFault(
  what: string,
  error: unknown,
  { maxBytes, isProxied }: { readonly maxBytes: number; readonly isProxied: boolean },
): Fault {
  const refused = faultIn(error);
  if (refused) return refused;
  const messages = messagesOf(error);
  if (messages.some((text) => /is not allowed\. Because/i.test(text))) {
    return new Fault('refused', `${what}: private and local addresses are not called`, {
      code: 'private_address',
    });
  }
  if (messages.some((text) => /maxContentLength/.test(text))) {
    return new Fault('unavailable', `${what}: the answer is larger than ${maxBytes} bytes`, {
      code: 'body_too_large',
    });
  }
  const code = codeOf(error) ?? 'network';
  const ofProxy = isProxied ? proxyFault(what, messages, code) : undefined;
  if (ofProxy) return ofProxy;
  const cause = new Error(redact(messages[0] ?? 'network failure'));
  return new Fault('unavailable', `${what}: no answer (${code})`, { code: 'network', cause });
}

/** Our own refusal, raised while connecting. */
function faultIn(error: unknown): Fault | undefined {
  if (isFault(error)) return error;
  if (typeof error !== 'object' || error === null) return undefined;
  return faultIn((error as NetworkError).cause);
}

function messagesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 3) return [];
  const { message, cause } = error as NetworkError;
  return [...(typeof message === 'string' ? [message] : []), ...messagesOf(cause, depth + 1)];
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, cause } = error as NetworkError;
  return typeof code === 'string' ? code : codeOf(cause);
}
