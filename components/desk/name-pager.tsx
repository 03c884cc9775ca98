import { LinkButton } from '#components/ui/link-button.tsx';
import type { NameQuery } from '#features/search/model-names.ts';
import { withQuery } from '#lib/address.ts';
import { say } from '#lib/desk-words.ts';

interface NamePagerProps {
  readonly path: string;
  readonly query: NameQuery;
  /** The cursor of the page that follows, if one does. */
  readonly after: string | null;
}

/** From page to page of a list of names. */
export function NamePager({ path, query, after }: NamePagerProps) {
  if (!(after || query.after)) return null;
  const q = query.q || null;
  return (
    <nav aria-label={say('site.pages')} className="keyset-pager">
      {query.after && (
        <LinkButton href={withQuery(path, { q })} rel="prev">
          {say('site.firstPage')}
        </LinkButton>
      )}
      {after && (
        <LinkButton href={withQuery(path, { q, after })} rel="next" className="ms-auto">
          {say('site.nextPage')}
        </LinkButton>
      )}
    </nav>
  );
}
