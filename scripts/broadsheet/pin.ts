import type { Command } from 'commander';
import { resolveArticle } from '#features/article/desk-queries.ts';
import { pinArticle } from '#features/pin/commands/pin-article.ts';
import { unpinArticle } from '#features/pin/commands/unpin-article.ts';
import { type PinPlace, pinPlaces } from '#lib/vocabulary.ts';
import { count, moment, oneOf } from '../terminal/options.ts';
import { answering } from '../terminal/print.ts';
import { actor } from './actor.ts';
import { named } from './standing.ts';

/** `pin set|remove`. */
export function addPinCommands(program: Command): void {
  const place = oneOf(pinPlaces);
  const answer = answering(program);
  const pin = program.command('pin').description(`the slots that editors arrange: ${pinPlaces.join(' and ')}`);

  pin
    .command('set')
    .argument('<place>', 'where', place)
    .argument('<which>')
    .option('--position <n>', 'from 0, the first', count(0, 100), 0)
    .option('--until <moment>', 'when it leaves the place again', moment)
    .action(async (where: PinPlace, which: string, { position, until }: { position: number; until?: Date }) => {
      const article = await resolveArticle(which);
      const pin = { place: where, articleId: article.id, position, endsAt: until ?? null };
      const end = until ? ` until ${until.toISOString()}` : '';
      await answer(await pinArticle(actor, pin), () => `Pinned ${named(article)} to the ${where}${end}.`);
    });

  pin
    .command('remove')
    .argument('<place>', 'where', place)
    .argument('<which>')
    .action(async (where: PinPlace, which: string) => {
      const article = await resolveArticle(which);
      const result = await unpinArticle(actor, { place: where, articleId: article.id });
      await answer(result, () => `Took ${named(article)} from the ${where}.`);
    });
}
