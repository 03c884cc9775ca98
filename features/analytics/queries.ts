import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import type { Actor } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import { type ViewSource, viewSources } from '#lib/vocabulary.ts';
import {
  type Analytics,
  type AnalyticsSpan,
  type ArticleViews,
  type NamedViews,
  type SourceViews,
  type Step,
  stepsOf,
} from './model.ts';
import { rowsOf } from './rows-of.ts';
import { votesByHour, votesOfArticles, votesOneByOne } from './votes-since.ts';

/** How many sections, authors and articles are told. */
const most = 50;

/**
 * Views and votes of the whole site over a span that ends now, for editors. Days are those of the site's time zone,
 * as far as hours of UTC let them be told; minutes and hours begin where the clocks of UTC do. Refuses whoever may not see them.
 */
export async function readAnalytics(actor: Actor, span: AnalyticsSpan, now = new Date()): Promise<Analytics> {
  if (!canManage(actor, 'analytics'))
    throw new Refusal('forbidden', 'Only editors see what the whole site is read for.');
  const { timeZone } = await readSettings();
  const { unit, count } = stepsOf[span];
  const zone = unit === 'day' ? timeZone : 'UTC';
  const local = sql`(${now.toISOString()}::timestamptz at time zone ${zone})`;
  const first = sql`(date_trunc(${unit}, ${local}) - ${`${count - 1} ${unit}`}::interval)`;
  const of = { since: sql`(${first} at time zone ${zone})`, fromMinutes: span === 'now' };
  const [steps, sources, sections, authors, articles] = await Promise.all([
    readSteps(of, { unit, zone, first, local }),
    readSources(of),
    readSections(of),
    readAuthors(of),
    readArticles(of),
  ]);
  const total = {
    human: sum(steps, ({ human }) => human),
    filtered: sum(steps, ({ filtered }) => filtered),
    votes: sum(steps, ({ votes }) => votes),
  };
  return { steps, total, sources, sections, authors, articles };
}

interface Span {
  readonly since: SQL;
  /** The last half hour is counted by minutes; all else by hours. */
  readonly fromMinutes: boolean;
}

const sum = (steps: readonly Step[], of: (step: Step) => number): number =>
  steps.reduce((total, step) => total + of(step), 0);

interface Steps {
  readonly unit: (typeof stepsOf)[AnalyticsSpan]['unit'];
  /** Whose clocks the steps go by. */
  readonly zone: string;
  /** The beginning of the first step, and this moment, as these clocks show them. */
  readonly first: SQL;
  readonly local: SQL;
}

/** Steps are counted by the clocks: where a day begins at one because midnight was skipped, the next begins at midnight. */
async function readSteps({ since, fromMinutes }: Span, { unit, zone, first, local }: Steps): Promise<Step[]> {
  const views = fromMinutes
    ? sql`select minute as at, human, filtered from view_minutes where minute >= ${since}`
    : sql`select hour as at, human, filtered from view_shares where part = 'source' and hour >= ${since}`;
  const votes = fromMinutes ? votesOneByOne(since) : votesByHour(since);
  const rows = await rowsOf<Omit<Step, 'at'> & { at: number }>(sql`
    with viewed as (
      select date_trunc(${unit}, at, ${zone}) as at, sum(human) as human, sum(filtered) as filtered
      from (${views}) as counted group by 1
    ), voted as (
      select date_trunc(${unit}, at, ${zone}) as at, sum(votes) as votes from (${votes}) as changes group by 1
    )
    select extract(epoch from at)::float8 * 1000 as at, coalesce(human, 0)::float8 as human,
      coalesce(filtered, 0)::float8 as filtered, coalesce(votes, 0)::float8 as votes
    from (
      select clock at time zone ${zone} as at from generate_series(${first}, ${local}, ${`1 ${unit}`}::interval) as clock
    ) as steps
    left join viewed using (at) left join voted using (at) order by at`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

async function readSources({ since, fromMinutes }: Span): Promise<SourceViews[]> {
  const counted = fromMinutes
    ? sql`select source as key, human, filtered from view_minutes where minute >= ${since}`
    : sql`select key, human, filtered from view_shares where part = 'source' and hour >= ${since}`;
  const rows = await rowsOf<SourceViews>(sql`
    select key as source, sum(human)::float8 as human, sum(filtered)::float8 as filtered
    from (${counted}) as counted group by key`);
  const bySource = new Map<ViewSource, SourceViews>(rows.map((row) => [row.source, row]));
  return viewSources
    .map((source) => bySource.get(source) ?? { source, human: 0, filtered: 0 })
    .toSorted((one, other) => other.human - one.human);
}

async function readSections({ since, fromMinutes }: Span): Promise<NamedViews[]> {
  const counted = fromMinutes
    ? sql`
      select section_id as id, human, filtered from view_minutes join articles_public using (article_id)
      where minute >= ${since}`
    : sql`select key::uuid as id, human, filtered from view_shares where part = 'section' and hour >= ${since}`;
  return await rowsOf<NamedViews>(sql`
    select id, name, sum(human)::float8 as human, sum(filtered)::float8 as filtered
    from (${counted}) as counted join sections using (id) group by id, name order by human desc, name limit ${most}`);
}

async function readAuthors({ since, fromMinutes }: Span): Promise<NamedViews[]> {
  const counted = fromMinutes
    ? sql`
      select byline_id as id, human, filtered from view_minutes join articles_public using (article_id)
      join publication_bylines using (publication_id) where minute >= ${since}`
    : sql`select key::uuid as id, human, filtered from view_shares where part = 'byline' and hour >= ${since}`;
  return await rowsOf<NamedViews>(sql`
    select id, name, sum(human)::float8 as human, sum(filtered)::float8 as filtered
    from (${counted}) as counted join bylines using (id) group by id, name order by human desc, name limit ${most}`);
}

async function readArticles({ since, fromMinutes }: Span): Promise<ArticleViews[]> {
  const counted = fromMinutes
    ? sql`select article_id, human, filtered from view_minutes where minute >= ${since}`
    : sql`select article_id, human, filtered from view_buckets where hour >= ${since}`;
  return await rowsOf<ArticleViews>(sql`
    with most as materialized (
      select article_id, sum(human)::float8 as human, sum(filtered)::float8 as filtered
      from (${counted}) as counted group by article_id order by human desc, article_id limit ${most}
    ), voted as (${votesOfArticles(sql`array(select article_id from most)`, since)})
    select a.id, a.headline, s.name as section, most.human, most.filtered, coalesce(votes, 0)::float8 as votes
    from most join articles a on a.id = most.article_id left join sections s on s.id = a.section_id
    left join voted using (article_id) order by most.human desc, a.id`);
}
