import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What a program that logs this writes, line by line. */
function logged(program: string): Record<string, unknown>[] {
  const { stdout, status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: join(import.meta.dirname, '..'),
    env: { NODE_ENV: 'test', LOG_LEVEL: 'info' },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('a line is JSON with its time, and the id of the request that it belongs to', () => {
  const [outside, one, same] = logged(`
    import { log } from '#lib/log.ts';
    import { withNewRequestId } from '#lib/request-id.ts';
    log.info('outside');
    withNewRequestId(() => { log.info('one'); withNewRequestId(() => log.info('same')); });`);
  expect(outside).toMatchObject({ msg: 'outside', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
  expect(outside).not.toHaveProperty('requestId');
  expect(one?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(same?.requestId).toBe(one?.requestId);
});

test('what is personal or secret is left out, even where a caller passes it by accident', () => {
  const secret = 'not-for-the-log';
  const names = ['email', 'password', 'token', 'cookie', 'authorization', 'address'];
  const lines = logged(`
    import { log } from '#lib/log.ts';
    for (const name of ${JSON.stringify(names)}) log.info({ [name]: '${secret}', kept: 1 }, 'flat');
    for (const name of ${JSON.stringify(names)}) log.info({ user: { [name]: '${secret}', kept: 1 } }, 'nested');`);
  expect(lines).toHaveLength(names.length * 2);
  expect(JSON.stringify(lines)).not.toContain(secret);
  expect(JSON.stringify(lines).match(/"kept":1/g)).toHaveLength(names.length * 2);
});
