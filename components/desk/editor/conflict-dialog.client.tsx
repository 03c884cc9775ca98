'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.client.tsx';
import {
  type Choice,
  compareVersions,
  type Difference,
  type DraftField,
  mergeVersions,
  type StoredDraft,
} from '#features/draft/model.ts';
import { sayTime } from '#features/draft/model-time.ts';
import type { DraftContent } from '#features/draft/schema.ts';
import { say } from '#lib/desk-words.ts';
import { Compared } from './compared.tsx';
import { type Names, textOfField } from './text-of-field.ts';

interface ConflictDialogProps {
  readonly open: boolean;
  readonly base: DraftContent;
  readonly mine: DraftContent;
  readonly stored: StoredDraft;
  readonly names: Names;
  readonly timeZone: string;
  readonly onChoose: (content: DraftContent) => void;
  readonly onClose: () => void;
}

/** Two versions of one story side by side, and for each field the choice whose words are kept. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { open, base, mine, stored, names, timeZone, onChoose, onClose } = props;
  const versions = { base, mine, theirs: stored.content };
  const differences = compareVersions(versions);
  const [chosen, setChosen] = useState<Partial<Record<DraftField, Choice>>>({});
  const choices = Object.fromEntries(
    differences.map(({ field, suggestion }) => [field, chosen[field] ?? suggestion]),
  ) as Record<DraftField, Choice>;
  const theirName = stored.savedBy ?? say('editor.conflict.somebody');
  const all = (choice: Choice) => setChosen(Object.fromEntries(differences.map(({ field }) => [field, choice])));
  return (
    <Dialog
      width="wide"
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={say('editor.conflict.title')}
      text={say('editor.conflict.text', {
        name: theirName,
        time: stored.savedAt ? sayTime(stored.savedAt, timeZone) : '',
      })}
    >
      <div className="conflict-all">
        <Button size="small" onClick={() => all('mine')}>
          {say('editor.conflict.allMine')}
        </Button>
        <Button size="small" onClick={() => all('theirs')}>
          {say('editor.conflict.allTheirs', { name: theirName })}
        </Button>
      </div>
      {differences.map((difference) => (
        <FieldChoice
          key={difference.field}
          difference={difference}
          choice={choices[difference.field]}
          theirName={theirName}
          mine={textOfField(mine, difference.field, names)}
          theirs={textOfField(stored.content, difference.field, names)}
          onChoose={(choice) => setChosen((before) => ({ ...before, [difference.field]: choice }))}
        />
      ))}
      <p className="dialog-text">{say('editor.conflict.kept')}</p>
      <div className="dialog-foot">
        <Button onClick={onClose}>{say('editor.conflict.later')}</Button>
        <Button look="primary" onClick={() => onChoose(mergeVersions(versions, choices))}>
          {say('editor.conflict.save')}
        </Button>
      </div>
    </Dialog>
  );
}

interface FieldChoiceProps {
  readonly difference: Difference;
  readonly choice: Choice;
  readonly theirName: string;
  readonly mine: string;
  readonly theirs: string;
  readonly onChoose: (choice: Choice) => void;
}

function FieldChoice({ difference, choice, theirName, mine, theirs, onChoose }: FieldChoiceProps) {
  const { field, contested, suggestion } = difference;
  const together = suggestion === 'merged' ? 'merged' : 'both';
  const option = (value: Choice, label: string, text: string, other: string) => (
    <label className="conflict-side" data-chosen={choice === value}>
      <span className="conflict-name">
        <input type="radio" name={`conflict-${field}`} checked={choice === value} onChange={() => onChoose(value)} />
        {label}
      </span>
      <Compared older={other} newer={text} show="newer" />
    </label>
  );
  return (
    <fieldset className="conflict-field">
      <legend>
        {say(`editor.field.${field}`)}
        {contested && <span className="field-note">{say('editor.conflict.contested')}</span>}
      </legend>
      <div className="conflict-sides">
        {option('mine', say('editor.conflict.mine'), mine, theirs)}
        {option('theirs', say('editor.conflict.theirs', { name: theirName }), theirs, mine)}
      </div>
      {field === 'body' && (
        <label className="conflict-name">
          <input type="radio" name="conflict-body" checked={choice === together} onChange={() => onChoose(together)} />
          {say(`editor.conflict.${together}`, { name: theirName })}
        </label>
      )}
    </fieldset>
  );
}
