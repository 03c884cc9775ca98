import 'server-only';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { fediverseActivities } from '#db/schema/fediverse.ts';
import { machineDates } from '#features/article/machine-dates.ts';
import {
  announceDocument,
  createDocument,
  type Document,
  everybody,
  said,
  storyDocument,
  toEverybody,
  tombstoneDocument,
} from '#features/fediverse/documents.ts';
import { fediverseHref } from '#features/fediverse/model.ts';
import { findPublicStory } from '#features/fediverse/queries.ts';
import { absoluteUrl, type Site } from '#features/site/model.ts';

export type Activity = typeof fediverseActivities.$inferSelect;

export async function findActivity(activityId: string): Promise<Activity | null> {
  const [row] = await database().select().from(fediverseActivities).where(eq(fediverseActivities.id, activityId));
  return row ?? null;
}

/** What an activity says now; null where there is nothing to say any more, since the story is not public as it was. */
export async function activityDocument(activity: Activity, site: Site): Promise<Document | null> {
  const { kind, bylineId, follow } = activity;
  if (kind === 'accept') {
    const actor = absoluteUrl(fediverseHref.actor(bylineId), site);
    return {
      ...said('Accept', `${actor}#accept-${activity.id}`, bylineId, site),
      object: { id: follow?.id, type: 'Follow', actor: follow?.actor, object: actor },
    };
  }
  const [articleId, round] = [activity.articleId as string, activity.round as number];
  const story = absoluteUrl(fediverseHref.story(articleId, round), site);
  switch (kind) {
    case 'delete': {
      const object = tombstoneDocument(articleId, round, site);
      return { ...said('Delete', `${story}#delete`, null, site), to: [everybody], object };
    }
    case 'undo': {
      const object = announceDocument(bylineId as string, { articleId, round }, site);
      return {
        ...said('Undo', `${story}#undo-${activity.id}`, bylineId, site),
        ...toEverybody(bylineId, site),
        object,
      };
    }
  }
  const known = await findPublicStory(articleId, site);
  if (known?.round !== round) return null;
  switch (kind) {
    case 'create':
      return createDocument(known, site);
    case 'update': {
      const object = storyDocument(known, site);
      return { ...said('Update', `${story}#update-${activity.id}`, null, site), ...toEverybody(null, site), object };
    }
    case 'announce': {
      const { published } = machineDates(known.story);
      return announceDocument(bylineId as string, { articleId, round, published }, site);
    }
  }
}
