/**
 * Whether an error of a connection to a local server means that it is coming up or going down, so that another look
 * is worth while: refused or broken connections, and SQLSTATE 57P01 to 57P03.
 */
export function isStillStarting(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code ?? '';
  return passing.has(code);
}

const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  '57P01',
  '57P02',
  '57P03',
]);
