import { type Command, Option } from 'commander';
import { archiveArticle } from '#features/article/commands/archive-article.ts';
import { deleteArticle } from '#features/article/commands/delete-article.ts';
import { embargoArticle } from '#features/article/commands/embargo-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { listRecent, resolveArticle } from '#features/article/desk-queries.ts';
import { issueCorrection } from '#features/correction/commands/issue-correction.ts';
import { withdrawCorrection } from '#features/correction/commands/withdraw-correction.ts';
import { listCorrectionsOf } from '#features/correction/queries-desk.ts';
import { createPreviewLink } from '#features/preview/commands/create-preview-link.ts';
import { siteUrl } from '#lib/env.ts';
import { Refusal } from '#lib/errors.ts';
import { storyFields, writeStory } from '../story/write-story.ts';
import { count, moment } from '../terminal/options.ts';
import { type Answer, answering, print } from '../terminal/print.ts';
import { actor } from './actor.ts';
import { named, standingOf } from './standing.ts';
import { tellLink } from './tell-link.ts';

/** `article list|write|preview|publish|schedule|embargo|correct|unpublish|archive|delete|kill`, and so on. */
export function addArticleCommands(program: Command): void {
  const article = program
    .command('article')
    .description('stories; WHICH is an id or an address such as /world/a-story');
  const answer = answering(program);
  const tell = telling(answer);
  addWriting(article, answer, tell);
  addPublishing(article, tell);
  addCorrecting(article, answer, tell);
  addWithdrawing(article, answer, tell);
}

type Tell = <Result extends { articleId: string }>(what: string, result: Result) => Promise<void>;

/** What was done, to which story, and where it stands now: asked of the database after the change. */
const telling =
  (answer: Answer): Tell =>
  (what, result) =>
    answer(result, async () => {
      const article = await resolveArticle(result.articleId);
      return `${what} ${named(article)}: ${standingOf(article, siteUrl())}.`;
    });

const idOf = async (which: string): Promise<string> => (await resolveArticle(which)).id;

function addWriting(article: Command, answer: Answer, tell: Tell): void {
  article
    .command('list')
    .description('the stories that changed last')
    .option('--limit <n>', 'how many', count(1, 1000), 20)
    .action(async ({ limit }: { limit: number }) => {
      for (const row of await listRecent(limit)) {
        print([row.id, row.standing.padEnd(9), row.address ?? '(not published yet)', row.headline].join('  '));
      }
    });

  article
    .command('write')
    .description(`begin a story from a file of JSON; it may hold ${storyFields.join(', ')}`)
    .argument('<file>', "the file, or '-' for standard input")
    .option('--publish', 'publish it at once')
    .option('--into <which>', 'as a new revision of this story')
    .option('--new-section', 'make the section if there is none of that name')
    .action(async (file: string, options: { publish?: boolean; into?: string; newSection?: boolean }) => {
      const into = options.into === undefined ? undefined : await resolveArticle(options.into);
      const { articleId } = await writeStory(actor, file, { into, newSection: options.newSection ?? false });
      if (options.publish) await tell('Published', await publishArticle(actor, { articleId }));
      else await tell(into ? 'Wrote a new version of' : 'Wrote', { articleId });
    });

  article
    .command('preview')
    .description('a link under which anybody sees its newest words as readers would')
    .argument('<which>')
    .option('--hours <n>', 'for how long the link works', count(1, 168), 24)
    .action(async (which: string, { hours }: { hours: number }) => {
      const { url, expiresAt } = await createPreviewLink(actor, { articleId: await idOf(which), hours });
      await tellLink(answer, { url, expiresAt }, () => `${url}\nIt works until ${expiresAt.toISOString()}.`);
    });
}

function addPublishing(article: Command, tell: Tell): void {
  article
    .command('publish')
    .argument('<which>')
    .option('--until <moment>', 'when it leaves the public again', moment)
    .option('--embargo <moment>', 'not before this', moment)
    .option('--minor', 'a change that readers need not be told of')
    .action(async (which: string, options: { until?: Date; embargo?: Date; minor?: boolean }) => {
      const { until, embargo: embargoUntil } = options;
      const articleId = await idOf(which);
      const result = await publishArticle(actor, { articleId, until, embargoUntil, substantive: !options.minor });
      await tell('Published', result);
    });

  article
    .command('schedule')
    .argument('<which>')
    .requiredOption('--at <moment>', 'when it becomes public', moment)
    .option('--until <moment>', 'when it leaves the public again', moment)
    .action(async (which: string, options: { at: Date; until?: Date }) => {
      await tell('Scheduled', await publishArticle(actor, { articleId: await idOf(which), ...options }));
    });

  article
    .command('embargo')
    .argument('<which>')
    .addOption(new Option('--until <moment>', 'hidden until then').argParser(moment).conflicts('lift'))
    .option('--lift', 'shown again at once')
    .action(async (which: string, { until, lift }: { until?: Date; lift?: boolean }) => {
      if (!(until || lift)) throw new Refusal('invalid', 'Give --until and a moment, or --lift.');
      const result = await embargoArticle(actor, { articleId: await idOf(which), until: until ?? null });
      await tell(until ? 'Put under embargo' : 'Lifted the embargo of', result);
    });
}

function addCorrecting(article: Command, answer: Answer, tell: Tell): void {
  article
    .command('correct')
    .description('tell readers what was wrong in a story')
    .argument('<which>')
    .requiredOption('--text <text>', 'what was wrong, and what is right')
    .action(async (which: string, { text }: { text: string }) => {
      await tell('Corrected', await issueCorrection(actor, { articleId: await idOf(which), text }));
    });

  article
    .command('corrections')
    .description('the corrections of a story, the latest first')
    .argument('<which>')
    .action(async (which: string) => {
      const corrections = await listCorrectionsOf(await idOf(which));
      const lines = corrections.map(({ id, issuedAt, text }) => [id, issuedAt.toISOString(), text].join('  '));
      await answer({ corrections }, () => lines.join('\n') || 'There is none.');
    });

  article
    .command('withdraw-correction')
    .argument('<which>')
    .argument('<id>', 'as the list of corrections has it')
    .action(async (which: string, correctionId: string) => {
      await tell(
        'Withdrew a correction of',
        await withdrawCorrection(actor, { articleId: await idOf(which), correctionId }),
      );
    });
}

function addWithdrawing(article: Command, answer: Answer, tell: Tell): void {
  article
    .command('unpublish')
    .argument('<which>')
    .option('--at <moment>', 'when; without it, now', moment)
    .action(async (which: string, { at }: { at?: Date }) => {
      const result = await unpublishArticle(actor, { articleId: await idOf(which), at });
      await tell(at ? 'Planned the end of' : 'Unpublished', result);
    });

  article
    .command('archive')
    .argument('<which>')
    .action(async (which: string) => tell('Archived', await archiveArticle(actor, { articleId: await idOf(which) })));

  article
    .command('delete')
    .description('a draft that was never public, with all its versions')
    .argument('<which>')
    .action(async (which: string) => {
      const before = await resolveArticle(which);
      await answer(await deleteArticle(actor, { articleId: before.id }), () => `Deleted ${named(before)}.`);
    });

  article
    .command('kill')
    .argument('<which>')
    .requiredOption('--reason <text>', 'why; it stands in the audit log')
    .action(async (which: string, { reason }: { reason: string }) => {
      await tell('Killed', await killArticle(actor, { articleId: await idOf(which), reason }));
    });
}
