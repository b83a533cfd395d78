import { ApiProblem, type ProblemBody } from './problem.js';

const apiRoot = '/api/v1';
const timeoutMs = 20_000;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

function isProblem(body: unknown): body is Partial<ProblemBody> {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (response.ok) throw new ApiProblem({ status: 502, code: 'not_json' }, cause);
    return undefined;
  }
}

async function send(method: Method, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(apiRoot + path, {
      method,
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem({ status: 0, code: 'offline' }, cause);
  }
}

/** One call of the API. What comes back is trusted to have the shape of the contract; a no is an `ApiProblem`. */
async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(method, path, body, signal);
  const answer = await readJson(response);
  if (response.ok) return answer as T;
  const said = isProblem(answer) ? answer : {};
  throw new ApiProblem({ code: `http_${response.status}`, ...said, status: response.status });
}

/** The API, by verb. */
export const api = {
  get: <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>('GET', path, undefined, signal),
  post: <T>(path: string, body: unknown = {}): Promise<T> => call<T>('POST', path, body),
  put: <T>(path: string, body: unknown): Promise<T> => call<T>('PUT', path, body),
  patch: <T>(path: string, body: unknown): Promise<T> => call<T>('PATCH', path, body),
  remove: (path: string): Promise<void> => call<void>('DELETE', path),
};

/** A query string of what is set; lists are joined by commas. */
export function queryString(values: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) if (value) params.set(key, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
