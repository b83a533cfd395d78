import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { asText, describeApi } from './open-api.js';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

const open = [
  'signIn',
  'getAlertLink',
  'takeByAlertLink',
  'getOutcomeLink',
  'sayOutcome',
  'getReportLink',
  'isLive',
  'isReady',
];

let document: OpenAPIObject;
let operations: { at: string; operation: Operation & { 'x-needs'?: { role?: string } } }[];
beforeAll(async () => {
  document = await describeApi();
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
      at: `${method} ${path}`,
      operation,
    })),
  );
});

test('no two shapes have one name, of which the description would show one only', () => {
  const folders = ['apps/api/src/dto', 'apps/api/src/views'];
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const names = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export class (\w+(?<!Query))\b/gmu)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('the description in the repository is the one the code gives', () => {
  const kept = readFileSync(join(process.cwd(), 'docs/openapi.json'), 'utf8');
  // Else: npm run build && node dist/apps/api/src/write-open-api.js
  expect(kept).toBe(asText(document));
});

test('the description is OpenAPI 3.1 and refers to nothing that is not there', () => {
  expect(document.openapi).toBe('3.1.0');
  const referred = [...asText(document).matchAll(/"#\/components\/schemas\/([^"]*)"/gu)].map(
    ([, name]) => name,
  );
  const known = Object.keys(document.components?.schemas ?? {});
  expect(referred.filter((name) => !known.includes(name ?? ''))).toEqual([]);
});

test('every operation has a name of its own, a summary, its needs and its problems', () => {
  expect(operations.length).toBeGreaterThan(45);
  const names = operations.map(({ operation }) => operation.operationId ?? '');
  expect(new Set(names).size).toBe(names.length);
  for (const { at, operation } of operations) {
    const isOpen = open.includes(operation.operationId ?? '');
    expect({
      at,
      summary: (operation.summary ?? '') !== '',
      secured: (operation.security ?? []).length > 0,
      needs: operation['x-needs']?.role !== undefined,
      problems: Object.keys(operation.responses['default']?.content ?? {}),
      answers: Object.keys(operation.responses).filter((status) => status.startsWith('2')).length,
    }).toEqual({
      at,
      summary: true,
      secured: !isOpen,
      needs: !isOpen,
      problems: ['application/problem+json'],
      answers: 1,
    });
  }
});
