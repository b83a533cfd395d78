import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What each word adds to the score of each label, in the labels' order. */
export type WordScores = Readonly<Record<string, readonly number[]>>;

/** Writes a sentiment model of a few words as transformers.js expects it: tokenizer, configuration and ONNX file. */
export async function writeTinyModel(
  folder: string,
  labels: readonly string[],
  words: WordScores,
): Promise<void> {
  const special = { '[PAD]': labels.map(() => 0), '[UNK]': labels.map(() => 0) };
  const rows = Object.entries({ ...special, ...words });
  const vocabulary = Object.fromEntries(rows.map(([word], index) => [word, index]));
  await mkdir(join(folder, 'onnx'), { recursive: true });
  const write = (name: string, content: object): Promise<void> =>
    writeFile(join(folder, name), JSON.stringify(content));
  await write('config.json', {
    model_type: 'bert',
    architectures: ['BertForSequenceClassification'],
    id2label: Object.fromEntries(labels.map((label, index) => [index, label])),
    label2id: Object.fromEntries(labels.map((label, index) => [label, index])),
  });
  await write('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 512,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
  });
  await write('tokenizer.json', tokenizerOf(vocabulary));
  await writeFile(
    join(folder, 'onnx', 'model.onnx'),
    linearModel(
      rows.map(([, scores]) => scores),
      labels.length,
    ),
  );
}

function tokenizerOf(vocabulary: Readonly<Record<string, number>>): object {
  const special = ['[PAD]', '[UNK]'].map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }));
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special,
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: { type: 'WordLevel', vocab: vocabulary, unk_token: '[UNK]' },
  };
}

/** The scores of all words of a text, added up: Gather, Mul by the mask, ReduceSum. */
function linearModel(table: readonly (readonly number[])[], labels: number): Buffer {
  const weights = table.flat();
  const floats = Buffer.alloc(4 * weights.length);
  weights.forEach((weight, index) => floats.writeFloatLE(weight, 4 * index));
  const tensor = message(
    varint(1, table.length),
    varint(1, labels),
    varint(2, floatType),
    bytes(8, 'table'),
    bytes(9, floats),
  );
  const graph = message(
    bytes(1, node('Gather', ['table', 'input_ids'], 'rows')),
    bytes(1, node('Cast', ['attention_mask'], 'mask', message(bytes(1, 'to'), varint(3, 1), varint(20, 2)))),
    bytes(1, node('Unsqueeze', ['mask'], 'wide', message(bytes(1, 'axes'), varint(8, 2), varint(20, 7)))),
    bytes(1, node('Mul', ['rows', 'wide'], 'masked')),
    bytes(
      1,
      node(
        'ReduceSum',
        ['masked'],
        'logits',
        message(bytes(1, 'axes'), varint(8, 1), varint(20, 7)),
        message(bytes(1, 'keepdims'), varint(3, 0), varint(20, 2)),
      ),
    ),
    bytes(2, 'tiny'),
    bytes(5, tensor),
    bytes(11, value('input_ids', intType, ['batch', 'words'])),
    bytes(11, value('attention_mask', intType, ['batch', 'words'])),
    bytes(12, value('logits', floatType, ['batch', labels])),
  );
  return message(varint(1, 6), bytes(7, graph), bytes(8, message(bytes(1, ''), varint(2, 11))));
}

const floatType = 1;
const intType = 7;

function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  ...attributes: readonly Buffer[]
): Buffer {
  return message(
    ...inputs.map((input) => bytes(1, input)),
    bytes(2, output),
    bytes(3, output),
    bytes(4, operator),
    ...attributes.map((attribute) => bytes(5, attribute)),
  );
}

function value(name: string, type: number, shape: readonly (string | number)[]): Buffer {
  const dimensions = shape.map((size) =>
    bytes(1, typeof size === 'string' ? message(bytes(2, size)) : message(varint(1, size))),
  );
  const tensor = message(varint(1, type), bytes(2, message(...dimensions)));
  return message(bytes(1, name), bytes(2, message(bytes(1, tensor))));
}

/** A field that holds a number: its key, then the number, seven bits a byte. */
function varint(field: number, given: number): Buffer {
  return Buffer.concat([number(field << 3), number(given)]);
}

/** A field that holds text, bytes or another message, with its length before it. */
function bytes(field: number, content: string | Buffer): Buffer {
  const held = Buffer.from(content);
  return Buffer.concat([number((field << 3) | 2), number(held.length), held]);
}

function number(given: number): Buffer {
  const out = [];
  let rest = given;
  for (; rest > 127; rest = Math.floor(rest / 128)) out.push((rest % 128) | 128);
  return Buffer.from([...out, rest]);
}

function message(...fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields);
}
