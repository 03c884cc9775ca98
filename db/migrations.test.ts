import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unsafeStatements } from './testing/unsafe-statements.ts';

const folder = join(import.meta.dirname, 'migrations');
/** Those before landed when migrations were run otherwise; what has landed never changes. */
const firstChecked = '0011';
const files = (await readdir(folder)).filter((name) => name.endsWith('.sql') && name >= firstChecked);

test.each(files)('%s runs safely under traffic on a large table', async (name) => {
  expect(unsafeStatements(await readFile(join(folder, name), 'utf8'))).toEqual([]);
});

describe('a migration is found unsafe that', () => {
  test.each([
    ['builds an index', 'CREATE INDEX a ON "articles" (slug);'],
    ['drops an index', 'DROP INDEX a;'],
    ['checks all rows', 'ALTER TABLE articles ADD CONSTRAINT a CHECK (slug <> $$$$);'],
    ['follows all references', 'ALTER TABLE articles ADD CONSTRAINT a FOREIGN KEY (x) REFERENCES y(id);'],
    ['builds a unique index', 'ALTER TABLE articles ADD CONSTRAINT a UNIQUE (slug);'],
    ['rewrites a column', 'ALTER TABLE articles ALTER COLUMN slug SET DATA TYPE varchar(10);'],
    ['reads a column', 'ALTER TABLE articles ALTER COLUMN slug SET NOT NULL;'],
    ['locks a table', '-- why\nLOCK TABLE articles;'],
    [
      'writes rows under its lock',
      'ALTER TABLE articles ADD a int;--> statement-breakpoint\nUPDATE articles SET a = 1;',
    ],
    ['keeps another table locked', 'ALTER TABLE articles ADD a int;--> statement-breakpoint\nDELETE FROM tags;'],
  ])('%s', (_, migration) => {
    expect(unsafeStatements(migration)).toEqual([expect.stringMatching(/: /)]);
  });
});

test.each([
  ['a table of its own', 'CREATE TABLE "a" (id int);--> statement-breakpoint\nCREATE INDEX b ON "a" (id);'],
  ['an index beside the traffic', '-- outside a transaction\nCREATE INDEX CONCURRENTLY b ON articles (slug);'],
  ['a check of rows to come', 'ALTER TABLE articles ADD CONSTRAINT a CHECK (slug <> $$$$) NOT VALID;'],
  ['a column with a default', "ALTER TABLE articles ADD COLUMN a text DEFAULT 'b' NOT NULL;"],
])('%s is safe', (_, migration) => {
  expect(unsafeStatements(migration)).toEqual([]);
});
