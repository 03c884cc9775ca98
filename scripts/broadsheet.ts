import { Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { closeDatabase } from '#db/client.ts';
import { archiveArticle } from '#features/article/commands/archive-article.ts';
import { embargoArticle } from '#features/article/commands/embargo-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { listRecent, resolveArticle } from '#features/article/desk-queries.ts';
import { pinArticle } from '#features/pin/commands/pin-article.ts';
import { unpinArticle } from '#features/pin/commands/unpin-article.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { readSettings } from '#features/settings/queries.ts';
import { systemActor } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import { useRunningDatabase } from './database/use-running-database.ts';
import { storyFields, writeStory } from './story/write-story.ts';

const actor = systemActor('command line');
const program = new Command('broadsheet').description('Drive the site by the same commands as the desk.');

const moment = (text: string): Date => {
  const date = new Date(/^\+\d+$/.test(text) ? Date.now() + Number(text) * 1000 : text);
  if (Number.isNaN(date.getTime())) {
    throw new InvalidArgumentError('Write a moment as 2026-11-22T18:00:00Z, or +SECONDS from now.');
  }
  return date;
};
const count = (text: string): number => {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Write a number from 0 to 9999.');
  return Number(text);
};
const place = (text: string) => {
  const parsed = z.enum(['front', 'recommendation']).safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError("A place is 'front' or 'recommendation'.");
  return parsed.data;
};

const article = program.command('article').description('stories; WHICH is an id or an address such as /world/a-story');

article
  .command('list')
  .description('the stories that changed last')
  .option('--limit <n>', 'how many', count, 20)
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
    print(options.publish ? await publishArticle(actor, { articleId }) : { articleId });
  });

article
  .command('publish')
  .argument('<which>')
  .option('--until <moment>', 'when it leaves the public again', moment)
  .option('--embargo <moment>', 'not before this', moment)
  .option('--minor', 'a change that readers need not be told of')
  .action(async (which: string, options: { until?: Date; embargo?: Date; minor?: boolean }) => {
    const { id } = await resolveArticle(which);
    const { until, embargo: embargoUntil } = options;
    print(await publishArticle(actor, { articleId: id, until, embargoUntil, substantive: !options.minor }));
  });

article
  .command('schedule')
  .argument('<which>')
  .requiredOption('--at <moment>', 'when it becomes public', moment)
  .option('--until <moment>', 'when it leaves the public again', moment)
  .action(async (which: string, options: { at: Date; until?: Date }) => {
    print(await publishArticle(actor, { articleId: (await resolveArticle(which)).id, ...options }));
  });

article
  .command('unpublish')
  .argument('<which>')
  .option('--at <moment>', 'when; without it, now', moment)
  .action(async (which: string, { at }: { at?: Date }) => {
    print(await unpublishArticle(actor, { articleId: (await resolveArticle(which)).id, at }));
  });

article
  .command('embargo')
  .argument('<which>')
  .addOption(new Option('--until <moment>', 'hidden until then').argParser(moment).conflicts('lift'))
  .option('--lift', 'shown again at once')
  .action(async (which: string, { until, lift }: { until?: Date; lift?: boolean }) => {
    if (!(until || lift)) throw new Refusal('invalid', 'Give --until and a moment, or --lift.');
    print(await embargoArticle(actor, { articleId: (await resolveArticle(which)).id, until: until ?? null }));
  });

article
  .command('archive')
  .argument('<which>')
  .action(async (which: string) => print(await archiveArticle(actor, { articleId: (await resolveArticle(which)).id })));

article
  .command('kill')
  .argument('<which>')
  .requiredOption('--reason <text>', 'why; it stands in the audit log')
  .action(async (which: string, { reason }: { reason: string }) => {
    print(await killArticle(actor, { articleId: (await resolveArticle(which)).id, reason }));
  });

const pin = program.command('pin').description("the slots that editors arrange: 'front' and 'recommendation'");

pin
  .command('set')
  .argument('<place>', '', place)
  .argument('<which>')
  .option('--position <n>', 'its place among the others, from 0', count, 0)
  .option('--until <moment>', '', moment)
  .action(async (where: 'front' | 'recommendation', which: string, options: { position: number; until?: Date }) => {
    const { id: articleId } = await resolveArticle(which);
    print(
      await pinArticle(actor, { place: where, articleId, position: options.position, endsAt: options.until ?? null }),
    );
  });

pin
  .command('remove')
  .argument('<place>', '', place)
  .argument('<which>')
  .action(async (where: 'front' | 'recommendation', which: string) => {
    print(await unpinArticle(actor, { place: where, articleId: (await resolveArticle(which)).id }));
  });

const settings = program.command('settings').description("the site's name, language and so on");

settings
  .command('show', { isDefault: true })
  .description('all settings, with their defaults')
  .action(async () => print(await readSettings()));

settings
  .command('set')
  .argument('<name>', 'such as name, description, timeZone, language or voteLabel')
  .argument('<value>')
  .action(async (name: string, value: string) => print(await changeSettings(actor, { [name]: value })));

function print(value: unknown): void {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}\n`);
}

const database = await useRunningDatabase();
try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
  await database.stop();
}
