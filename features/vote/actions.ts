'use server';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { confirmationHref } from '#features/vote/model.ts';
import { takeVote } from '#features/vote/take-vote.ts';
import type { VoterCookie } from '#features/vote/voter-cookie.ts';
import { formText } from '#lib/form-text.ts';
import { toResult } from '#lib/result.ts';

/** A vote by form, without JavaScript: ends at the page that says what stands now. */
export async function voteAction(form: FormData): Promise<never> {
  const [request, jar] = await Promise.all([headers(), cookies()]);
  const [articleId, intent] = [formText(form, 'articleId'), formText(form, 'intent')];
  const sender = { cookies: request.get('cookie'), address: request.get('x-broadsheet-address') ?? '' };
  const remember = (cookie: VoterCookie) => void jar.set(cookie);
  const result = await toResult(() => takeVote({ ...sender, articleId, intent, remember }));
  redirect(confirmationHref(articleId, result.ok ? null : result.error.code));
}
