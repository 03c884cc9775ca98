import { account } from '#messages/desk/account.ts';
import { analytics } from '#messages/desk/analytics.ts';
import { articles } from '#messages/desk/articles.ts';
import { audit } from '#messages/desk/audit.ts';
import { correction } from '#messages/desk/correction.ts';
import { editor } from '#messages/desk/editor.ts';
import { fediverse } from '#messages/desk/fediverse.ts';
import { media } from '#messages/desk/media.ts';
import { preview } from '#messages/desk/preview.ts';
import { publishing } from '#messages/desk/publishing.ts';
import { shell } from '#messages/desk/shell.ts';
import { site } from '#messages/desk/site.ts';
import { translation } from '#messages/desk/translation.ts';
import { versions } from '#messages/desk/versions.ts';
import { votes } from '#messages/desk/votes.ts';

/** The desk's words in English, by the same rules as those of the readers' pages in en.ts. */
export const deskEn = {
  ...shell,
  ...account,
  ...analytics,
  ...articles,
  ...audit,
  ...correction,
  ...editor,
  ...fediverse,
  ...media,
  ...preview,
  ...publishing,
  ...site,
  ...translation,
  ...versions,
  ...votes,
} as const;
