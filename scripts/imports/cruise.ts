import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet, type IModule, type IViolation } from 'dependency-cruiser';
import extractConfiguration from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { runTimePath } from './run-time-path.ts';
import { readUsingDeclarations } from './using-declarations.ts';

readUsingDeclarations();

export interface ProjectImports {
  readonly modules: readonly IModule[];
  readonly violations: readonly IViolation[];
  /** Source files that exist but that the cruiser did not read: with any, its silence means nothing. */
  readonly unread: readonly string[];
}

/** The folders that hold source, in the order in which imports point: from the first down to the last. */
export const rooms = [
  'app',
  'islands',
  'e2e',
  'server',
  'jobs',
  'scripts',
  'bench',
  'components',
  'features',
  'db',
  'lib',
] as const;

/** Reads every import under `root` (an absolute path of a project like this one) and holds it against the rules. */
export async function cruiseProject(root: string): Promise<ProjectImports> {
  const sources = listSources(root);
  const { forbidden, required, options } = await importRules();
  const result = await cruise(sources, { ...options, baseDir: root, validate: true, ruleSet: { forbidden, required } });
  const { modules, summary } = result.output as ICruiseResult;
  const read = new Set(modules.map((module) => module.source));
  return {
    modules,
    violations: onlyAtRunTime(modules, summary.violations),
    unread: sources.filter((source) => !read.has(source)),
  };
}

/** The rules and options of `.dependency-cruiser.mjs`. */
export async function importRules() {
  const path = join(import.meta.dirname, '../../.dependency-cruiser.mjs');
  const { forbidden = [], required = [], options } = await extractConfiguration(path);
  return { forbidden, required, options } satisfies IFlattenedRuleSet & { options: unknown };
}

/**
 * What a file reaches through others counts when it is loaded with it, and the cruiser cannot tell types from values
 * on the way: so it is walked again, and told once for each file and rule, by the shortest way.
 */
function onlyAtRunTime(modules: readonly IModule[], violations: readonly IViolation[]): IViolation[] {
  const shortest = new Map<string, IViolation>();
  for (const violation of violations) {
    const { type, from, to, rule, via } = violation;
    const path = type === 'reachability' ? runTimePath(modules, from, to) : [from, to];
    const key = `${rule.name} ${from} ${type === 'reachability' ? '' : to}`;
    const known = shortest.get(key)?.via?.length ?? Number.POSITIVE_INFINITY;
    if (!path || path.length > known) continue;
    const steps = path.slice(1).map((name) => ({ name, dependencyTypes: [] }));
    shortest.set(key, via ? { ...violation, via: steps } : violation);
  }
  return [...shortest.values()];
}

function listSources(root: string): string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile()) return isSource(entry.name) ? [entry.name] : [];
    if (!(rooms as readonly string[]).includes(entry.name)) return [];
    const files = readdirSync(join(root, entry.name), { recursive: true, encoding: 'utf8' });
    return files.filter(isSource).map((file) => `${entry.name}/${file}`);
  });
}

/** Declarations, and what tests keep as material (a fixture's own small site, say), are not the project's source. */
function isSource(file: string): boolean {
  return /[.](ts|tsx|mjs|js)$/.test(file) && !file.endsWith('.d.ts') && !/(^|\/)(fixture|node_modules|[.])/.test(file);
}
