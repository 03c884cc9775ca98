import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { StartProblem } from '#lib/start-problem.ts';
import { explainDatabaseError } from './database-problem.ts';

const url = 'postgres://editor:hush@db.example:5433/news';
const failing = (code: string) => Object.assign(new Error('what the server said'), { code });

test.for([
  ['ECONNREFUSED', /^No Postgres answers at db\.example:5433; /],
  ['ENOTFOUND', /^The host of DATABASE_URL, db\.example:5433, is not known; /],
  ['28P01', /^The Postgres at db\.example:5433 does not let editor in \(what the server said\); /],
  ['3D000', /has no database news; /],
  ['55P03', /^Another session of the Postgres at db\.example:5433 holds on to a table/],
  ['53100', /^The disk of the Postgres at db\.example:5433 is full; /],
] as const)('%s becomes one sentence that says what to do and no password', ([code, sentence]) => {
  const problem = explainDatabaseError(failing(code), url) as Error;
  expect(problem).toBeInstanceOf(StartProblem);
  expect(problem.message).toMatch(sentence);
  expect(problem.message).toMatch(/\.$/);
  expect(problem.message).not.toContain('hush');
});

test('an error is recognised inside those that wrap it', () => {
  const wrapped = new DrizzleQueryError('select 1', [], failing('53100'));
  expect(explainDatabaseError(wrapped, url)).toBeInstanceOf(StartProblem);
  expect(
    explainDatabaseError(new AggregateError([failing('ECONNREFUSED')], 'every address refused'), url),
  ).toBeInstanceOf(StartProblem);
});

test('a server without encryption is told from one that is not there', () => {
  const message = 'Client network socket disconnected before secure TLS connection was established';
  const problem = explainDatabaseError(Object.assign(new Error(message), { code: 'ECONNRESET' }), url) as Error;
  expect(problem.message).toMatch(/takes no encrypted connection; .* take sslmode out of DATABASE_URL[.]$/);
});

test('an unknown error stays what it is', () => {
  const error = new Error('a bug');
  expect(explainDatabaseError(error, url)).toBe(error);
});
