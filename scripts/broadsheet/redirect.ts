import type { Command } from 'commander';
import { createRedirect } from '#features/redirect/commands/create-redirect.ts';
import { removeRedirect } from '#features/redirect/commands/remove-redirect.ts';
import { listRedirects } from '#features/redirect/queries.ts';
import { answering, print } from '../terminal/print.ts';
import { actor } from './actor.ts';

/** `redirect list|add|remove`. */
export function addRedirectCommands(program: Command): void {
  const answer = answering(program);
  const redirect = program
    .command('redirect')
    .description('old addresses that lead elsewhere; that of a section leads on whatever was under it');

  redirect
    .command('list')
    .description('every redirect, by its old address')
    .action(async () => {
      for (const { path, target } of await listRedirects()) print(`${path}  ${target}`);
    });

  redirect
    .command('add')
    .argument('<path>', 'the old address, such as /old/page')
    .argument('<target>', 'where it leads: a path, or an http or https address')
    .action(async (path: string, target: string) => {
      await answer(await createRedirect(actor, { path, target }), () => `${path} leads to ${target} from now on.`);
    });

  redirect
    .command('remove')
    .argument('<path>')
    .action(async (path: string) => {
      await answer(await removeRedirect(actor, { path }), () => `${path} leads nowhere any more.`);
    });
}
