import { expect, test, vi } from 'vitest';
import { Refusal } from './errors.ts';
import { log } from './log.ts';
import { toResult } from './result.ts';
import { withTrace } from './trace.ts';

test('what a command gives is the data of a result', async () => {
  expect(await toResult(async () => 7)).toEqual({ ok: true, data: 7 });
});

test('a refusal is passed on with its code, its sentence and its fields', async () => {
  const refuse = (fields?: Record<string, string>) =>
    toResult(() => Promise.reject(new Refusal('conflict', 'No.', fields)));
  expect(await refuse()).toEqual({ ok: false, error: { code: 'conflict', message: 'No.' } });
  expect(await refuse({ slug: 'taken' })).toMatchObject({ error: { fields: { slug: 'taken' } } });
});

test('what nobody expected is logged with its cause, and its text reaches nobody', async () => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  const fault = new Error('relation "votes" does not exist');
  const result = await toResult(() => Promise.reject(fault));
  expect(result).toMatchObject({ ok: false, error: { code: 'fault' } });
  expect(JSON.stringify(result)).not.toContain('votes');
  expect(logged).toHaveBeenCalledWith({ err: fault }, expect.any(String));
  logged.mockRestore();
});

test('that a command was asked is written down, also where it refused', async () => {
  const refusing = () => Promise.reject(new Refusal('invalid', 'No.'));
  const { trace } = await withTrace(() => toResult(refusing));
  expect(trace.acted).toBe(true);
});
