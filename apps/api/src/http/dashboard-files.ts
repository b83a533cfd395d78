import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiLog } from '../log.js';

/** Pages behind links of customers: their address is a secret, and what they show is for one reader. */
const customersPages = /^\/(?:how|report)\//u;
const notPages = /^\/(?:api|health)(?:\/|$)/u;
const zipped = promisify(gzip);
/** Below this, a smaller body saves no packet. */
const worthZippingBytes = 1_400;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

interface File {
  readonly body: Buffer;
  readonly zippedBody?: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
}

/**
 * Serves the built dashboard from memory (it is a megabyte or two): its files by name, and its page for every other
 * address that a browser opens. No path of a request ever reaches the disk.
 */
export async function serveDashboard(
  server: FastifyInstance,
  dashboardDir: string,
  log: ApiLog,
): Promise<void> {
  const files = await readFiles(dashboardDir);
  if (!files.has('/index.html')) log.warn({ dashboardDir }, 'the dashboard is not built: run npm run build');
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const file = files.get(path) ?? (isPage(path, request) ? files.get('/index.html') : undefined);
    if (!file) return reply.callNotFound();
    if (!customersPages.test(path)) return send(file, request, reply);
    void reply.headers({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
    return send({ ...file, cacheControl: 'no-store' }, request, reply);
  });
}

/** A missing picture or script is not answered with a page. */
function isPage(path: string, { headers }: FastifyRequest): boolean {
  return !notPages.test(path) && (headers.accept?.includes('text/html') ?? false);
}

function send(file: File, { headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.headers({ etag: file.etag, 'cache-control': file.cacheControl, vary: 'accept-encoding' });
  if (headers['if-none-match'] === file.etag) return reply.code(304).send();
  void reply.type(file.type);
  const takesGzip = /\bgzip\b/u.test(String(headers['accept-encoding'] ?? ''));
  if (!file.zippedBody || !takesGzip) return reply.send(file.body);
  return reply.header('content-encoding', 'gzip').send(file.zippedBody);
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, File>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(noFolder);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, File]> => {
        const name = `/${relative(folder, path).split(sep).join('/')}`;
        return [name, await fileOf(name, await readFile(path))];
      }),
    ),
  );
}

/** An api whose dashboard was not built still serves programs. */
function noFolder(error: unknown): [] {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return [];
  throw error;
}

/** Vite puts a hash of the content into the names below `assets/`: they never change. */
async function fileOf(name: string, body: Buffer): Promise<File> {
  const type = types[extname(name)] ?? 'application/octet-stream';
  const isText = /^text|json|svg/u.test(type);
  return {
    body,
    ...(isText && body.length > worthZippingBytes && { zippedBody: await zipped(body) }),
    type,
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    cacheControl: name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
