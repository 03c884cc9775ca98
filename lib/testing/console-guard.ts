import { format } from 'node:util';
import { afterEach, beforeEach, expect } from 'vitest';

let errors: string[] = [];

/** What was written with console.error since the test began. A test that expects errors takes them with this. */
export function takeConsoleErrors(): string[] {
  const taken = errors;
  errors = [];
  return taken;
}

beforeEach(() => {
  errors = [];
  console.error = (...parts: unknown[]) => {
    errors.push(format(...parts));
  };
});

afterEach(() => {
  expect(takeConsoleErrors(), 'console.error was called').toEqual([]);
});
