'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.client.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { EditedArticle } from '#features/draft/dto.ts';
import { localTime, momentOf } from '#features/draft/model-time.ts';
import { say } from '#lib/desk-words.ts';
import { type Decision, wordsOf } from './decisions.ts';
import { MomentField } from './moment-field.client.tsx';
import type { Problem } from './problem.ts';

export interface DecisionDetails {
  readonly at: Date | null;
  readonly reason: string;
}

/** What takes a story away from readers, or from the desk. */
const withdrawals: readonly Decision[] = ['unpublish', 'delete', 'kill'];

interface DecisionDialogProps {
  readonly decision: Decision;
  readonly article: EditedArticle;
  readonly timeZone: string;
  readonly error: Problem | null;
  /** Called when what was refused is changed. */
  readonly onMend: () => void;
  readonly busy: boolean;
  readonly onDecide: (details: DecisionDetails) => void;
  readonly onClose: () => void;
}

/** Says what will happen and whether it can be taken back, and asks for what it needs to know. */
export function DecisionDialog({
  decision,
  article,
  timeZone,
  error,
  busy,
  onDecide,
  onMend,
  onClose,
}: DecisionDialogProps) {
  const embargo = (article.publicNext ?? article.publicNow)?.embargoUntil;
  const [at, setAt] = useState(decision === 'embargo' && embargo ? localTime(new Date(embargo), timeZone) : '');
  const [reason, setReason] = useState('');
  const [lift, setLift] = useState(false);
  function decide(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    onDecide({ at: lift ? null : momentOf(at, timeZone), reason });
  }
  const words = wordsOf(decision, article);
  const takesTime = words === 'unpublish' || words === 'embargo';
  const problem = takesTime && !lift ? (error?.asked.at ?? error?.asked.until) : undefined;
  return (
    <Dialog
      title={say(`editor.decide.${words}.title`)}
      text={say(
        words === 'kill' && !article.wasPublic ? 'editor.decide.kill.textNever' : `editor.decide.${words}.text`,
      )}
      open
      onOpenChange={onClose}
    >
      <form onSubmit={decide} className="grid gap-4">
        {words === 'embargo' && embargo && (
          <label className="check">
            <input type="checkbox" checked={lift} onChange={(event) => setLift(event.target.checked)} />
            {say('editor.decide.embargo.lift')}
          </label>
        )}
        {takesTime && !lift && (
          <MomentField
            label={say(`editor.decide.${words}.at`)}
            hint={words === 'unpublish' ? say('editor.decide.unpublish.atHint') : undefined}
            value={at}
            timeZone={timeZone}
            required={words === 'embargo'}
            error={problem}
            onChange={(value) => {
              setAt(value);
              onMend();
            }}
          />
        )}
        {decision === 'kill' && (
          <Field
            label={say('editor.decide.kill.reason')}
            hint={say('editor.decide.kill.reasonHint')}
            value={reason}
            maxLength={500}
            required
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {error && !problem && <Notice tone="danger">{error.sentence}</Notice>}
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('shell.cancel')}</Button>
          <Button type="submit" look={withdrawals.includes(decision) ? 'danger' : 'primary'} disabled={busy}>
            {say(`editor.decide.${words}.do`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
