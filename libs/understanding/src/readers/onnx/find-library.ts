import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Fault } from '@heard/core';

/** The address of transformers.js: it is installed apart (extras/onnx), since few need it and it is large. */
export function findLibrary(
  places: readonly string[] = [join(process.cwd(), 'extras', 'onnx'), process.cwd()],
): string {
  for (const place of places) {
    try {
      const path = createRequire(join(place, 'package.json')).resolve('@huggingface/transformers');
      return pathToFileURL(path).href;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new Fault(
    'invalid',
    'The ONNX reader needs packages that are not installed: run npm ci --prefix extras/onnx (docs/readers.md).',
    { code: 'reader_not_installed' },
  );
}
