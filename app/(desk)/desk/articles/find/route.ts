import type { NextRequest } from 'next/server';
import type { FoundStory } from '#features/article/model-desk-list.ts';
import { listForDesk } from '#features/article/queries-desk-list.ts';
import { deskListQuery } from '#features/article/schema-desk-list.ts';
import { deskAnswer } from '#features/session/desk-answer.ts';

export const dynamic = 'force-dynamic';

const most = 8;

/** The stories whose headlines have these words (`q`), and this state if one is named: last changed first. */
export function GET({ nextUrl }: NextRequest) {
  return deskAnswer(async (actor): Promise<FoundStory[]> => {
    const { q, state } = deskListQuery.parse(Object.fromEntries(nextUrl.searchParams));
    const { rows } = await listForDesk(
      actor,
      { q, state, section: null, whose: null, before: undefined, after: undefined },
      most,
    );
    return rows.map(({ id, headline, standing, section, editable, href }) => ({
      ...{ id, headline, standing, section },
      href: editable ? `/desk/articles/${id}` : href,
    }));
  });
}
