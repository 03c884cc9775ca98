import { expect, test } from 'vitest';
import { articleVerbs, canArticle } from '#features/article/policy.ts';
import type { UserActor } from '#features/user/actor.ts';
import { articleStates, type Role } from '#lib/vocabulary.ts';
import type { EditedArticle, PublicWindow } from './dto.ts';
import { leavesWordsOut, offersOf, standingOf } from './model-offers.ts';

const mayOf = (role: Role): EditedArticle['may'] => {
  const actor: UserActor = { kind: 'user', id: 'me', name: 'Me', role };
  return Object.fromEntries(articleVerbs.map((verb) => [verb, canArticle(actor, verb, { createdBy: 'me' })])) as never;
};
const window: PublicWindow = {
  href: '/a/b',
  slug: 'b',
  revision: 1,
  from: '2020-01-01T00:00:00.000Z',
  to: null,
  embargoUntil: null,
};
const draft = { state: 'draft', publicNow: null, publicNext: null, wasPublic: false } as const;
const out = { state: 'published', publicNow: window, publicNext: null, wasPublic: true } as const;

test.for([
  ['contributor', draft, ['keep', 'submit', 'delete']],
  ['author', draft, ['keep', 'submit', 'publish', 'delete']],
  ['editor', draft, ['keep', 'submit', 'publish', 'delete', 'kill']],
  ['editor', { ...draft, wasPublic: true }, ['keep', 'submit', 'publish', 'kill']],
  ['contributor', out, ['keep']],
  ['author', out, ['keep', 'update', 'unpublish']],
  ['editor', out, ['keep', 'update', 'unpublish', 'archive', 'embargo', 'kill']],
  ['editor', { ...out, state: 'archived' }, ['keep', 'update', 'unpublish', 'restore', 'embargo', 'kill']],
] as const)('as %s is offered what the role may do with the story as it stands', ([role, article, offers]) => {
  expect([...offersOf({ ...article, may: mayOf(role) })]).toEqual(offers);
});

test('a submitted story is given back by editors, and taken back by who may write it', () => {
  for (const role of ['contributor', 'editor'] as const) {
    const offers = offersOf({ ...draft, state: 'in_review', may: mayOf(role) });
    expect(offers.has('return')).toBe(true);
    expect(offers.has('submit')).toBe(false);
  }
});

test('for a killed story and a stub nothing is offered to anybody', () => {
  for (const state of ['killed', 'stub'] as const) {
    expect(offersOf({ ...out, state, may: mayOf('admin') }).size).toBe(0);
  }
});

test('a published story is scheduled, under embargo, public or withdrawn as the clock says', () => {
  const later = new Date(Date.now() + 60_000).toISOString();
  expect(standingOf(out)).toBe('published');
  expect(standingOf({ ...out, publicNow: null, publicNext: { ...window, from: later } })).toBe('scheduled');
  expect(standingOf({ ...out, publicNow: null, publicNext: { ...window, embargoUntil: later } })).toBe('embargoed');
  const heldUntilLater = { ...window, from: later, embargoUntil: later };
  expect(standingOf({ ...out, publicNow: null, publicNext: heldUntilLater }), 'as the list has it').toBe('embargoed');
  expect(standingOf({ ...out, publicNow: null })).toBe('withdrawn');
  for (const state of articleStates) expect(standingOf({ ...out, state })).toBe(state);
});

test('an archived story that readers do not see is under embargo or withdrawn, as in the list', () => {
  const archived = { state: 'archived', publicNow: null } as const;
  const later = new Date(Date.now() + 60_000).toISOString();
  expect(standingOf({ ...archived, publicNext: { ...window, embargoUntil: later } })).toBe('embargoed');
  expect(standingOf({ ...archived, publicNext: null })).toBe('withdrawn');
});

test('words are left out of what is public, archived, scheduled or under embargo, until they are in its version', () => {
  const kept = { hasUnkeptWords: false, newestRevision: 1 };
  const later = new Date(Date.now() + 60_000).toISOString();
  const scheduled = { ...out, publicNow: null, publicNext: { ...window, from: later } };
  for (const article of [out, { ...out, state: 'archived' } as const, scheduled]) {
    expect(leavesWordsOut({ ...article, ...kept })).toBe(false);
    expect(leavesWordsOut({ ...article, ...kept }, true)).toBe(true);
    expect(leavesWordsOut({ ...article, ...kept, hasUnkeptWords: true })).toBe(true);
    expect(leavesWordsOut({ ...article, ...kept, newestRevision: 2 })).toBe(true);
  }
});

test('a draft, a withdrawn and a killed story have nothing public that words could be left out of', () => {
  const typed = { hasUnkeptWords: true, newestRevision: 2 };
  for (const article of [draft, { ...out, publicNow: null }, { ...out, state: 'killed' }] as const) {
    expect(leavesWordsOut({ ...article, ...typed }, true)).toBe(false);
  }
});
