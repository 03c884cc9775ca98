'use client';
import { type ComponentProps, useId, useState, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { boundTo, FieldFrame, type FieldFrameProps } from '#components/ui/field.tsx';
import { say } from '#lib/desk-words.ts';

type PasswordFieldProps = FieldFrameProps & Omit<ComponentProps<'input'>, 'type'>;

const never = () => () => undefined;

/** A labelled password, with a button that shows what was typed; without JavaScript there is no such button. */
export function PasswordField({ label, hint, error, note, id, className = '', ...input }: PasswordFieldProps) {
  const own = useId();
  const frame = { label, hint, error, note, id: id ?? own };
  const [shown, setShown] = useState(false);
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <FieldFrame {...frame}>
      <div className="password">
        <input
          {...input}
          {...boundTo(frame)}
          type={shown ? 'text' : 'password'}
          autoCapitalize="none"
          spellCheck={false}
          className={`input ${className}`}
        />
        {scripted && (
          <Button look="plain" size="small" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {say('account.show')}
          </Button>
        )}
      </div>
    </FieldFrame>
  );
}
