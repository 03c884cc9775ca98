import { readdir, readFile } from 'node:fs/promises';

/** The addresses that have a page, as their folders name them, such as `/desk/articles/[id]`. */
export async function pageRoutes(): Promise<string[]> {
  return [...new Set((await files('page.tsx')).map(addressOf))].sort();
}

/** What is read or posted by scripts and machines, each with its method, such as `GET feed.xml`. */
export async function scriptRoutes(): Promise<string[]> {
  const found: string[] = [];
  for (const file of await files('route.ts')) {
    const source = await readFile(`app/${file}`, 'utf8');
    const methods = [...source.matchAll(/export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/g)];
    if (methods.length === 0) throw new Error(`app/${file} answers no method that could be found.`);
    for (const [, method] of methods) found.push(`${method} ${addressOf(file).slice(1)}`);
  }
  return found.sort();
}

/** The addresses under `/api` that the server answers before Next. */
export async function apiRoutes(): Promise<string[]> {
  const source = await readFile('server/router.ts', 'utf8');
  return [...source.matchAll(/case '\/(api\/[^']+)':/g)].map(([, address = '']) => address).sort();
}

async function files(name: string): Promise<string[]> {
  const all = await readdir('app', { recursive: true });
  return all.filter((file) => file === name || file.endsWith(`/${name}`));
}

/** Without the groups, which no address shows. */
function addressOf(file: string): string {
  const parts = file.split('/').slice(0, -1);
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`;
}
