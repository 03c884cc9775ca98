'use client';
import Form from 'next/form';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { DeskListQuery } from '#features/article/schema-desk-list.ts';
import { say } from '#lib/desk-words.ts';

interface StoryFiltersProps {
  readonly query: DeskListQuery;
  readonly sections: readonly { readonly value: string; readonly label: string }[];
}

/** Narrows the list: a choice takes effect at once, words when they are sent; both without a script by the button. */
export function StoryFilters({ query, sections }: StoryFiltersProps) {
  return (
    <Form
      action="/desk/articles"
      role="search"
      aria-label={say('articles.filters')}
      className="toolbar"
      onChange={({ target, currentTarget }) => {
        if ((target as EventTarget) instanceof HTMLSelectElement) currentTarget.requestSubmit();
      }}
    >
      {query.state && <input type="hidden" name="state" value={query.state} />}
      <input
        key={query.q}
        type="search"
        name="q"
        defaultValue={query.q}
        aria-label={say('articles.search')}
        placeholder={say('articles.search')}
        maxLength={200}
        data-shortcut="search"
        className="input toolbar-search"
      />
      <Button type="submit">
        <Icon name="search" />
        {say('articles.show')}
      </Button>
      <select
        key={`section ${query.section}`}
        name="section"
        defaultValue={query.section ?? ''}
        aria-label={say('articles.section')}
        className="input"
      >
        <option value="">{say('articles.anySection')}</option>
        {sections.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <select
        key={`whose ${query.whose}`}
        name="whose"
        defaultValue={query.whose ?? 'all'}
        aria-label={say('articles.whose')}
        className="input"
      >
        <option value="all">{say('articles.all')}</option>
        <option value="mine">{say('articles.mine')}</option>
      </select>
    </Form>
  );
}
