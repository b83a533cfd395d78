import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { wireOf, type Wire } from '../wire.js';

/** VK's own description of its methods and objects, which neither our client nor our made-up VK was written from. */
export class VkSchema {
  private readonly ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  private readonly document: Wire;

  constructor() {
    const file = new URL('./fixtures/vk-api-schema.json', import.meta.url);
    this.document = wireOf(JSON.parse(readFileSync(file, 'utf8')));
    const definitions = Object.entries(wireOf(this.document['definitions']));
    const ready = Object.fromEntries(definitions.map(([name, schema]) => [name, withRequired(schema)]));
    this.ajv.addSchema({ definitions: ready }, 'vk');
  }

  /** What is wrong with a call and its answer; undefined where the method is not described here. */
  problemsOf(method: string, args: Readonly<Record<string, string | undefined>>, answer: unknown) {
    const described = wireOf(wireOf(this.document['methods'])[method]);
    if (described['parameters'] === undefined) return undefined;
    const known = (described['parameters'] as unknown[]).map(wireOf);
    const responses = wireOf(described['responses']);
    const extended = args['extended'] === '1' ? responses['extendedResponse'] : undefined;
    return [
      ...Object.entries(args).flatMap(([name, value]) => this.argumentProblems(known, name, value)),
      ...known
        .filter(({ name, required }) => required === true && args[String(name)] === undefined)
        .map(({ name }) => `${String(name)} is missing`),
      ...this.problems(wireOf(extended ?? responses['response']), { response: answer }),
    ].map((problem) => `${method}: ${problem}`);
  }

  /** What is wrong with an object of this definition. */
  problemsIn(definition: string, value: unknown): string[] {
    return this.problems({ $ref: `#/definitions/${definition}` }, value);
  }

  tokensOf(method: string): unknown {
    return wireOf(wireOf(this.document['methods'])[method])['access_token_type'];
  }

  get errors(): Wire {
    return wireOf(this.document['errors']);
  }

  private argumentProblems(known: readonly Wire[], name: string, value: string | undefined): string[] {
    if (name === 'v' || value === undefined) return [];
    const parameter = known.find((each) => each['name'] === name);
    if (parameter === undefined) return [`${name} is no parameter`];
    const { name: _name, ...schema } = parameter;
    return this.problems(schema, typed(value, parameter['type'])).map((problem) => `${name} ${problem}`);
  }

  private problems(schema: Wire, value: unknown): string[] {
    const absolute = JSON.parse(JSON.stringify(withRequired(schema)).replaceAll('"#/', '"vk#/')) as object;
    const validate = this.ajv.compile(absolute);
    if (validate(value) === true) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  }
}

/** VK marks what is required at the property itself; JSON Schema lists it beside them. */
function withRequired(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withRequired);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { properties, required: _mark, ...rest } = wireOf(schema);
  const plain = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withRequired(value)]));
  if (properties === undefined) return plain;
  const named = Object.entries(wireOf(properties));
  const required = named
    .filter(([, property]) => wireOf(property)['required'] === true)
    .map(([name]) => name);
  const inner = Object.fromEntries(named.map(([name, property]) => [name, withRequired(property)]));
  return { ...plain, properties: inner, ...(required.length > 0 && { required }) };
}

/** Parameters have no types on the wire. */
function typed(value: string, type: unknown): unknown {
  if (type === 'array') return value.split(',');
  if (type === 'boolean') return value === '1' ? true : value === '0' ? false : value;
  const isNumber = type === 'integer' || (Array.isArray(type) && type.includes('integer'));
  return isNumber && /^-?\d+$/.test(value) ? Number(value) : value;
}
