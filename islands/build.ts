import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'public', 'assets');

/** Scripts of earlier builds that stay, since pages made then may still be in a cache or on a screen. */
const keptBuilds = 5;

/** The scripts that pages load, each with what it brings: on every page the reader's, the search's on its own alone. */
const scripts = ['reader', 'search'] as const;

interface Built {
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/**
 * Bundles the islands into modules whose names change with their bytes, such as `public/assets/reader-<hash>.js`, and names
 * them in `public/assets/manifest.json`, which lib/assets.ts reads. Gives those names and the sizes in bytes.
 */
export async function buildIslands(): Promise<Built[]> {
  await mkdir(folder, { recursive: true });
  const built = await Promise.all(scripts.map(bundle));
  const addresses = built.map(({ file }, index) => [scripts[index], `/assets/${file}`]);
  await place('manifest.json', `${JSON.stringify(Object.fromEntries(addresses))}\n`);
  for (const [index, { file }] of built.entries()) await removeOldBuilds(scripts[index] as string, file);
  return built;
}

async function bundle(name: string): Promise<Built> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'islands', `${name}.ts`)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const contents = Buffer.concat(outputFiles.map((output) => output.contents));
  const file = `${name}-${createHash('sha256').update(contents).digest('hex').slice(0, 12)}.js`;
  await place(file, contents);
  return { file, bytes: contents.byteLength, gzipBytes: gzipSync(contents).byteLength };
}

/** Whoever reads meanwhile sees the file as it was or as it is, never half of it. */
async function place(name: string, contents: string | Uint8Array): Promise<void> {
  const written = join(folder, `.${name}.${process.pid}`);
  await writeFile(written, contents);
  await rename(written, join(folder, name));
}

async function removeOldBuilds(script: string, current: string): Promise<void> {
  const others = (await readdir(folder)).filter(
    (name) => name !== current && new RegExp(`^${script}-[0-9a-f]+\\.js$`).test(name),
  );
  const dated = await Promise.all(others.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })));
  const old = dated.sort((one, other) => other.at - one.at).slice(keptBuilds);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}

if (import.meta.main) {
  for (const { file, bytes, gzipBytes } of await buildIslands()) {
    process.stdout.write(`public/assets/${file}: ${bytes} bytes, ${gzipBytes} with gzip\n`);
  }
}
