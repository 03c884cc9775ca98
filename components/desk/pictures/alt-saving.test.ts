import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AltSaving, type AltState } from './alt-saving.ts';
import type { Answer } from './ask-server.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function field(answers: Answer<unknown>[] = []) {
  const sent: string[] = [];
  const said: AltState['kind'][] = [];
  const saving = new AltSaving('before', {
    send: async (words) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      sent.push(words);
      return answers.shift() ?? { ok: true, data: null };
    },
    onState: ({ kind }) => said.push(kind),
  });
  return { saving, sent, said };
}

test('the words are saved a second after the last key, though the field is not left', async () => {
  const { saving, sent } = field();
  saving.change('A bridge');
  expect(saving.isClean).toBe(false);
  await vi.advanceTimersByTimeAsync(1500);
  expect(sent).toEqual(['A bridge']);
  expect(saving.isClean).toBe(true);
});

test('words typed while a save is under way follow it, and arrive last', async () => {
  const { saving, sent } = field();
  saving.change('A');
  const settled = saving.settle();
  await vi.advanceTimersByTimeAsync(100);
  saving.change('A bridge ');
  const again = saving.settle();
  await vi.advanceTimersByTimeAsync(5000);
  await Promise.all([settled, again]);
  expect(sent).toEqual(['A', 'A bridge']);
  expect(saving.isClean).toBe(true);
});

test('what the server refuses stays unsaved, and says so', async () => {
  const { saving, said } = field([{ ok: false, error: { message: 'No.' } }]);
  saving.change('A bridge');
  await vi.advanceTimersByTimeAsync(2000);
  expect(said).toEqual(['same', 'saving', 'failed']);
  expect(saving.isClean).toBe(false);
});
