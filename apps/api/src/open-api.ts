import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ApiModule } from './api.module.js';
import { silent } from './log.js';
import { extraModels } from './operation.js';
import type { ApiOptions } from './options.js';
import type { ApiParts } from './ports/index.js';

const about = `The service API of Heard.

Programs show an API key: \`Authorization: Bearer hk_…\`; people who are signed in have a cookie. \`x-needs\` of an operation names
the scope a key must have and the role a person must at least be; without a scope it is for people only.
Lists come in pages: pass \`nextCursor\` back as \`cursor\` until there is none. Every error is a problem (RFC 9457) with a \`code\`.`;

/** The description of the API, as the code has it. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Heard')
    .setDescription(about)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key, hk_….' }, 'key')
    .addCookieAuth(
      'heard',
      { type: 'apiKey', in: 'cookie', description: '`__Host-heard` over https.' },
      'session',
    )
    .build();
  return SwaggerModule.createDocument(app, config, { extraModels });
}

/** The description without a running service: it is read off the classes, and no part is ever called. */
export async function describeApi(): Promise<OpenAPIObject> {
  const options: ApiOptions = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: new URL('http://127.0.0.1'),
    trustProxies: [],
    heartbeatMs: 0,
    clock: { now: () => new Date(0) },
    log: silent,
  };
  const app = await NestFactory.create(ApiModule.over({} as ApiParts, options), new FastifyAdapter(), {
    logger: false,
  });
  try {
    return openApiOf(app);
  } finally {
    await app.close();
  }
}

/** The text of the file in the repository. */
export function asText(document: OpenAPIObject): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** Writes the description, and says whether that changed the file. */
export async function writeOpenApi(path: string): Promise<{ readonly changed: boolean }> {
  const text = asText(await describeApi());
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before === text) return { changed: false };
  await writeFile(path, text);
  return { changed: true };
}
