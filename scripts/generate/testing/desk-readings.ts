import { analyticsSpans } from '#features/analytics/model.ts';
import { readAnalytics } from '#features/analytics/queries.ts';
import { readStoryAnalytics } from '#features/analytics/queries-story.ts';
import { listRecent } from '#features/article/desk-queries.ts';
import { listForDesk } from '#features/article/queries-desk-list.ts';
import { deskListQuery, listedStandings } from '#features/article/schema-desk-list.ts';
import { listActors, listAudit } from '#features/audit/queries.ts';
import { auditQuery } from '#features/audit/schema.ts';
import { listBylines } from '#features/byline/queries-desk.ts';
import { readDeskCorrections } from '#features/correction/queries-desk.ts';
import { isAddressTaken, searchBylines, searchTags } from '#features/draft/queries-terms.ts';
import { readVersionsPage } from '#features/draft/queries-versions-page.ts';
import { readWindows } from '#features/draft/queries-windows.ts';
import { listLibrary } from '#features/media/queries-library.ts';
import { libraryQuery } from '#features/media/schema.ts';
import { listPins } from '#features/pin/queries-desk.ts';
import { listPings } from '#features/ping/queries.ts';
import { countStories } from '#features/section/queries-desk.ts';
import { listTags } from '#features/tag/queries-desk.ts';
import { readDeskTranslations } from '#features/translation/queries-desk.ts';
import type { UserActor } from '#features/user/actor.ts';
import { listInvitations, listPeople, listSessions } from '#features/user/queries.ts';
import { listQuarantines } from '#features/vote/queries-desk.ts';

/** What the desk is asked for, as it stands when a reading begins. */
export interface SoughtAtDesk {
  readonly editor: UserActor;
  readonly section: string;
  readonly articleId: string;
  readonly tag: string;
  readonly byline: string;
}

/** What the desk lists, and what it looks up while somebody works. */
export function deskReadings(sought: () => SoughtAtDesk): Record<string, () => Promise<unknown>> {
  const listed = (query: Record<string, unknown>) => listForDesk(sought().editor, deskListQuery.parse(query), 20);
  const audit = (query: Record<string, unknown>) => listAudit(auditQuery.parse(query));
  const states = listedStandings.map((state) => [`stories that are ${state}`, () => listed({ state })]);
  const spans = analyticsSpans.map((span) => [`what was read: ${span}`, () => readAnalytics(sought().editor, span)]);
  return {
    ...Object.fromEntries(spans),
    'how a story was read': () => readStoryAnalytics(sought().editor, sought().articleId),
    'all stories of the desk': () => listed({}),
    ...Object.fromEntries(states),
    'stories of a section at the desk': () => listed({ section: sought().section }),
    "somebody's own stories": () => listed({ whose: 'mine' }),
    'stories by words of their headline at the desk': () => listed({ q: 'harbour' }),
    'the stories that changed last': () => listRecent(20),
    'the corrections of a story': () => readDeskCorrections(sought().editor, sought().articleId),
    'the translations of a story': () => readDeskTranslations(sought().editor, sought().articleId),
    'the times of a story': () => readWindows(sought().articleId),
    'the versions of a story': () =>
      readVersionsPage(sought().editor, sought().articleId, { show: null, after: null, each: false }),
    'whether an address is taken': () =>
      isAddressTaken({ sectionId: sought().section, slug: 'some-story', articleId: sought().articleId }),
    'tags at the desk': () => listTags({ q: '', after: null }),
    'tags at the desk after one': () => listTags({ q: '', after: sought().tag }),
    'tags at the desk by words': () => listTags({ q: 'a', after: null }),
    'tags to choose from': () => searchTags('a'),
    'bylines at the desk': () => listBylines({ q: '', after: null }),
    'bylines at the desk after one': () => listBylines({ q: '', after: sought().byline }),
    'people to choose from': () => searchBylines('a'),
    'what was told outside': () => listPings({ before: null }),
    'sections at the desk': countStories,
    'people with an account': () => listPeople({ q: '', after: null }),
    'invitations that wait': listInvitations,
    "somebody's sessions": () => listSessions(sought().editor.id),
    'the library of pictures': () => listLibrary(libraryQuery.parse({})),
    'the pins of the front': () => listPins('front'),
    'votes that wait for an editor': () => listQuarantines('waiting'),
    'votes that were judged': () => listQuarantines('judged'),
    'what was done': () => audit({}),
    'what somebody did': () => audit({ person: sought().editor.id }),
    'one act': () => audit({ kind: 'article.publish' }),
    'one kind of act, of the site itself': () => audit({ kind: 'stories', person: 'machine' }),
    'who did anything': listActors,
  };
}
