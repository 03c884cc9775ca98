import { StartProblem } from '#lib/start-problem.ts';

/** One sentence for an error that a person at the terminal can mend; any other error as it is. */
export function explainDatabaseError(error: unknown, url: string, variable = 'DATABASE_URL'): unknown {
  const { code = '', message } = (causeOf(error) ?? {}) as { code?: string; message?: string };
  const { hostname, port, pathname, username } = new URL(url);
  const where = `${hostname}:${port || 5432}`;
  const sentence = sentences({ variable, where, role: username, database: pathname.slice(1), message: message ?? '' })[
    code
  ];
  return sentence ? new StartProblem(sentence, { cause: error }) : error;
}

interface Place {
  readonly variable: string;
  readonly where: string;
  readonly role: string;
  readonly database: string;
  readonly message: string;
}

/** By error code of Node's sockets, of postgres.js, or SQLSTATE. */
function sentences({ variable, where, role, database, message }: Place): Record<string, string> {
  const unreachable = `No Postgres answers at ${where}; start it, or correct ${variable}.`;
  const refused = `The Postgres at ${where} does not let ${role} in (${message}); correct the name and password in ${variable}.`;
  const unencrypted = `The Postgres at ${where} takes no encrypted connection; turn TLS on there, or take sslmode out of ${variable}.`;
  return {
    ECONNREFUSED: unreachable,
    ECONNRESET: /TLS/.test(message) ? unencrypted : unreachable,
    ETIMEDOUT: unreachable,
    EHOSTUNREACH: unreachable,
    ENETUNREACH: unreachable,
    CONNECT_TIMEOUT: unreachable,
    CONNECTION_CLOSED: unreachable,
    CONNECTION_DESTROYED: unreachable,
    ENOTFOUND: `The host of ${variable}, ${where}, is not known; correct its name.`,
    EAI_AGAIN: `The host of ${variable}, ${where}, cannot be looked up; correct its name or mend the network.`,
    '28P01': refused,
    '28000': refused,
    '3D000': `The Postgres at ${where} has no database ${database}; create it, or correct ${variable}.`,
    '42501': `The role ${role} at ${where} lacks a right that migrating needs (${message}); let it own the database and create roles.`,
    '53100': `The disk of the Postgres at ${where} is full; free some space and start again.`,
    '53300': `The Postgres at ${where} has no free connection; raise max_connections or close some.`,
    '55P03': `Another session of the Postgres at ${where} holds on to a table that is to be changed; end it and start again.`,
    '57P03': `The Postgres at ${where} is not taking connections (${message}); wait a moment and start again.`,
  };
}

/** Drizzle and aggregate errors wrap what happened. */
function causeOf(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return causeOf(error.errors[0]);
  if (error instanceof Error && error.cause && !('code' in error)) return causeOf(error.cause);
  return error;
}
