'use server';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { confirmationHref } from '#features/vote/model.ts';
import { takeVote } from '#features/vote/take-vote.ts';
import { toResult } from '#lib/result.ts';

/** A vote by form, without JavaScript: ends at the page that says what stands now. */
export async function voteAction(form: FormData): Promise<never> {
  const request = await headers();
  const [articleId, intent] = [String(form.get('articleId')), String(form.get('intent'))];
  const sender = { cookies: request.get('cookie'), address: request.get('x-broadsheet-address') ?? '' };
  const result = await toResult(() => takeVote({ ...sender, articleId, intent }));
  if (result.ok && result.data.cookie) (await cookies()).set(result.data.cookie);
  redirect(confirmationHref(articleId, result.ok ? null : result.error.code));
}
