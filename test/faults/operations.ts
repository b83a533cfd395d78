import type { Caller } from './caller.js';

type Schema = Readonly<Record<string, unknown>>;

/** One operation of the API, as its own document describes it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly string[];
  readonly queries: readonly string[];
  readonly body: Schema | undefined;
  /** The path with this id for every parameter. */
  readonly pathWith: (id: string) => string;
  /** A sound body with this id wherever an id may stand; undefined where the operation takes none. */
  readonly bodyWith: (id: string) => Record<string, unknown> | undefined;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Every operation that the running API says it has. */
export async function operationsOf(caller: Caller): Promise<readonly Operation[]> {
  const document = (await caller.get('/api/openapi.json')).json as unknown as Document;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operationOf(document, path, method, described)),
  );
}

function operationOf(document: Document, path: string, method: string, described: Described): Operation {
  const schema = described.requestBody?.content['application/json']?.schema;
  const body = schema && followed(document, schema);
  const named = (place: string): string[] =>
    (described.parameters ?? []).filter((each) => each.in === place).map(({ name }) => name);
  return {
    id: described.operationId,
    method: method.toUpperCase(),
    path,
    parameters: named('path'),
    queries: named('query'),
    body,
    pathWith: (id) => path.replaceAll(/\{\w+\}/gu, id),
    bodyWith: (id) => body && (exampleOf(document, body, id) as Record<string, unknown>),
  };
}

/** The schema behind a reference, and the first of alternatives. */
function followed(document: Document, schema: Schema): Schema {
  const [first] = (schema['oneOf'] ?? schema['allOf'] ?? []) as Schema[];
  if (first) return followed(document, first);
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  return followed(document, document.components.schemas[reference.split('/').at(-1) ?? ''] ?? {});
}

/** A value that the schema allows. */
export function exampleOf(document: Document, asked: Schema, id: string): unknown {
  const schema = followed(document, asked);
  const [word] = (schema['enum'] ?? []) as unknown[];
  if (word !== undefined) return word;
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).map(([name, inner]) => [
          name,
          exampleOf(document, inner, id),
        ]),
      );
    case 'array':
      return schema['items'] ? [exampleOf(document, schema['items'] as Schema, id)] : [];
    case 'integer':
    case 'number':
      return schema['minimum'] ?? 1;
    case 'boolean':
      return true;
    default:
      return textOf(schema, id);
  }
}

function textOf({ format, pattern, example }: Schema, id: string): string {
  if (typeof example === 'string') return example;
  if (format === 'email') return `${id}@rival.example`;
  if (format === 'date-time') return new Date(Date.now() + 3_600_000).toISOString();
  if (typeof pattern === 'string' && pattern.startsWith('^\\d{4}')) return '2027-01-02';
  // A step of the escalation names a part or a person.
  if (typeof pattern === 'string' && pattern.includes('[0-9a-f]{8}')) return id;
  if (format === 'password') return 'a long enough password';
  return format === 'uuid' ? id : 'some text';
}
