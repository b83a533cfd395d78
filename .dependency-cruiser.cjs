/** Who may import whom: apps -> pipeline -> slices -> support -> core. Broken rules fail `npm run check`. */
const SLICES = 'listening|understanding|triage|recovery|alerting|insight';
const SUPPORT = 'cases|registers|staff|sources|jobs|database|http|config|wording|policies|places';
const TEST_CODE = ['\\.spec[-a-z]*\\.ts$', '\\.story\\.ts$', '^libs/testing/', '^test/'];
const FAKES = '^libs/sources/src/fakes\\.ts$';
/** Narrow doors beside the front ones, for what must load fast. */
const NARROW_DOORS = '^libs/(?:understanding/src/assessor|wording/src/notes)\\.ts$';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'core-is-pure',
      'libs/core imports only itself: no npm package, no node: module.',
      { path: '^libs/core/', pathNot: TEST_CODE },
      { pathNot: '^libs/core/' },
    ),
    rule(
      'slices-speak-by-events',
      'A slice meets another only in the pipeline and the outbox.',
      { path: `^libs/(${SLICES})/` },
      { path: `^libs/(?:${SLICES})/`, pathNot: '^libs/$1/' },
    ),
    rule(
      'support-does-not-know-slices',
      'What carries the slices knows none of them.',
      { path: `^libs/(?:${SUPPORT}|core)/` },
      { path: `^libs/(?:${SLICES}|pipeline)/` },
    ),
    rule(
      'only-apps-know-the-pipeline',
      'The pipeline is the page of contents; chapters do not read it.',
      { path: '^libs/', pathNot: ['^libs/pipeline/', '^libs/testing/'] },
      { path: '^libs/pipeline/' },
    ),
    rule(
      'front-door-only',
      'A library is entered through its index.ts.',
      { path: '^(?:libs/([^/]+)|apps|test)/' },
      { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$', FAKES, NARROW_DOORS] },
    ),
    rule(
      'fakes-stay-out-of-the-product',
      'Only the simulator and tests use made-up platforms.',
      { path: '^(?:apps|libs)/', pathNot: [...TEST_CODE, '^apps/simulator/', '^libs/sources/'] },
      { path: FAKES },
    ),
    rule(
      'nest-stays-at-the-edge',
      'Rules and use cases work without a framework.',
      { path: '^libs/', pathNot: ['\\.module\\.ts$', '^libs/testing/'] },
      { path: '(?:^|node_modules/)@nestjs/' },
    ),
    rule(
      'typeorm-stays-in-store',
      'Tables are known to stores only.',
      {
        path: '^(?:apps|libs)/',
        pathNot: ['^libs/database/', '/store/', '\\.module\\.ts$', '^libs/testing/'],
      },
      { path: '(?:^|node_modules/)(?:@types/)?(?:typeorm|pg)(?:/|$)' },
    ),
    rule(
      'platforms-do-not-know-each-other',
      'A platform can be added or removed as one folder.',
      { path: '^libs/sources/src/([^/]+)/' },
      { path: '^libs/sources/src/[^/]+/', pathNot: '^libs/sources/src/$1/' },
    ),
    rule(
      'only-the-desk-composes-apps',
      'Any other app runs on a machine of its own.',
      { path: '^apps/([^/]+)/', pathNot: '^apps/desk/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    rule('libs-do-not-know-apps', 'Imports go one way.', { path: '^libs/' }, { path: '^apps/' }),
    rule(
      'no-cycles',
      'What is in a cycle cannot be understood, tested or moved alone.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'no-test-code-in-product',
      'The product works where no test is installed.',
      { path: '^(?:apps|libs)/', pathNot: TEST_CODE },
      { path: TEST_CODE },
    ),
    rule(
      'declared-dependencies-only',
      'What is imported is named in package.json, and what the product imports is not a development tool.',
      // Packages that we are measured against are development tools, and so is measuring.
      { path: '^(?:apps|libs)/', pathNot: [...TEST_CODE, '^apps/dashboard/', '^apps/desk/src/peers/'] },
      {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    ),
    rule('imports-lead-somewhere', 'Every import can be resolved.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^\\.cache/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    // `import type` binds modules too.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
