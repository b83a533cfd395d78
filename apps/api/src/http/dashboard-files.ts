import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const notPages = /^\/(?:api|health)(?:\/|$)/u;
const yearMs = 365 * 86_400_000;

/**
 * Serves the built dashboard: its files by name, and its page for every other address that a browser opens. Only names
 * that were there at the start are files; Vite puts a hash of the content into the names below `assets/`.
 */
export async function serveDashboard(server: FastifyInstance, dashboardDir: string): Promise<void> {
  const files = await filesIn(dashboardDir);
  await server.register(fastifyStatic, { root: dashboardDir, serve: false, index: false });
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request.url);
    const file = path.slice(1);
    if (file.startsWith('assets/') && files.has(file)) {
      return reply.sendFile(file, { maxAge: yearMs, immutable: true });
    }
    if (file !== 'index.html' && files.has(file)) return reply.sendFile(file, { maxAge: 3_600_000 });
    const isPage = !notPages.test(path) && accepts(request) && files.has('index.html');
    if (!isPage) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
  });
}

function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '/';
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** A missing picture or script is not answered with a page. */
function accepts(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/html') ?? false;
}

async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Set(names.map((name) => name.split(sep).join('/')));
}
