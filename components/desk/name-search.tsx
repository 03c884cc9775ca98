import Form from 'next/form';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';

/** Narrows a list of names to those that contain some letters. */
export function NameSearch({ action, q }: { action: string; q: string }) {
  return (
    <Form action={action} role="search" className="toolbar max-w-[32rem]">
      <input
        key={q}
        type="search"
        name="q"
        defaultValue={q}
        aria-label={say('site.find')}
        placeholder={say('site.find')}
        maxLength={100}
        data-shortcut="search"
        className="input toolbar-search"
      />
      <Button type="submit">
        <Icon name="search" />
        {say('site.show')}
      </Button>
    </Form>
  );
}
