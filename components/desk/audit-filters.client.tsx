'use client';
import Form from 'next/form';
import { Button } from '#components/ui/button.tsx';
import { actGroups } from '#features/audit/model.ts';
import { type AuditQuery, machine } from '#features/audit/schema.ts';
import { say } from '#lib/desk-words.ts';

interface AuditFiltersProps {
  readonly query: AuditQuery;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Narrows the log to what one person did, or to one kind of act: at once, and without a script by the button. */
export function AuditFilters({ query, people }: AuditFiltersProps) {
  return (
    <Form
      action="/desk/audit"
      role="search"
      aria-label={say('audit.filters')}
      className="toolbar"
      onChange={({ currentTarget }) => currentTarget.requestSubmit()}
    >
      <select
        key={`person ${query.person}`}
        name="person"
        defaultValue={query.person ?? ''}
        aria-label={say('audit.who')}
        className="input"
      >
        <option value="">{say('audit.everybody')}</option>
        <option value={machine}>{say('audit.machine')}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        key={`kind ${query.kind}`}
        name="kind"
        defaultValue={query.kind ?? ''}
        aria-label={say('audit.what')}
        className="input"
      >
        <option value="">{say('audit.anything')}</option>
        {actGroups.map((group) => (
          <optgroup key={group.value} label={group.name}>
            {group.acts.length > 1 && <option value={group.value}>{say('audit.allOf', { group: group.name })}</option>}
            {group.acts.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Button type="submit">{say('audit.show')}</Button>
    </Form>
  );
}
