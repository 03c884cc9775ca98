import { join } from 'node:path';
import type { IViolation } from 'dependency-cruiser';
import { misnamedClientFiles } from './imports/client-files.ts';
import { cruiseProject } from './imports/cruise.ts';

/** Says in one line each what is wrong with the imports under `root`, an absolute path; nothing wrong, nothing said. */
export async function checkImports(root: string): Promise<string[]> {
  const { modules, violations, unread } = await cruiseProject(root);
  const imports = modules.flatMap((module) => module.dependencies);
  return [
    ...(imports.length > 0 ? [] : ['The cruiser saw no import at all: is @swc/core installed?']),
    ...unread.map((file) => `${file}: the cruiser did not read this file, so nothing is known of its imports.`),
    ...new Set(violations.map(describeViolation)),
    ...misnamedClientFiles(root, modules),
  ];
}

function describeViolation({ rule, from, to, cycle, via }: IViolation): string {
  const path = (cycle ?? via)?.map((step) => step.name) ?? (to === from ? [] : [to]);
  return `${[from, ...path].join(' → ')} breaks ${rule.name}`;
}

if (import.meta.main) {
  const problems = await checkImports(join(import.meta.dirname, '..'));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('Imports point the right way.');
}
