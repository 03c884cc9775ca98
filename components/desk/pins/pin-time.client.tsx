'use client';
import { useState } from 'react';
import { ActionForm } from '#components/desk/action-form.client.tsx';
import { FormField } from '#components/desk/form-fields.client.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogClose } from '#components/ui/dialog.client.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { FormAction } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import type { PinRow } from './pin-row.ts';

/** From when to when a story stands in its place. */
export function PinTime({ row, zone, action }: { row: PinRow; zone: string; action: FormAction }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={say('pins.time')}
      text={row.headline}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="plain" size="small" shape="icon" aria-label={say('pins.timeOf', { name: row.headline })}>
          <Icon name="clock" />
        </Button>
      }
    >
      <ActionForm
        action={action}
        submit={say('shell.save')}
        onDone={() => setOpen(false)}
        beside={<DialogClose>{say('shell.cancel')}</DialogClose>}
      >
        <FormField
          type="datetime-local"
          name="startsAt"
          label={say('pins.from')}
          note={zone}
          defaultValue={row.startsAt}
        />
        <FormField
          type="datetime-local"
          name="endsAt"
          label={say('pins.until')}
          note={zone}
          hint={say('pins.untilHint')}
          defaultValue={row.endsAt}
        />
      </ActionForm>
    </Dialog>
  );
}
