import type { Command } from 'commander';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { readSettings } from '#features/settings/queries.ts';
import { answering, print } from '../terminal/print.ts';
import { actor } from './actor.ts';

/** `settings show|set`. */
export function addSettingsCommands(program: Command): void {
  const answer = answering(program);
  const settings = program.command('settings').description("the site's name, language and so on");

  settings
    .command('show', { isDefault: true })
    .description('all settings, with their defaults')
    .action(async () => print(await readSettings()));

  settings
    .command('set')
    .argument(
      '<name>',
      'such as name, description, timeZone, language, voteLabel, accent, aiCrawlers, feedText or llmsTxt',
    )
    .argument('<value>')
    .action(async (name: string, value: string) => {
      await answer(await changeSettings(actor, { [name]: value }), () => `Set ${name} to ‘${value}’.`);
    });
}
