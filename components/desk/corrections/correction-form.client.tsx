'use client';
import { useState } from 'react';
import { ActionForm } from '#components/desk/action-form.client.tsx';
import { FormTextArea } from '#components/desk/form-fields.client.tsx';
import { longestCorrection } from '#features/correction/schema.ts';
import type { FormAction } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';

/** Where a correction is written. Once it is issued, the field is empty for another. */
export function CorrectionForm({ issue }: { issue: FormAction }) {
  const [text, setText] = useState('');
  return (
    <ActionForm action={issue} submit={say('correction.submit')} onDone={() => setText('')}>
      <FormTextArea
        label={say('correction.text')}
        name="text"
        required
        rows={4}
        maxLength={longestCorrection}
        value={text}
        onChange={(event) => setText(event.target.value)}
        hint={say('correction.textHint')}
      />
    </ActionForm>
  );
}
