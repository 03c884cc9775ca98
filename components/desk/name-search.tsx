import Form from 'next/form';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';

interface NameSearchProps {
  readonly action: string;
  readonly q: string;
  readonly label?: string;
}

/** Narrows a list to what contains some letters. */
export function NameSearch({ action, q, label = say('site.find') }: NameSearchProps) {
  return (
    <Form action={action} role="search" className="toolbar max-w-[32rem]">
      <input
        key={q}
        type="search"
        name="q"
        defaultValue={q}
        aria-label={label}
        placeholder={label}
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
