import { expect, test } from 'vitest';
import { processWide } from './global.ts';

test('the first to ask makes the value, the others get the same one', () => {
  const first = processWide('test-registry', () => new Map());
  const second = processWide('test-registry', () => new Map());
  expect(second).toBe(first);
});

test('different names hold different values', () => {
  expect(processWide('test-a', () => ({}))).not.toBe(processWide('test-b', () => ({})));
});

test('two copies of the module share their values', async () => {
  const copy: typeof import('./global.ts') = await import(`./global.ts?${'copy'}`);
  expect(copy.processWide).not.toBe(processWide);
  const here = processWide('test-shared', () => new Set());
  expect(copy.processWide('test-shared', () => new Set())).toBe(here);
});

test('a value that counts as false is made once, too', () => {
  let made = 0;
  const make = () => {
    made += 1;
    return 0;
  };
  processWide('test-zero', make);
  processWide('test-zero', make);
  expect(made).toBe(1);
});
