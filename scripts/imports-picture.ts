import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruiseProject } from './imports/cruise.ts';
import { drawImports, withPicture } from './imports/picture.ts';

/** docs/ARCHITECTURE.md of the project at `root` (an absolute path), as it is and with the imports of today drawn in. */
export async function architectureWithPicture(root: string): Promise<{ path: string; now: string; wanted: string }> {
  const path = join(root, 'docs/ARCHITECTURE.md');
  const now = readFileSync(path, 'utf8');
  const { modules } = await cruiseProject(root);
  return { path, now, wanted: withPicture(now, drawImports(modules)) };
}

if (import.meta.main) {
  const { path, now, wanted } = await architectureWithPicture(join(import.meta.dirname, '..'));
  if (process.argv.includes('--check')) {
    if (now !== wanted) {
      console.error('The picture in docs/ARCHITECTURE.md is not of these imports: run npm run imports:picture.');
      process.exitCode = 1;
    }
  } else if (now !== wanted) {
    writeFileSync(path, wanted);
    console.log('docs/ARCHITECTURE.md now shows the imports of today.');
  }
}
