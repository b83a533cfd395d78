import 'reflect-metadata';
import { writeOpenApi } from './open-api.js';

/** Run after a change of the API, from the root of the repository: `node dist/apps/api/src/write-open-api.js`. */
const { changed } = await writeOpenApi('docs/openapi.json');
process.stdout.write(changed ? 'docs/openapi.json was written.\n' : 'docs/openapi.json was current.\n');
