import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { environmentFor } from '#lib/env.ts';

const root = join(import.meta.dirname, '..', '..');

test.for([
  ['scripts/up/main.ts', 'TRUSTED_PROXIES', 'everybody'],
  ['scripts/up/main.ts', 'SITE_URL', 'news.example'],
  ['scripts/migrate.ts', 'LOG_LEVEL', 'loud'],
  ['server/main.ts', 'WORKERS', 'many'],
  ['server/main.ts', 'TRUSTED_PROXIES', 'everybody'],
  ['scripts/import.ts stories.jsonl', 'DATABASE_URL', 'mysql://localhost/site'],
] as const)('%s says in one sentence that %s is not usable, before it begins', async ([command, variable, value]) => {
  const program = spawn(process.execPath, ['--conditions=react-server', ...command.split(' ')], {
    cwd: root,
    env: environmentFor({ PORT: '0', [variable]: value }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complaint, [code]] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, 'close'),
  ]);
  expect(complaint).toMatch(new RegExp(`^[^\\n]*${variable} [^\\n]*\\.\\n$`));
  expect(said).toBe('');
  expect(code).toBe(1);
});
