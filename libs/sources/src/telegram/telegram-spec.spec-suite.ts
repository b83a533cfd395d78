import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { wireOf, type Wire } from '../wire.js';

/** A field: its name, `required` or `optional`, and the types it may have. */
type Field = readonly [string, 'required' | 'optional', ...string[]];

/** A specification of the Bot API, which neither our client nor our made-up Telegram was written from. */
export class BotApiSpecification {
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  private readonly methods: Readonly<
    Record<string, { returns: readonly string[]; fields: readonly Field[] }>
  >;

  constructor() {
    const file = new URL('./fixtures/telegram-bot-api.json', import.meta.url);
    const document = wireOf(JSON.parse(readFileSync(file, 'utf8')));
    this.methods = document['methods'] as typeof this.methods;
    const types = Object.entries(wireOf(document['types'])).map(
      ([name, type]) => [name, wireOf(type)] as const,
    );
    const known = new Set(types.map(([name]) => name));
    const definitions = Object.fromEntries(types.map(([name, type]) => [name, schemaOfType(type, known)]));
    this.ajv.addSchema({ definitions }, 'bot');
    this.schemaOf = (names) => anyOf(names.map((name) => schemaOfName(name, known)));
    this.objectOf = (fields) => objectOf(fields, known);
  }

  private readonly schemaOf: (types: readonly string[]) => Wire;
  private readonly objectOf: (fields: readonly Field[]) => Wire;

  /** What is wrong with a call and its result. */
  problemsOf(method: string, params: Wire, result: unknown): string[] {
    const described = this.methods[method];
    if (described === undefined) return [`${method} is not described`];
    const problems = [
      ...this.problems(this.objectOf(described.fields), params),
      ...this.problems(this.schemaOf(described.returns), result),
    ];
    return problems.map((problem) => `${method}: ${problem}`);
  }

  /** What is wrong with a value of this type. */
  problemsIn(type: string, value: unknown): string[] {
    return this.problems(this.schemaOf([type]), value);
  }

  private problems(schema: Wire, value: unknown): string[] {
    const validate = this.ajv.compile(schema);
    if (validate(value) === true) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
    );
  }
}

function schemaOfType(type: Wire, known: ReadonlySet<string>): Wire {
  const { subtypes, fields } = type;
  if (Array.isArray(subtypes)) return anyOf(subtypes.map((name) => schemaOfName(String(name), known)));
  return objectOf(fields as readonly Field[], known);
}

/** A field that is not described is one that does not exist. */
function objectOf(fields: readonly Field[], known: ReadonlySet<string>): Wire {
  return {
    type: 'object',
    additionalProperties: false,
    required: fields.filter(([, need]) => need === 'required').map(([name]) => name),
    properties: Object.fromEntries(
      fields.map(([name, , ...types]) => [name, anyOf(types.map((type) => schemaOfName(type, known)))]),
    ),
  };
}

/** Types that were cut off may be anything. */
function schemaOfName(name: string, known: ReadonlySet<string>): Wire {
  if (name.startsWith('Array of '))
    return { type: 'array', items: schemaOfName(name.slice('Array of '.length), known) };
  const plain: Record<string, Wire> = {
    Integer: { type: 'integer' },
    Float: { type: 'number' },
    String: { type: 'string' },
    Boolean: { type: 'boolean' },
    True: { const: true },
  };
  return plain[name] ?? (known.has(name) ? { $ref: `bot#/definitions/${name}` } : {});
}

function anyOf(schemas: readonly Wire[]): Wire {
  const [only, ...others] = schemas;
  return only !== undefined && others.length === 0 ? only : { anyOf: schemas };
}
