import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { HttpClient, HttpRequest, HttpResponse } from '@heard/http';
import { multipartFields } from './multipart.js';
import { wireOf, type Wire } from './wire.js';

/** One call as it went over the wire, both ways. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
}

/** A client that keeps what it sent and got. */
export function recording(http: HttpClient): HttpClient & { readonly exchanges: Exchange[] } {
  const exchanges: Exchange[] = [];
  return {
    exchanges,
    request: async (request) => {
      const response = await http.request(request);
      exchanges.push({ request, response });
      return response;
    },
    addressOf: (host, port) => http.addressOf(host, port),
    close: () => http.close(),
  };
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
};
const LOOSE_FORMATS = ['int32', 'int64', 'double', 'float', 'binary'];

const CONTENT_TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/problem+json',
  'multipart/form-data',
];

/** A vendor's OpenAPI 3.0 document, which neither our client nor our made-up platform was written from. */
export class OpenApi {
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  private readonly document: Wire;

  /** `file` is the JSON document. */
  constructor(file: URL) {
    this.document = wireOf(JSON.parse(readFileSync(file, 'utf8')));
    for (const [name, pattern] of Object.entries(FORMATS)) this.ajv.addFormat(name, pattern);
    for (const name of LOOSE_FORMATS) this.ajv.addFormat(name, true);
    this.ajv.addSchema(this.document, 'api');
  }

  /** What in this exchange is not as the document says; empty when all is. */
  problemsOf({ request, response }: Exchange): string[] {
    const url = new URL(request.url);
    const [template, item] = this.pathOf(url.pathname);
    const method = request.method.toLowerCase();
    const operation = wireOf(item[method]);
    const at = ['paths', template, method];
    if (operation['responses'] === undefined) return [`${request.method} ${url.pathname} is not documented`];
    const shared = listAt(item['parameters']).map((_, index) => [
      'paths',
      template,
      'parameters',
      String(index),
    ]);
    const own = listAt(operation['parameters']).map((_, index) => [...at, 'parameters', String(index)]);
    const answer = wireOf(operation['responses'])[String(response.status)];
    return [
      ...this.queryProblems({ ...request.query }, [...shared, ...own]),
      ...this.headerProblems(request.headers ?? {}),
      ...(operation['requestBody'] === undefined
        ? []
        : this.bodyProblems([...at, 'requestBody'], sentOf(request))),
      ...(answer === undefined
        ? [`status ${response.status} is not documented`]
        : this.bodyProblems([...at, 'responses', String(response.status)], parsed(response.text))),
    ].map((problem) => `${request.method} ${template} ${response.status}: ${problem}`);
  }

  private pathOf(path: string): [string, Wire] {
    for (const [template, item] of Object.entries(wireOf(this.document['paths']))) {
      if (new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path))
        return [template, wireOf(item)];
    }
    return [path, {}];
  }

  private queryProblems(query: Readonly<Record<string, unknown>>, pointers: readonly string[][]): string[] {
    const known = pointers.flatMap((pointer) => {
      const [found, at] = this.resolve(pointer);
      return found['in'] === 'query' ? [{ found, at, name: String(found['name']) }] : [];
    });
    const unknown = Object.keys(query).filter((name) => !known.some((each) => each.name === name));
    return [
      ...unknown.map((name) => `unknown query parameter ${name}`),
      ...known.flatMap(({ found, at, name }) => {
        const value = query[name];
        if (value === undefined)
          return found['required'] === true ? [`query parameter ${name} is missing`] : [];
        return this.schemaProblems([...at, 'schema'], typed(value, wireOf(found['schema'])), `query ${name}`);
      }),
    ];
  }

  private headerProblems(headers: Readonly<Record<string, string>>): string[] {
    const schemes = Object.values(wireOf(wireOf(this.document['components'])['securitySchemes'])).map(wireOf);
    const names = schemes
      .filter((scheme) => scheme['in'] === 'header')
      .map((scheme) => String(scheme['name']).toLowerCase());
    const given = Object.keys(headers).map((name) => name.toLowerCase());
    return names.some((name) => given.includes(name)) ? [] : [`none of the headers ${names.join(', ')}`];
  }

  private bodyProblems(pointer: readonly string[], body: unknown): string[] {
    const [found, at] = this.resolve(pointer);
    const type = CONTENT_TYPES.find((each) => wireOf(found['content'])[each] !== undefined);
    if (type === undefined) return [];
    return this.schemaProblems([...at, 'content', type, 'schema'], body, pointer.slice(3).join(' '));
  }

  private schemaProblems(pointer: readonly string[], value: unknown, what: string): string[] {
    const validate = this.ajv.compile({ $ref: `api#/${pointer.map(escaped).join('/')}` });
    if (validate(value) === true) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${what}${instancePath} ${message ?? ''}`,
    );
  }

  /** Follows a pointer through references between parts that are no schemas. */
  private resolve(pointer: readonly string[]): [Wire, readonly string[]] {
    let found: unknown = this.document;
    for (const key of pointer) found = (found as Record<string, unknown>)[key];
    const reference = wireOf(found)['$ref'];
    return typeof reference === 'string'
      ? this.resolve(reference.slice(2).split('/'))
      : [wireOf(found), pointer];
  }
}

function listAt(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What was sent: JSON, or the fields of a form of several parts. */
function sentOf({ json, body, headers = {} }: HttpRequest): unknown {
  const type = headers['content-type'] ?? '';
  if (json !== undefined || !type.startsWith('multipart/')) return json ?? parsed(String(body ?? ''));
  return multipartFields(type, String(body));
}

function parsed(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}

/** A query value has no type of its own. */
function typed(value: unknown, schema: Wire): unknown {
  if (schema['type'] === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  const isNumber =
    schema['type'] === 'integer' || schema['type'] === 'number' || schema['$ref'] !== undefined;
  return isNumber && /^-?\d+$/.test(String(value)) ? Number(value) : value;
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
