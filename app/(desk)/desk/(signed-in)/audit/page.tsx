import type { Metadata } from 'next';
import { AuditTable } from '#components/desk/audit-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { listAudit } from '#features/audit/queries.ts';
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
  const [{ lines, before }, { timeZone }] = await Promise.all([listAudit(query), readSettings()]);
  const { person } = query;
  return (
    <>
      <PageTitle title={say('audit.title')} text={say('audit.text')}>
        {person && <LinkButton href={path}>{say('audit.everybody')}</LinkButton>}
      </PageTitle>
      {lines.length > 0 ? (
        <AuditTable
          lines={lines}
          now={new Date()}
          timeZone={timeZone}
          personHref={(id) => withQuery(path, { person: id })}
        />
      ) : (
        <EmptyState title={say('audit.none')} />
      )}
      {(before || query.before) && (
        <nav aria-label={say('site.pages')} className="keyset-pager">
          {query.before && <LinkButton href={withQuery(path, { person })}>{say('audit.newest')}</LinkButton>}
          {before && (
            <LinkButton href={withQuery(path, { person, before })} rel="next" className="ms-auto">
              {say('audit.older')}
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}
