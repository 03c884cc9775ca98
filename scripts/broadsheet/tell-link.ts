import { env, siteUrl } from '#lib/env.ts';
import type { Answer } from '../terminal/print.ts';

/** Answers with a link, and says beside it what its address was taken from where nobody has said where the site is. */
export async function tellLink(answer: Answer, made: unknown, sentence: () => string): Promise<void> {
  await answer(made, sentence);
  const note = addressNote();
  if (note) process.stderr.write(`${note}\n`);
}

/** This program does not know where the running site listens: SITE_URL says it, else PORT as it is given here. */
export function addressNote(): string | null {
  if (env().SITE_URL) return null;
  return `The link begins with ${siteUrl()}, since SITE_URL is not set here. If the site is elsewhere, give SITE_URL (or its PORT) to this command.`;
}
