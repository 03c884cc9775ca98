'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, startTransition, useActionState, useEffect, useRef } from 'react';
import { FieldProblems, useFieldProblems } from '#components/desk/field-problems.client.tsx';
import { useGo } from '#components/desk/leave/use-go.ts';
import { Notice } from '#components/ui/notice.tsx';
import { SubmitButton } from '#components/ui/submit-button.client.tsx';
import { toast } from '#components/ui/toast.client.tsx';
import type { Done, DoneResult, FormAction } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';

interface ActionFormProps {
  readonly action: FormAction;
  /** What the button says. */
  readonly submit: string;
  readonly children: ReactNode;
  /** Beside the button: a way back, what else can be done. */
  readonly beside?: ReactNode;
  readonly onDone?: (done: Done) => void;
}

/**
 * A form over a Server Action: says what came of it, marks what is to be mended and puts the focus there. What was
 * typed stays, since only the script sends it; without one the browser does.
 */
export function ActionForm({ action, submit, children, beside, onDone }: ActionFormProps) {
  const [result, post, pending] = useActionState(action, null);
  const form = useRef<HTMLFormElement>(null);
  const problems = useFieldProblems(result, result && !result.ok ? result.error.fields : undefined);
  useOutcome(result, form, onDone);
  return (
    <form
      ref={form}
      action={post}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        problems.remember(data);
        if (!pending) startTransition(() => post(data));
      }}
      onInput={problems.onInput}
      className="action-form"
    >
      {result && !result.ok && !problems.mended && (
        <div tabIndex={-1} data-refused>
          <Notice tone="danger">{problems.marked ? say('shell.mend') : result.error.message}</Notice>
        </div>
      )}
      <FieldProblems value={problems}>{children}</FieldProblems>
      <div className="action-form-foot">
        <SubmitButton aria-disabled={pending}>{submit}</SubmitButton>
        {beside}
      </div>
    </form>
  );
}

function useOutcome(
  result: DoneResult | null,
  form: { readonly current: HTMLFormElement | null },
  onDone: ActionFormProps['onDone'],
): void {
  const router = useRouter();
  const go = useGo();
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (!result) return;
    if (!result.ok) {
      const first = (where: string) => form.current?.querySelector<HTMLElement>(where);
      (first('[aria-invalid=true]') ?? first('[data-refused]'))?.focus();
      return;
    }
    toast.done(result.data.message);
    done.current?.(result.data);
    if (result.data.to) go(result.data.to);
    else router.refresh();
  }, [result, form, router, go]);
}
