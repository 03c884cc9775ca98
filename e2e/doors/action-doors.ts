import type { Role } from '#lib/vocabulary.ts';
import { type Newsroom, type Person, seen, type Target, word } from '../fixtures/newsroom.ts';

/** What is expected of an action when somebody posts to it by hand. */
export interface Door {
  /** The least role that may, on what is one's own; without it a thing belongs to nobody. */
  readonly own?: Role;
  /** The least role that may, on what is another's. */
  readonly others: Role;
  readonly prepare?: (room: Newsroom, owner: Person) => Promise<Target>;
  readonly given: (target: Target, room: Newsroom) => unknown[] | Promise<unknown[]>;
  /** What is answered to who may, `ok` if nothing else is said. */
  readonly outcome?: string;
  readonly shows?: (data: unknown) => boolean;
}

const form = (fields: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};
const named = (name = word()) => form({ name });
const id = (target: Target) => [{ articleId: target.id }];
const draft = (room: Newsroom, owner: Person) => room.draft(owner);
const published = (room: Newsroom, owner: Person) => room.published(owner);
const inAnHour = () => new Date(Date.now() + 3_600_000);

/** Whom an admin's actions are tried on: nobody who tries anything else. */
const colleague = (given: (userId: string) => unknown): Door => ({
  others: 'admin',
  prepare: async (room) => ({ id: await room.userId('suspended') }),
  given: ({ id: userId }) => [given(userId)],
});
const invitation: Pick<Door, 'others' | 'prepare' | 'given'> = {
  others: 'admin',
  prepare: async (room) => {
    const invited = { email: `${word()}@herald.example`, role: 'author' };
    const { invitationId } = await room.must<{ invitationId: string }>('admin', 'inviteAction', [invited]);
    return { id: invitationId };
  },
  given: ({ id: invitationId }) => [{ invitationId }],
};
const anything = { others: 'contributor', given: () => ['a'] } as const satisfies Door;

async function newTag(room: Newsroom): Promise<Target> {
  const name = word();
  await room.must('editor', 'createTagAction', [null, named(name)]);
  return { id: await room.idOf('tags', 'slug', name) };
}
async function newByline(room: Newsroom): Promise<Target> {
  const name = word();
  await room.must('editor', 'createBylineAction', [null, named(name)]);
  return { id: await room.idOf('bylines', 'handle', name) };
}
async function newSection(room: Newsroom, _owner?: Person, parentId = ''): Promise<Target> {
  const name = word();
  await room.must('editor', 'createSectionAction', [null, form({ name, parentId })]);
  return { id: await room.idOf('sections', 'slug', name), parentId };
}
async function newSubsection(room: Newsroom): Promise<Target> {
  const { id: parentId } = await newSection(room);
  return newSection(room, undefined, parentId);
}
async function pinned(room: Newsroom, owner: Person): Promise<Target> {
  const story = await room.published(owner);
  await room.must('editor', 'addPinAction', ['front', story.id]);
  return story;
}

async function submitted(room: Newsroom, owner: Person): Promise<Target> {
  const story = await room.draft(owner);
  await room.must('editor', 'submitStory', [seen(story)]);
  return story;
}

/** Every action that wants somebody signed in. */
export const deskActions: Record<string, Door> = {
  beginStory: { others: 'contributor', given: () => [] },
  keepVersion: { own: 'contributor', others: 'editor', prepare: draft, given: (story) => [seen(story)] },
  submitStory: { own: 'contributor', others: 'editor', prepare: draft, given: (story) => [seen(story)] },
  returnStory: { own: 'contributor', others: 'editor', prepare: submitted, given: id },
  publishStory: { own: 'author', others: 'editor', prepare: draft, given: (story) => [seen(story)] },
  restoreVersion: {
    ...{ own: 'contributor', others: 'editor', prepare: (room, owner) => room.kept(owner) },
    given: (story) => [{ ...seen(story), saveId: crypto.randomUUID(), from: { revisionId: story.revisionId } }],
  },
  unpublishStory: { own: 'author', others: 'editor', prepare: published, given: id },
  archiveStory: { own: 'editor', others: 'editor', prepare: published, given: id },
  restoreStory: { own: 'editor', others: 'editor', prepare: (room, owner) => room.archived(owner), given: id },
  embargoStory: {
    ...{ own: 'editor', others: 'editor', prepare: published },
    given: (story) => [{ articleId: story.id, until: inAnHour() }],
  },
  deleteStory: { own: 'contributor', others: 'editor', prepare: draft, given: id },
  killStory: { own: 'editor', others: 'editor', prepare: published, given: id },
  issueCorrectionAction: {
    ...{ own: 'author', others: 'editor', prepare: published },
    given: (story) => [story.id, null, form({ text: word() })],
  },
  // There is no such correction: who may is told so.
  withdrawCorrectionAction: {
    ...{ own: 'author', others: 'editor', prepare: published, outcome: 'not_found' },
    given: (story) => [{ articleId: story.id, correctionId: crypto.randomUUID() }],
  },
  linkTranslationAction: {
    // With itself: who may is told that it cannot be.
    ...{ own: 'contributor', others: 'contributor', prepare: draft, outcome: 'invalid' },
    given: (story) => [story.id, story.id],
  },
  unlinkTranslationAction: {
    // Nothing is linked: who may is told so.
    ...{ own: 'contributor', others: 'editor', prepare: draft, outcome: 'not_found' },
    given: (story) => [story.id],
  },
  previewStory: { own: 'contributor', others: 'editor', prepare: draft, given: id },
  endPreviews: { own: 'contributor', others: 'editor', prepare: draft, given: id },
  findTags: anything,
  findBylines: anything,
  askAddress: {
    ...{ others: 'contributor', prepare: newSection },
    given: ({ id: sectionId }) => [{ sectionId, slug: 'a', articleId: crypto.randomUUID() }],
  },
  addTag: { others: 'editor', given: () => [word()] },
  addByline: { others: 'editor', given: () => [word()] },
  createTagAction: { others: 'editor', given: () => [null, named()] },
  editTagAction: { others: 'editor', prepare: newTag, given: (tag) => [tag.id, null, named()] },
  deleteTagAction: { others: 'editor', prepare: newTag, given: (tag) => [tag.id] },
  createBylineAction: { others: 'editor', given: () => [null, named()] },
  editBylineAction: { others: 'editor', prepare: newByline, given: (byline) => [byline.id, null, named()] },
  deleteBylineAction: { others: 'editor', prepare: newByline, given: (byline) => [byline.id] },
  createSectionAction: { others: 'editor', given: () => [null, named()] },
  editSectionAction: { others: 'editor', prepare: newSection, given: (section) => [section.id, null, named()] },
  deleteSectionAction: { others: 'editor', prepare: newSection, given: (section) => [section.id] },
  orderSectionsAction: {
    ...{ others: 'editor', prepare: newSubsection },
    given: ({ id: sectionId, parentId }) => [parentId, [sectionId]],
  },
  addPinAction: { others: 'editor', prepare: published, given: (story) => ['front', story.id] },
  timePinAction: {
    ...{ others: 'editor', prepare: pinned },
    given: (story) => ['front', story.id, null, form({ endsAt: '2099-01-01T10:00' })],
  },
  removePinAction: { others: 'editor', prepare: pinned, given: (story) => ['front', story.id] },
  orderPinsAction: {
    // Another is pinned too: who may is told that the list is not the whole.
    ...{ others: 'editor', prepare: async (room, owner) => (await pinned(room, owner)) && pinned(room, owner) },
    ...{ given: (story) => ['front', [story.id]], outcome: 'conflict' },
  },
  // Nothing is held under this id: who may is told so.
  judgeVotesAction: { others: 'editor', given: () => ['rejected', crypto.randomUUID()], outcome: 'conflict' },
  describePictureAction: {
    ...{ own: 'contributor', others: 'editor', prepare: (room, owner) => room.picture(owner) },
    given: (picture) => [picture.id, null, form({ alt: 'Water' })],
  },
  deletePictureAction: {
    ...{ own: 'contributor', others: 'editor', prepare: (room, owner) => room.picture(owner) },
    given: (picture) => [picture.id],
  },
  changeSettingsAction: { others: 'admin', given: () => [null, form({ name: '' })], outcome: 'invalid' },
  inviteAction: { others: 'admin', given: () => [{ email: `${word()}@herald.example`, role: 'admin' }] },
  resendInvitationAction: invitation,
  withdrawInvitationAction: invitation,
  changeRoleAction: colleague((userId) => ({ userId, role: 'author' })),
  suspendAction: colleague((userId) => ({ userId })),
  restoreAction: {
    ...{ others: 'admin', prepare: async (room) => ({ id: await room.userId('contributor') }) },
    given: ({ id: userId }) => [{ userId }],
  },
  endSessionsAction: colleague((userId) => ({ userId })),
  endOwnSessionAction: {
    // Another's session is not one's own: nothing ends.
    ...{ others: 'contributor', given: () => [{ sessionId: crypto.randomUUID() }] },
    shows: (data) => (data as { ended: boolean }).ended === false,
  },
  changeNameAction: { others: 'contributor', given: () => [null, named()] },
  changePasswordAction: {
    ...{ others: 'contributor', outcome: 'refused' },
    given: () => [null, form({ current: 'not this one', password: 'seven quiet harbours' })],
    shows: (data) => (data as { message: string }).message === 'This is not your present password.',
  },
};

/** The actions that are there for strangers, and what each answers to one who knows nothing. */
export const openActions: Record<string, { given: unknown[]; outcome: string }> = {
  signInAction: {
    given: [null, form({ email: 'nobody@herald.example', password: 'guessed' })],
    outcome: 'refused',
  },
  signOutAction: { given: [], outcome: 'redirect' },
  acceptInvitationAction: {
    given: [null, form({ token: 'x'.repeat(43), name: 'Eve', password: 'seven quiet harbours' })],
    outcome: 'refused',
  },
  requestResetAction: { given: [null, form({ email: 'nobody@herald.example' })], outcome: 'redirect' },
  resetPasswordAction: {
    given: [null, form({ token: 'x'.repeat(43), password: 'seven quiet harbours' })],
    outcome: 'refused',
  },
  voteAction: { given: [form({ articleId: 'none', intent: 'vote' })], outcome: 'redirect' },
};
