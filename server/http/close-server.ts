import type { Server } from 'node:http';

/** Stops taking connections, lets answers under way end, and cuts what is left after `milliseconds`. */
export async function closeServer(server: Server, milliseconds = 10_000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), milliseconds);
  await closed;
  clearTimeout(patience);
}
