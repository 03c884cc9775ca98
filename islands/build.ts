import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'public', 'assets');

/** Scripts of earlier builds that stay, since pages made then may still be in a cache or on a screen. */
const keptBuilds = 5;

/**
 * Bundles the islands into one module whose name changes with its bytes, `public/assets/reader-<hash>.js`, and names it
 * in `public/assets/manifest.json`, which lib/assets.ts reads. Gives that name and the sizes in bytes.
 */
export async function buildIslands(): Promise<{ file: string; bytes: number; gzipBytes: number }> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'islands', 'reader.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const contents = Buffer.concat(outputFiles.map((output) => output.contents));
  const file = `reader-${createHash('sha256').update(contents).digest('hex').slice(0, 12)}.js`;
  await mkdir(folder, { recursive: true });
  await place(file, contents);
  await place('manifest.json', `${JSON.stringify({ readerScript: `/assets/${file}` })}\n`);
  await removeOldBuilds(file);
  return { file, bytes: contents.byteLength, gzipBytes: gzipSync(contents).byteLength };
}

/** Whoever reads meanwhile sees the file as it was or as it is, never half of it. */
async function place(name: string, contents: string | Uint8Array): Promise<void> {
  const written = join(folder, `.${name}.${process.pid}`);
  await writeFile(written, contents);
  await rename(written, join(folder, name));
}

async function removeOldBuilds(current: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => /^reader-[0-9a-f]+\.js$/.test(name) && name !== current);
  const dated = await Promise.all(others.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })));
  const old = dated.sort((one, other) => other.at - one.at).slice(keptBuilds);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}

if (import.meta.main) {
  const { file, bytes, gzipBytes } = await buildIslands();
  process.stdout.write(`public/assets/${file}: ${bytes} bytes, ${gzipBytes} with gzip\n`);
}
