/**
 * The words of the trade that are chosen from a list, in the database as in forms. A word added here must be added to
 * the check of its column by a migration too.
 */

/** From the least rights to the most. */
export const roles = ['contributor', 'author', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** The genre of a story, which decides its kicker and its schema.org type. */
export const articleKinds = ['news', 'report', 'analysis', 'background', 'opinion', 'review', 'live'] as const;
export type ArticleKind = (typeof articleKinds)[number];

/**
 * Which address search engines are to keep of a story: its own, that of the original (for copy from elsewhere), or none.
 */
export const canonicals = ['self', 'source', 'noindex'] as const;
export type Canonical = (typeof canonicals)[number];

/**
 * What the desk has decided. `published` says that publications exist; whether one is in force is a matter of the
 * clock (see publications). A `stub` is only a headline seen elsewhere and can never be published.
 */
export const articleStates = ['stub', 'draft', 'in_review', 'published', 'archived', 'killed'] as const;
export type ArticleState = (typeof articleStates)[number];

/** What the date of a story's first publication says; `copied`: only when somebody copied it, which was later. */
export const dateMeanings = ['original', 'copied'] as const;
export type DateMeaning = (typeof dateMeanings)[number];

/** Where editors can put a story by hand; `unrecommended` is never recommended, but stands wherever else it belongs. */
export const pinPlaces = ['front', 'recommendation', 'unrecommended'] as const;
export type PinPlace = (typeof pinPlaces)[number];

/** The best first: browsers take the first that they know. */
export const renditionFormats = ['avif', 'webp', 'jpeg'] as const;
export type RenditionFormat = (typeof renditionFormats)[number];

export const voteIntents = ['vote', 'withdraw'] as const;
export type VoteIntent = (typeof voteIntents)[number];

/**
 * What the history of votes is made of. A vote and a release add one to the tally, a withdrawal and a hold take one
 * away; what is cast or withdrawn while it is held changes nothing there.
 */
export const voteEventKinds = [...voteIntents, 'vote_held', 'withdraw_held', 'hold', 'release'] as const;

/** What an editor says of a burst of votes. */
export const quarantineDecisions = ['accepted', 'rejected'] as const;
export type QuarantineDecision = (typeof quarantineDecisions)[number];

/** Where a reader came from, as far as it is kept: a class, never an address. */
export const viewSources = ['search', 'social', 'assistant', 'site', 'own', 'direct'] as const;
export type ViewSource = (typeof viewSources)[number];

/** What the views of an hour are added up by. */
export const viewParts = ['source', 'section', 'byline'] as const;

/** Who is told outside of pages that changed: search engines, and the hubs of feeds. */
export const pingChannels = ['indexNow', 'webSub'] as const;
export type PingChannel = (typeof pingChannels)[number];

/** What became of what they were told; `abandoned` says that it was not worth trying any longer. */
export const pingStates = ['waiting', 'accepted', 'refused', 'abandoned'] as const;
export type PingState = (typeof pingStates)[number];

/** How far back a ranking looks. */
export const rankingSpans = ['hour', 'day', 'week'] as const;
export type RankingSpan = (typeof rankingSpans)[number];

/** What the stories of an archive are counted by. */
export const archiveUnits = ['month', 'second'] as const;

/** What is said to servers that follow (ActivityPub). */
export const activityKinds = ['accept', 'create', 'update', 'delete', 'announce', 'undo'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/**
 * How far a delivery came: it waits (for its next attempt), was taken, was refused for good, failed until nobody tried
 * any more, or was dropped because there is nothing to say any more.
 */
export const deliveryStates = ['waiting', 'taken', 'refused', 'failed', 'dropped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];
