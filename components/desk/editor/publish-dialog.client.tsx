'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.client.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { DraftField } from '#features/draft/model.ts';
import type { Unfinished } from '#features/draft/model-finish.ts';
import { momentOf, nextHour } from '#features/draft/model-time.ts';
import { say } from '#lib/desk-words.ts';
import { MomentField } from './moment-field.client.tsx';
import type { Problem } from './problem.ts';

export interface PublishWish {
  readonly at: Date | undefined;
  readonly until: Date | undefined;
  readonly embargoUntil: Date | undefined;
  readonly substantive: boolean;
}

interface PublishDialogProps {
  /** Whether readers see an older version of the story now. */
  readonly isUpdate: boolean;
  readonly isArchived: boolean;
  readonly headline: string;
  readonly address: string;
  readonly unfinished: readonly Unfinished[];
  /** What is to be thought of before. */
  readonly remarks: readonly string[];
  readonly timeZone: string;
  readonly error: Problem | null;
  /** Called when what was refused is changed. */
  readonly onMend: () => void;
  readonly busy: boolean;
  readonly onPublish: (wish: PublishWish) => void;
  readonly onClose: () => void;
  /** Leads to what keeps the story from being published. */
  readonly onLead: (field: DraftField) => void;
}

/** Asks when and how the words are to be public, and says what keeps them from it. */
export function PublishDialog(props: PublishDialogProps) {
  const { isUpdate, isArchived, headline, address, unfinished, remarks, timeZone, error, busy } = props;
  const { onPublish, onClose, onMend, onLead } = props;
  const [later, setLater] = useState(false);
  const [at, setAt] = useState(() => nextHour(new Date(), timeZone));
  const [until, setUntil] = useState('');
  const [embargo, setEmbargo] = useState('');
  const [substantive, setSubstantive] = useState(true);
  const moment = (name: 'at' | 'until' | 'embargoUntil', value: string, set: (value: string) => void) => ({
    ...{ value, timeZone, error: error?.asked[name] },
    onChange: (changed: string) => {
      set(changed);
      onMend();
    },
  });
  const isMarked = ['at', 'until', 'embargoUntil'].some((name) => error?.asked[name]);
  function publish(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const read = (text: string) => momentOf(text, timeZone) ?? undefined;
    onPublish({ at: later ? read(at) : undefined, until: read(until), embargoUntil: read(embargo), substantive });
  }
  return (
    <Dialog title={say(isUpdate ? 'editor.publish.update' : 'editor.publish.title')} open onOpenChange={onClose}>
      <form onSubmit={publish} className="grid gap-4">
        <div className="publish-what">
          <p className="publish-headline">{headline || say('editor.noHeadline')}</p>
          <p className="publish-address">{address}</p>
        </div>
        {unfinished.length > 0 && (
          <Notice tone="warn">
            <ul className="grid gap-1">
              {unfinished.map(({ field, sentence }) => (
                <li key={field}>
                  <LeadButton {...{ field, sentence, onLead }} />
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {isArchived && <Notice>{say('editor.publish.leavesArchive')}</Notice>}
        {remarks.length > 0 && (
          <Notice>
            <ul className="grid gap-1">
              {remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          </Notice>
        )}
        <fieldset className="choices">
          <legend className="field-label">{say('editor.publish.when')}</legend>
          <Option name="when" label={say('editor.publish.now')} checked={!later} onChoose={() => setLater(false)} />
          <Option name="when" label={say('editor.publish.later')} checked={later} onChoose={() => setLater(true)} />
        </fieldset>
        {later && <MomentField label={say('editor.publish.at')} {...moment('at', at, setAt)} required />}
        {isUpdate && (
          <Checkbox
            label={say('editor.publish.substantive')}
            checked={substantive}
            onChange={(event) => setSubstantive(event.target.checked)}
          />
        )}
        <details className="more">
          <summary>{say('editor.publish.more')}</summary>
          <div className="grid gap-3">
            <MomentField
              label={say('editor.publish.embargo')}
              hint={say('editor.publish.embargoHint')}
              {...moment('embargoUntil', embargo, setEmbargo)}
            />
            <MomentField
              label={say('editor.publish.until')}
              hint={say('editor.publish.untilHint')}
              {...moment('until', until, setUntil)}
            />
          </div>
        </details>
        {error && !isMarked && (
          <Notice tone="danger">
            {error.field ? (
              <LeadButton field={error.field} sentence={error.sentence} onLead={onLead} />
            ) : (
              error.sentence
            )}
          </Notice>
        )}
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('shell.cancel')}</Button>
          <Button type="submit" look="primary" disabled={busy || unfinished.length > 0}>
            {say(verb(later || embargo !== '', isUpdate))}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What is missing, as a way to it. */
function LeadButton({ field, sentence, onLead }: Unfinished & Pick<PublishDialogProps, 'onLead'>) {
  return (
    <button type="button" className="text-button" onClick={() => onLead(field)}>
      {sentence}
    </button>
  );
}

function verb(later: boolean, isUpdate: boolean) {
  if (later) return 'editor.publish.schedule';
  return isUpdate ? 'editor.publish.doUpdate' : 'editor.publish.do';
}

interface OptionProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Option({ name, label, checked, onChoose }: OptionProps) {
  return (
    <label className="check">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      {label}
    </label>
  );
}
