import Link from 'next/link';
import { KeysetPager } from '#components/desk/keyset-pager.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { sayMoment, sayStretch } from '#features/draft/model-time.ts';
import type { Version } from '#features/draft/queries-versions.ts';
import type { VersionsPage } from '#features/draft/queries-versions-page.ts';
import { withQuery } from '#lib/address.ts';
import { say } from '#lib/desk-words.ts';

interface VersionListProps {
  readonly page: VersionsPage;
  /** The id of the one that is shown beside the list. */
  readonly shown: string;
}

/** The versions of a story, newest first: who, when, and which readers saw. */
export function VersionList({ page, shown }: VersionListProps) {
  const { article, versions, after, each, hasOlder, timeZone } = page;
  const path = `/desk/articles/${article.id}/revisions`;
  const href = (more: Record<string, string | null>) => withQuery(path, { each: each ? '1' : null, ...more });
  return (
    <nav aria-label={say('editor.versions')}>
      <ol className="version-list">
        {versions.map((version) => (
          <li key={version.id}>
            <Link
              href={href({ after, show: version.id })}
              prefetch={false}
              scroll={false}
              className="version"
              aria-current={version.id === shown ? 'true' : undefined}
            >
              <span className="version-name">
                {nameOf(version)}
                {version.publicWhen.length > 0 && (
                  <Badge tone={isPublic(version) ? 'good' : 'plain'}>
                    {say(isPublic(version) ? 'editor.version.public' : 'editor.version.wasPublic')}
                  </Badge>
                )}
                {version.times > 1 && <Badge>{say('editor.version.saves', { count: version.times })}</Badge>}
              </span>
              <span className="version-what">{version.headline || say('editor.noHeadline')}</span>
              <span className="version-who">{[whenOf(version, timeZone), version.by].filter(Boolean).join(' · ')}</span>
            </Link>
          </li>
        ))}
      </ol>
      {(each || versions.some(({ times }) => times > 1)) && (
        <p className="version-saves">
          <Link href={each ? path : href({ each: '1' })} prefetch={false} scroll={false} className="text-link">
            {say(each ? 'editor.version.together' : 'editor.version.each')}
          </Link>
        </p>
      )}
      <KeysetPager
        label={say('editor.versions.pages')}
        newer={after ? { href: href({}), name: say('editor.versions.newest') } : null}
        older={
          hasOlder ? { href: href({ after: versions.at(-1)?.id ?? null }), name: say('editor.versions.older') } : null
        }
      />
    </nav>
  );
}

/** What a version is called. */
export function nameOf({ kind, number }: Version): string {
  return kind === 'revision' ? say('editor.version.number', { number: number ?? 0 }) : say('editor.version.copy');
}

const whenOf = ({ since, at, times }: Version, timeZone: string): string =>
  times > 1 ? sayStretch(since, at, timeZone) : sayMoment(at, timeZone);

/** Whether readers see it at this moment. */
function isPublic({ publicWhen }: Version): boolean {
  const now = Date.now();
  return publicWhen.some(({ from, to }) => Date.parse(from) <= now && (to === null || Date.parse(to) > now));
}
