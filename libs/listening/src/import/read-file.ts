import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { type Encoding, EncodingDetector } from './encoding.js';
import { fileFault } from './import-fault.js';

/** What a first reading of a whole file found. */
export interface Inspected {
  readonly encoding: Encoding;
  readonly packed: boolean;
  /** SHA-256 of the file as it lies there. */
  readonly fileHash: Buffer;
  /** The beginning of its text. */
  readonly sample: string;
}

const sampleLength = 65_536;

/** Reads a file once: its encoding is known only when every letter was seen. */
export async function inspectFile(path: string): Promise<Inspected> {
  const packed = await isPacked(path);
  const hash = createHash('sha256');
  const detector = new EncodingDetector();
  const head: Buffer[] = [];
  let headLength = 0;
  for await (const bytes of bytesOf(path, packed, (raw) => hash.update(raw))) {
    detector.add(bytes);
    if (headLength < sampleLength * 2) head.push(bytes);
    headLength += bytes.length;
  }
  const encoding = detector.end();
  const sample = new TextDecoder(encoding).decode(Buffer.concat(head), { stream: true });
  return { encoding, packed, fileHash: hash.digest(), sample: sample.slice(0, sampleLength) };
}

/** The text of a file, piece by piece, without its byte order mark. */
export async function* textOf(path: string, { packed, encoding }: Inspected): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of bytesOf(path, packed)) {
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

async function isPacked(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function* bytesOf(
  path: string,
  packed: boolean,
  onRaw?: (bytes: Buffer) => void,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (onRaw) file.on('data', (bytes) => onRaw(Buffer.from(bytes)));
  const stream = packed ? file.pipe(createGunzip()) : file;
  // A pipe does not pass on the errors of its source.
  if (packed) file.on('error', (error) => stream.destroy(error));
  try {
    for await (const bytes of stream) yield bytes as Buffer;
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    file.destroy();
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no file %.',
  EISDIR: '% is a folder; name a file in it.',
  EACCES: 'The file % may not be read by this account.',
  Z_BUF_ERROR: 'The packed file % ends too early; copy it again.',
  Z_DATA_ERROR: 'The packed file % is damaged; copy it again.',
};

function unreadable(path: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return fileFault((reasons[code] ?? 'The file % cannot be read.').replace('%', path), error);
}
