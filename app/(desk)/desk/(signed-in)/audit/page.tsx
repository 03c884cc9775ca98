import type { Metadata } from 'next';
import { AuditFilters } from '#components/desk/audit-filters.client.tsx';
import { AuditTable } from '#components/desk/audit-table.tsx';
import { KeysetPager } from '#components/desk/keyset-pager.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { listActors, listAudit } from '#features/audit/queries.ts';
import { auditQuery } from '#features/audit/schema.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import { withQuery } from '#lib/address.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('audit.title') };

const path = '/desk/audit';

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'audit')) return forbiddenPage();
  const query = auditQuery.parse(await searchParams);
  const [{ lines, before }, people, { timeZone }] = await Promise.all([listAudit(query), listActors(), readSettings()]);
  const { person, kind } = query;
  const pageHref = (cursor: string | null) => withQuery(path, { person, kind, before: cursor });
  return (
    <>
      <PageTitle title={say('audit.title')} text={say('audit.text')} />
      <AuditFilters query={query} people={people} />
      {lines.length > 0 ? (
        <AuditTable
          lines={lines}
          now={new Date()}
          timeZone={timeZone}
          personHref={(id) => withQuery(path, { person: id, kind })}
        />
      ) : (
        <EmptyState title={say(person || kind ? 'audit.notFound' : 'audit.none')}>
          {(person || kind) && <LinkButton href={path}>{say('audit.clear')}</LinkButton>}
        </EmptyState>
      )}
      <KeysetPager
        label={say('site.pages')}
        newer={query.before ? { href: pageHref(null), name: say('audit.newest') } : null}
        older={before ? { href: pageHref(before), name: say('audit.older') } : null}
      />
    </>
  );
}
