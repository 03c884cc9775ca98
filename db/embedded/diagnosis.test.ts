import { expect, test } from 'vitest';
import { diskIsFull } from './diagnosis.ts';

test.each([
  'FATAL:  could not write to file "base/1/2691": No space left on device',
  'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 9',
  'ERROR:  could not write block 7: Disk quota exceeded',
])('a full disk is known by what Postgres writes: %s', (written) => {
  expect(diskIsFull(written)).toBe(true);
});

test('other failures are no full disk', () => {
  expect(diskIsFull('FATAL:  could not open file "base/1/2691": Permission denied')).toBe(false);
});
