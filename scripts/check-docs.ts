import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mentionsIn } from './docs/mentions.ts';
import { hasPath, type Project, readProject } from './docs/project.ts';
import { architectureWithPicture } from './imports-picture.ts';

const limits = [
  { documents: /^docs\/ARCHITECTURE[.]md$/, lines: 250 },
  { documents: /^docs\/decisions\//, lines: 50 },
];

/** Says in one line each what the documents of the project at `root` (an absolute path) name that is not there. */
export function checkDocuments(root: string): string[] {
  const project = readProject(root);
  return project.documents.flatMap((path) => checkDocument(project, path, readFileSync(join(root, path), 'utf8')));
}

function checkDocument(project: Project, path: string, text: string): string[] {
  const folders = new Set([...project.files.map((file) => file.split('/')[0] ?? ''), ...project.made]);
  const missing = mentionsIn(text, (segment) => folders.has(segment)).flatMap(({ kind, name, line }) => {
    switch (kind) {
      case 'script':
        return project.scripts.has(name) ? [] : [`${path}:${line} names npm run ${name}, which package.json has not.`];
      case 'link':
        return hasPath(project, join(dirname(path), name), '') ? [] : [`${path}:${line} links to ${name}: not there.`];
      case 'path':
        return hasPath(project, name, dirname(path)) ? [] : [`${path}:${line} names ${name}, which is not there.`];
      default:
        return kind satisfies never;
    }
  });
  const lines = text.trimEnd().split('\n').length;
  const tooLong = limits.filter((limit) => limit.documents.test(path) && lines > limit.lines);
  return [...missing, ...tooLong.map((limit) => `${path} has ${lines} lines: at most ${limit.lines}.`)];
}

/** The environment variables that lib/env.ts reads and docs/operations.md does not name. */
export function undocumentedVariables(environment: string, operations: string): string[] {
  const names = [...environment.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1] ?? '');
  return names
    .filter((name) => !operations.includes(`\`${name}\``))
    .map((name) => `docs/operations.md does not name ${name}, which lib/env.ts reads.`);
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const { now, wanted } = await architectureWithPicture(root);
  const problems = [
    ...checkDocuments(root),
    ...undocumentedVariables(read('lib/env.ts'), read('docs/operations.md')),
    ...(now === wanted ? [] : ['docs/ARCHITECTURE.md shows imports of another day: run npm run imports:picture.']),
  ];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('The documents name what is there.');
}
