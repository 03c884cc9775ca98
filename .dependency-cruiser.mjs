/**
 * Which way imports may point: app → components + features → db → lib; jobs, scripts, server and bench → features.
 * Each rule has its breach in scripts/imports/breaches.ts, and a test that proves that the rule still bites.
 */

const test = '[.]test[.]tsx?$';
/** Folders of what only tests use, in any room. */
const testing = '/(testing|fixtures)/';
const pureFile = '^features/[^/]+/(model|policy|schema)[./-]';
const dataFile = '^features/[^/]+/(queries[./-]|commands/)';
const program = 'jobs|scripts|server|bench|e2e|islands';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'nothing-imports-app',
      comment: 'app/ holds routes and nothing else: move what is shared to components/ or features/.',
      severity: 'error',
      from: { pathNot: '^app/' },
      to: { path: '^app/' },
    },
    {
      name: 'programs-are-not-imported',
      comment: 'jobs, scripts, server, bench, e2e and islands are ends: nothing outside such a folder imports from it.',
      severity: 'error',
      from: { path: '^([^/]+)/' },
      to: { path: `^(${program})/`, pathNot: '^$1/' },
    },
    {
      name: 'only-pages-draw',
      comment: 'Only app/ and components/ import components; an island may take their types.',
      severity: 'error',
      from: { pathNot: '^(app|components|islands)/' },
      to: { path: '^components/' },
    },
    {
      name: 'lib-is-a-leaf',
      comment: 'lib/ knows nothing of the domain: it imports nothing of features/ and db/.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(features|db)/' },
    },
    {
      name: 'db-knows-only-lib',
      comment: 'db/ imports nothing of features/; only db/seed, which works through commands, may.',
      severity: 'error',
      from: { path: '^db/', pathNot: '^db/seed/' },
      to: { path: '^features/' },
    },
    {
      name: 'only-scripts-seed',
      comment: 'Demo content is loaded by scripts/: nothing that runs in production imports db/seed.',
      severity: 'error',
      from: { pathNot: '^(scripts|db/seed)/' },
      to: { path: '^db/seed/' },
    },
    {
      name: 'testing-stays-in-tests',
      comment: 'What stands in a testing/ or fixtures/ folder is for tests and scripts: the site does not import it.',
      severity: 'error',
      from: { pathNot: [test, testing, '^(scripts|e2e)/', '^vitest[.]config[.]ts$', '^node_modules/'] },
      to: { path: testing, pathNot: '^node_modules/' },
    },
    {
      name: 'app-asks-features',
      comment:
        "A page's data comes from a feature's queries, its changes go through actions: app/ does not import db/.",
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^db/' },
    },
    {
      name: 'components-do-not-fetch',
      comment:
        'Components take props: from features/ they import types, and values only of model, policy and schema files.',
      severity: 'error',
      from: { path: '^components/', pathNot: test },
      to: { path: '^features/', pathNot: pureFile, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-do-not-know-db',
      comment: 'A component shows a DTO, never a database row: not even a type of db/ is imported.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^db/' },
    },
    {
      name: 'pure-files-stay-pure',
      comment:
        'model, policy and schema files are pure: they import neither db/ nor Next, nor what binds them to the server.',
      severity: 'error',
      from: { path: pureFile, pathNot: test },
      to: { path: ['^db/', '^node_modules/(next|next-auth|drizzle-orm|postgres|server-only)/'] },
    },
    {
      name: 'pure-files-reach-no-db',
      comment:
        'model, policy and schema files may not reach db/ through another file either: move the type or rule down.',
      severity: 'error',
      from: { path: pureFile, pathNot: test },
      to: { path: '^db/', reachable: true },
    },
    {
      name: 'islands-take-only-types',
      comment: "An island is the reader's whole script: of the other folders it imports types, which cost no byte.",
      severity: 'error',
      from: { path: '^islands/', pathNot: test },
      to: { path: '^(components|features|db|lib)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'reader-ships-no-script',
      comment:
        'Reader pages are not hydrated: they use plain <a> and <picture>, no client component, no next/link or next/image.',
      severity: 'error',
      from: { path: '^app/[(]reader[)]/' },
      to: { path: ['[.]client[.]tsx$', '^node_modules/next/(link|image|script|form|dynamic)[.]'], reachable: true },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs in production may not import a package of devDependencies: it is not there.',
      severity: 'error',
      from: {
        path: '^(app|components|features|db|lib|server|jobs|islands)/',
        pathNot: [test, testing],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'no-unresolved',
      comment: 'This import leads to no file and no package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other cannot be read, tested or moved alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file and it imports nothing: use it or delete it.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [`^(app|${program})/`, '^[^/]+[.](ts|js|mjs|cjs)$', '^db/schema/', '[.]d[.]ts$', test],
      },
      to: {},
    },
  ],
  required: [
    {
      name: 'data-access-is-server-only',
      comment:
        "Queries and commands begin with import 'server-only', so that no bundle for a browser can take them in.",
      severity: 'error',
      module: { path: dataFile, pathNot: test },
      to: { path: '^node_modules/server-only/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    doNotFollow: { path: '^node_modules' },
    exclude: { path: ['^[.]next/', '^next-env[.]d[.]ts$'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
