import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { withConnection } from './short-connection.ts';

test.for([
  ['says nothing', () => undefined],
  ['hangs up on everybody', (socket: Socket) => void socket.end()],
] as const)('a server that %s is not waited for longer than agreed', async ([, answer]) => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    answer(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const work = withConnection(`postgres://a:b@127.0.0.1:${port}/c`, (sql) => sql`select 1`, {
    patienceMilliseconds: 300,
  });
  await expect(work).rejects.toMatchObject({ code: 'CONNECT_TIMEOUT' });
  for (const socket of sockets) socket.destroy();
  server.close();
  await once(server, 'close');
});

test('a server that dies as soon as it has let somebody in is an error for who asked, and for nobody else', async () => {
  // AuthenticationOk and ReadyForQuery, as the protocol (version 3) has them.
  const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(welcome);
      socket.once('data', () => {
        server.close();
        socket.destroy();
      });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const work = withConnection(`postgres://a:b@127.0.0.1:${port}/c`, (sql) => sql`select 1`, { arrays: false });
  await expect(work).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
});
