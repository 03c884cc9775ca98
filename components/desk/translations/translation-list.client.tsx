'use client';
import Link from 'next/link';
import { StandingBadge } from '#components/desk/standing-badge.tsx';
import { useAct } from '#components/desk/use-act.ts';
import { Button } from '#components/ui/button.tsx';
import type { DoneResult } from '#features/session/done.ts';
import type { SetMember } from '#features/translation/dto.ts';
import { ownName } from '#features/translation/model.ts';
import { say } from '#lib/desk-words.ts';

interface TranslationListProps {
  readonly others: readonly SetMember[];
  readonly unlink: (articleId: string) => Promise<DoneResult>;
}

/** The translations of a story, each with its language and how it stands. */
export function TranslationList({ others, unlink }: TranslationListProps) {
  const { act, pending } = useAct();
  if (others.length === 0) return <p className="text-soft">{say('translation.none')}</p>;
  return (
    <ul className="grid gap-4">
      {others.map(({ id, headline, language, standing, editable }) => {
        const name = headline || say('editor.noHeadline');
        return (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <span lang={language || undefined}>
              {editable ? (
                <Link href={`/desk/articles/${id}`} prefetch={false}>
                  {name}
                </Link>
              ) : (
                name
              )}
            </span>
            <span className="text-soft" lang={language || undefined}>
              {language && ownName(language)}
            </span>
            <StandingBadge standing={standing} />
            {editable && (
              <Button
                size="small"
                disabled={pending}
                aria-label={say('translation.remove', { headline: name })}
                onClick={() => void act(() => unlink(id))}
              >
                {say('translation.takeOut')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
