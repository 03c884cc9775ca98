import type { ChildProcess } from 'node:child_process';
import { measureSpeed, type Speed } from './throughput.ts';
import { fetchAs } from './weigh-page.ts';

const rounds = 4;
const seconds = 2;

/** The same page in full and as a 304, in turns: what a reader who has it already costs beside one who has not. */
export async function measureNotModified(
  generator: ChildProcess,
  site: { readonly url: string; readonly process: ChildProcess },
  path: string,
): Promise<{ whole: Speed[]; notModified: Speed[] }> {
  const url = site.url + path;
  const { rawHeaders } = await fetchAs(url, 'gzip');
  const etag = rawHeaders[rawHeaders.findIndex((name) => name.toLowerCase() === 'etag') + 1] ?? '';
  const one = { name: 'Broadsheet', pids: [site.process.pid] };
  const headers = { 'accept-encoding': 'gzip' };
  const speeds = { whole: [] as Speed[], notModified: [] as Speed[] };
  for (let round = 0; round < rounds; round += 1) {
    speeds.whole.push(await measureSpeed(generator, one, { url, headers, status: 200, seconds }));
    const condition = { ...headers, 'if-none-match': etag };
    speeds.notModified.push(await measureSpeed(generator, one, { url, headers: condition, status: 304, seconds }));
  }
  return speeds;
}
