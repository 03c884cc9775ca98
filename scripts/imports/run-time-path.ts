import type { IModule } from 'dependency-cruiser';

/**
 * The shortest way by which importing `from` also loads `to`, both ends included; undefined when there is none.
 * Imports of types are no way: they are gone when the code runs.
 */
export function runTimePath(
  modules: readonly Pick<IModule, 'source' | 'dependencies'>[],
  from: string,
  to: string,
): string[] | undefined {
  const bySource = new Map(modules.map((module) => [module.source, module]));
  const paths = new Map<string, string[]>([[from, [from]]]);
  for (const [source, path] of paths) {
    if (source === to) return path;
    for (const { resolved, dependencyTypes } of bySource.get(source)?.dependencies ?? []) {
      if (!dependencyTypes.includes('type-only') && !paths.has(resolved)) paths.set(resolved, [...path, resolved]);
    }
  }
  return undefined;
}
