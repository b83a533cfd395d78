import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** For every rule: an importing file, and what it must not import. */
const FORBIDDEN = [
  ['core-is-pure', 'libs/core/src/reads-a-file.ts', 'node:fs'],
  ['core-is-pure', 'libs/core/src/keeps-time.ts', 'uuid'],
  ['core-is-pure', 'libs/core/src/calls-out.ts', '@heard/http'],
  ['slices-speak-by-events', 'libs/triage/src/asks-recovery.ts', '@heard/recovery'],
  ['support-does-not-know-slices', 'libs/jobs/src/opens-cases.ts', '@heard/triage'],
  ['only-apps-know-the-pipeline', 'libs/triage/src/reads-contents.ts', '@heard/pipeline'],
  ['front-door-only', 'libs/triage/src/climbs-in.ts', '../../core/src/inner.js'],
  ['front-door-only', 'apps/api/src/climbs-in.ts', '../../../libs/core/src/inner.js'],
  ['fakes-stay-out-of-the-product', 'apps/listener/src/pretends.ts', '@heard/sources/fakes'],
  ['nest-stays-at-the-edge', 'libs/recovery/src/close-case.ts', '@nestjs/common'],
  ['typeorm-stays-in-store', 'libs/recovery/src/offer-fix.ts', 'typeorm'],
  ['typeorm-stays-in-store', 'apps/api/src/queries.ts', 'pg'],
  ['platforms-do-not-know-each-other', 'libs/sources/src/alpha/alpha.source.ts', '../beta/beta.parse.js'],
  ['only-the-desk-composes-apps', 'apps/api/src/starts-worker.ts', '../../worker/src/main.js'],
  ['libs-do-not-know-apps', 'libs/insight/src/asks-worker.ts', '../../../apps/worker/src/main.js'],
  ['no-cycles', 'libs/core/src/egg.ts', './hen.js'],
  ['no-test-code-in-product', 'libs/recovery/src/tested.ts', '@heard/testing'],
  ['no-test-code-in-product', 'libs/recovery/src/borrows.ts', './close.spec.js'],
  ['declared-dependencies-only', 'libs/http/src/undeclared.ts', 'ms'],
  ['declared-dependencies-only', 'libs/http/src/tool.ts', 'prettier'],
  ['imports-lead-somewhere', 'libs/http/src/lost.ts', './nowhere.js'],
] as const;

const ALLOWED = [
  ['apps/desk/src/main.ts', '../../worker/src/main.js'],
  ['apps/worker/src/main.ts', '@heard/pipeline'],
  ['apps/worker/src/worker.module.ts', '@nestjs/common'],
  ['apps/simulator/src/main.ts', '@heard/sources/fakes'],
  ['apps/desk/src/cli/assess.ts', '@heard/understanding/assessor'],
  ['apps/desk/src/peers/package.ts', 'prettier'],
  ['libs/pipeline/src/index.ts', '@heard/triage'],
  ['libs/triage/src/index.ts', '@heard/jobs'],
  ['libs/recovery/src/index.ts', '@heard/core'],
  ['libs/recovery/src/close.spec.ts', '@heard/testing'],
  ['libs/recovery/src/store/rows.ts', 'typeorm'],
  ['libs/recovery/src/recovery.module.ts', '@nestjs/common'],
  ['libs/jobs/src/index.ts', '@heard/core'],
  ['libs/http/src/index.ts', '@heard/core'],
  ['libs/http/src/times.ts', 'axios'],
  ['libs/sources/src/index.ts', './alpha/alpha.parse.js'],
  ['libs/sources/src/fakes.ts', './alpha/alpha.parse.js'],
  ['libs/sources/src/beta/beta.parse.ts', '@heard/core'],
  ['libs/core/src/index.ts', './inner.js'],
] as const;

/** The other half of the cycle, which is reported once. */
const CLOSES_THE_CYCLE = ['libs/core/src/hen.ts', './egg.js'] as const;

const EMPTY = [
  'libs/core/src/inner.ts',
  'libs/sources/src/alpha/alpha.parse.ts',
  'libs/testing/src/index.ts',
  'libs/understanding/src/assessor.ts',
];

interface Complaint {
  readonly from: string;
  readonly rule: { readonly name: string };
}

describe('the boundary check', () => {
  let complaints: readonly Complaint[];
  let folder: string;

  beforeAll(() => {
    mkdirSync('.cache', { recursive: true });
    folder = mkdtempSync(resolve('.cache/boundaries-'));
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      copyFileSync(name, join(folder, name));
    }
    for (const path of EMPTY) plant(path, 'export const nothing = 0;\n');
    for (const [path, imported] of [...ALLOWED, CLOSES_THE_CYCLE]) plant(path, importing(imported));
    for (const [, path, imported] of FORBIDDEN) plant(path, importing(imported));
    complaints = check();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function plant(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  function check(): readonly Complaint[] {
    const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const { stdout } = spawnSync(
      process.execPath,
      [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs'],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    const { summary } = JSON.parse(stdout) as { summary: { violations: readonly Complaint[] } };
    return summary.violations;
  }

  it.each(FORBIDDEN)('%s: stops %s that imports %s', (rule, path) => {
    expect(complaints.filter(({ from }) => from === path).map((complaint) => complaint.rule.name)).toContain(
      rule,
    );
  });

  it.each(ALLOWED)('lets %s import %s', (path) => {
    expect(complaints.filter(({ from }) => from === path)).toEqual([]);
  });

  it('has every rule proven here', () => {
    const { forbidden } = createRequire(import.meta.url)(resolve('.dependency-cruiser.cjs')) as {
      forbidden: readonly { name: string }[];
    };
    expect(new Set(FORBIDDEN.map(([rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });

  it('knows every library of the project', () => {
    const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
      compilerOptions: { paths: Record<string, unknown> };
    };
    const config = readFileSync('.dependency-cruiser.cjs', 'utf8');
    for (const alias of Object.keys(compilerOptions.paths)) {
      const name = alias.split('/')[1];
      expect({ name, known: new RegExp(`\\b${name}\\b`).test(config) }).toEqual({ name, known: true });
    }
  });
});

function importing(imported: string): string {
  return `import * as imported from '${imported}';\nexport const name = Object.keys(imported);\n`;
}
