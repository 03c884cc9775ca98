import { request } from 'node:http';

/** The status of a GET for this target as it is written: `fetch` would resolve its dot segments. */
export function rawStatus(base: string, target: string): Promise<number | undefined> {
  const { hostname: host, port } = new URL(base);
  return new Promise((resolve, reject) => {
    request({ host, port, path: target, agent: false }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}
