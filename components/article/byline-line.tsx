import { Fragment } from 'react';
import type { Edition } from '#components/ui/edition.ts';
import type { Link } from '#features/article/dto.ts';
import type { LanguageMark } from '#lib/language.ts';

interface BylineLineProps {
  readonly bylines: readonly Link[];
  readonly edition: Edition;
  /** The language of the interface, where the story's is another. */
  readonly mark: LanguageMark;
}

/** The people credited, each linked, joined as the language of the interface joins a list. */
export function BylineLine({ bylines, edition: { site, say }, mark }: BylineLineProps) {
  if (bylines.length === 0) return null;
  const people = bylines.values();
  const parts = new Intl.ListFormat(site.language, { type: 'conjunction' }).formatToParts(
    bylines.map(({ name }) => name),
  );
  return (
    <p className="byline">
      <span {...mark}>
        {say('article.by')}{' '}
        {parts.map(({ type, value }, index) => {
          const person = type === 'element' ? people.next().value : undefined;
          const key = `${index}:${value}`;
          return person ? (
            <a key={key} href={person.href} rel="author" className="plain-link">
              {value}
            </a>
          ) : (
            <Fragment key={key}>{value}</Fragment>
          );
        })}
      </span>
    </p>
  );
}
