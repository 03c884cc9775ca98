import { outsideTransaction } from '#db/apply-migrations.ts';

interface Rule {
  readonly unsafe: RegExp;
  /** What would make it safe, of a statement that the first pattern finds. */
  readonly unless?: RegExp;
  readonly reason: string;
}

/** What holds readers or writers of a large table up for as long as it takes to read or write all of it. */
const rules: readonly Rule[] = [
  {
    unsafe: /^(create (unique )?index|drop index|reindex)\b/i,
    unless: /\bconcurrently\b/i,
    reason: 'builds or drops an index with its table locked: use CONCURRENTLY',
  },
  {
    unsafe: /\badd constraint\b.*\b(check|foreign key)\b/is,
    unless: /\bnot valid\b/i,
    reason: 'reads the whole table under a lock: add it NOT VALID and VALIDATE it in a later migration',
  },
  {
    unsafe: /\badd constraint\b.*\b(unique|primary key|exclude)\b/is,
    unless: /\busing index\b/i,
    reason: 'builds an index with its table locked: build it CONCURRENTLY and add the constraint USING INDEX',
  },
  {
    unsafe: /\balter column\b.*\b(set data type|type)\b/is,
    reason: 'writes the whole table anew: add another column and fill it',
  },
  {
    unsafe: /\bset not null\b/i,
    reason: 'reads the whole table under a lock: add a CHECK that is NOT VALID and validate it first',
  },
  { unsafe: /^(truncate|vacuum full|cluster|lock table)\b/i, reason: 'locks the whole table' },
];

/**
 * Says of each statement of a migration that is not safe under traffic on a large table what is wrong with it. Tables
 * that the migration makes itself are empty, and nothing is unsafe on them.
 */
export function unsafeStatements(migration: string): string[] {
  const statements = migration.split('--> statement-breakpoint').map(withoutComments);
  const made = statements.flatMap(
    (statement) => /^create table (?:if not exists )?"?(\w+)"?/i.exec(statement)?.[1] ?? [],
  );
  const existing = statements.filter((statement) => !made.includes(tableOf(statement)));
  const found = existing.flatMap((statement) =>
    rules
      .filter(({ unsafe, unless }) => unsafe.test(statement) && !unless?.test(statement))
      .map(({ reason }) => `${firstLine(statement)}: ${reason}`),
  );
  if (!migration.startsWith(outsideTransaction)) found.push(...locksHeld(existing));
  return found;
}

/** In one transaction a table that was altered stays locked while rows are written or read after it. */
function locksHeld(statements: readonly string[]): string[] {
  const altered = new Set<string>();
  return statements.flatMap((statement) => {
    if (/^alter table\b/i.test(statement) && !/\bvalidate constraint\b/i.test(statement)) {
      altered.add(tableOf(statement));
      return [];
    }
    const reads = /^(update|delete|insert)\b|\bvalidate constraint\b/i.test(statement);
    return reads && altered.size > 0
      ? [
          `${firstLine(statement)}: reads or writes rows while ${[...altered].join(', ')} is locked: use a migration of its own`,
        ]
      : [];
  });
}

function tableOf(statement: string): string {
  const [, table = ''] =
    /^(?:alter table|create (?:unique )?index .*? on)\s+(?:only )?"?(\w+)"?/is.exec(statement) ?? [];
  return table;
}

const withoutComments = (statement: string): string => statement.replaceAll(/^\s*--.*$/gm, '').trim();
const firstLine = (statement: string): string => statement.split('\n', 1)[0] ?? '';
