import Link from 'next/link';
import { KeysetPager } from '#components/desk/keyset-pager.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { sayMoment } from '#features/draft/model-time.ts';
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
  const { article, versions, after, hasOlder, timeZone } = page;
  const path = `/desk/articles/${article.id}/revisions`;
  return (
    <nav aria-label={say('editor.versions')}>
      <ol className="version-list">
        {versions.map((version) => (
          <li key={version.id}>
            <Link
              href={withQuery(path, { after, show: version.id })}
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
              </span>
              <span className="version-what">{version.headline || say('editor.noHeadline')}</span>
              <span className="version-who">
                {[sayMoment(version.at, timeZone), version.by].filter(Boolean).join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <KeysetPager
        label={say('editor.versions.pages')}
        newer={after ? { href: path, name: say('editor.versions.newest') } : null}
        older={
          hasOlder
            ? { href: withQuery(path, { after: versions.at(-1)?.id ?? null }), name: say('editor.versions.older') }
            : null
        }
      />
    </nav>
  );
}

/** What a version is called. */
export function nameOf({ kind, number }: Version): string {
  return kind === 'revision' ? say('editor.version.number', { number: number ?? 0 }) : say('editor.version.copy');
}

/** Whether readers see it at this moment. */
function isPublic({ publicWhen }: Version): boolean {
  const now = Date.now();
  return publicWhen.some(({ from, to }) => Date.parse(from) <= now && (to === null || Date.parse(to) > now));
}
