import { expect, test } from 'vitest';
import type { PublicWindow } from '#features/draft/dto.ts';
import { decidedReceipt, publishedReceipt } from './receipts.ts';

const hour = 3_600_000;
const later = new Date(Date.now() + hour);
const shown: PublicWindow = {
  href: '/world/shown',
  slug: 'shown',
  revision: 1,
  from: '2020-01-01T00:00:00.000Z',
  to: null,
  embargoUntil: null,
};
const planned = { ...shown, href: '/world/planned', from: later.toISOString() };
const never = { publicNow: null, publicNext: null, wasPublic: false };
const isPublic = { publicNow: shown, publicNext: null, wasPublic: true };
const isScheduled = { ...never, publicNext: planned };
const made = (from: Date, href: string) => ({
  ...{ articleId: 'a', slug: 'a', href, from: from.toISOString(), to: null, embargoUntil: null },
  isPublic: from <= new Date(),
});

test('what is public now can be seen as readers do', () => {
  expect(publishedReceipt(made(new Date(), '/a'), never, 'UTC')).toMatchObject({ readAt: '/a', expected: 'there' });
});

test('a story that is scheduled and was never public is at no address yet', () => {
  expect(publishedReceipt(made(later, '/a'), never, 'UTC')).toMatchObject({
    readAt: null,
    isToCome: true,
    expected: null,
  });
});

test('of a scheduled update readers see the version before', () => {
  expect(publishedReceipt(made(later, '/a'), isPublic, 'UTC')).toMatchObject({ readAt: '/world/shown' });
});

test('a killed story is looked for where it was, and one that was never public is said to have been seen by nobody', () => {
  expect(decidedReceipt('kill', isPublic, null, 'UTC')).toMatchObject({
    ...{ href: '/world/shown', readAt: null, expected: 'gone' },
  });
  expect(decidedReceipt('kill', never, null, 'UTC')).toMatchObject({
    ...{ href: null, readAt: null, isToCome: false, expected: null },
    text: 'It was never public: no reader has seen it, and none will.',
  });
  expect(decidedReceipt('kill', { ...never, wasPublic: true }, null, 'UTC').text).toContain('not public any more');
});

test('a story that is to leave later is still read where it is, if it is anywhere', () => {
  expect(decidedReceipt('unpublish', isPublic, later, 'UTC').readAt).toBe('/world/shown');
  expect(decidedReceipt('unpublish', isScheduled, later, 'UTC').readAt).toBeNull();
  expect(decidedReceipt('unpublish', isPublic, null, 'UTC')).toMatchObject({ readAt: null, expected: 'gone' });
});

test('what an embargo hid is read once it is lifted, and what is scheduled too is not', () => {
  const hidden = { ...never, publicNext: { ...shown, embargoUntil: later.toISOString() } };
  expect(decidedReceipt('embargo', hidden, null, 'UTC').readAt).toBe('/world/shown');
  expect(decidedReceipt('embargo', isScheduled, null, 'UTC').readAt).toBeNull();
  expect(decidedReceipt('embargo', isPublic, later, 'UTC')).toMatchObject({ readAt: null, expected: 'gone' });
});

test('what only waits for its time is taken back, not unpublished', () => {
  expect(decidedReceipt('unpublish', isScheduled, null, 'UTC')).toMatchObject({
    title: 'Not to be published',
    text: 'Nothing is published when its time comes. The story is a draft again.',
    expected: null,
  });
  expect(decidedReceipt('unpublish', isPublic, null, 'UTC').title).toBe('Unpublished');
});

test('of a decision for later it is said what readers see until then', () => {
  expect(decidedReceipt('unpublish', isPublic, later, 'UTC').text).toMatch(/^Readers see it until .+ UTC[.]$/);
  expect(decidedReceipt('embargo', isPublic, later, 'UTC').text).toMatch(/^Nobody outside the desk sees it before /);
});
