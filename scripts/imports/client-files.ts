import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IModule } from 'dependency-cruiser';

/** Next requires these to be client components and names them itself. */
const namedByNext = /^app\/(?![(]reader[)])(.*\/)?(error|global-error)[.]tsx$/;

/**
 * A client component says so in its name, because the import rules see names and not directives: `'use client'` and
 * `.client.tsx` come together or not at all.
 */
export function misnamedClientFiles(root: string, modules: readonly Pick<IModule, 'source'>[]): string[] {
  return modules
    .map((module) => module.source)
    .filter((file) => /^(app|components|features|islands|lib)\/.*[.]tsx?$/.test(file) && !namedByNext.test(file))
    .flatMap((file) => {
      const isClient = hasUseClient(readFileSync(join(root, file), 'utf8'));
      if (isClient === file.endsWith('.client.tsx')) return [];
      return isClient
        ? [`${file} says 'use client': its name must end in .client.tsx.`]
        : [`${file} is named .client.tsx but does not begin with 'use client'.`];
    });
}

/** Whether the directive stands before the first statement; comments and other directives may come first. */
function hasUseClient(source: string): boolean {
  const prologue = /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(['"])use (?!client)[a-z ]+\1;?)*(['"])use client\2/;
  return prologue.test(source);
}
