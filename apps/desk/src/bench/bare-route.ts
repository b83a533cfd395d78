import { fastify } from 'fastify';

/** The peer of the webhooks: a route that reads the body and answers 200, and does nothing else. */
const server = fastify();
server.removeAllContentTypeParsers();
server.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);
server.post('/', async (_request, reply) => reply.status(200).send());
const address = await server.listen({ port: 0, host: '127.0.0.1' });
process.stderr.write(`${JSON.stringify({ msg: 'ready', address })}\n`);
