import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer that the bare server gives to whatever it is asked. Headers are flat: name, value, … */
export interface BareAnswer {
  readonly headers: string[];
  readonly body: Uint8Array;
}

// A process of its own: `node:http` with one answer in memory, the most that a server in Node can do.
process.once('message', async (answers: BareAnswer[]) => {
  const ports = await Promise.all(answers.map(serve));
  process.send?.(ports);
});

function serve({ headers, body }: BareAnswer): Promise<number> {
  const server = createServer((_, response) => {
    response.writeHead(200, headers);
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, () => resolve((server.address() as AddressInfo).port));
  });
}
