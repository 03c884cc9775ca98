import { Command } from 'commander';
import { addArticleCommands } from './broadsheet/article.ts';
import { addPinCommands } from './broadsheet/pin.ts';
import { addRedirectCommands } from './broadsheet/redirect.ts';
import { addSettingsCommands } from './broadsheet/settings.ts';
import { addUserCommands } from './broadsheet/user.ts';
import { runOnSite } from './terminal/run-on-site.ts';

const program = new Command('broadsheet')
  .description('Drive the site by the same commands as the desk.')
  .option('--json', 'answer with JSON, for programs');
addArticleCommands(program);
addPinCommands(program);
addRedirectCommands(program);
addSettingsCommands(program);
addUserCommands(program);

await runOnSite(program);
