import { expect, test } from 'vitest';
import { z } from 'zod';
import { uuidAt, uuidOfNobody } from './identity.ts';
import { Random } from './random.ts';

test('a key of version 7 begins with its moment and is a valid UUID', () => {
  const random = new Random('keys');
  const keys = Array.from({ length: 1000 }, () => uuidAt(1_700_000_000_000, random));
  expect(new Set(keys).size).toBe(1000);
  for (const key of keys) {
    expect(z.uuidv7().safeParse(key).success).toBe(true);
    expect(Number.parseInt(key.replace('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
  }
});

test('a voter is a UUID of version 4', () => {
  const random = new Random('voters');
  for (let turn = 0; turn < 1000; turn += 1) {
    expect(z.uuidv4().safeParse(uuidOfNobody(turn, random)).success).toBe(true);
  }
});

test('no two voters are the same, though their streams of random numbers are', () => {
  const voters = new Set<string>();
  for (let number = 0; number < 100_000; number += 1) voters.add(uuidOfNobody(number, new Random('one')));
  expect(voters.size).toBe(100_000);
});
