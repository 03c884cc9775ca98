'use client';
import type { DraftContent } from '#features/draft/schema.ts';
import { say } from '#lib/desk-words.ts';
import { idOfField } from './focus-field.ts';

interface StoryHeadProps {
  readonly content: DraftContent;
  readonly editable: boolean;
  readonly onChange: (patch: Partial<DraftContent>) => void;
}

type LineField = 'kicker' | 'headline' | 'standfirst';

/** What stands above the words, as readers see it there. */
export function StoryHead({ content, editable, onChange }: StoryHeadProps) {
  const line = (field: LineField, advice: number | null) => (
    <Line
      field={field}
      value={content[field]}
      language={content.language}
      advice={advice}
      editable={editable}
      onChange={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <div className="story-head">
      {line('kicker', null)}
      {line('headline', 80)}
      {line('standfirst', 200)}
    </div>
  );
}

interface LineProps {
  readonly field: LineField;
  readonly value: string;
  readonly language: string;
  /** From how many characters on it is long for a page. */
  readonly advice: number | null;
  readonly editable: boolean;
  readonly onChange: (value: string) => void;
}

/** One line in the story's own type: it wraps and grows, and Enter leads on. */
function Line({ field, value, language, advice, editable, onChange }: LineProps) {
  const id = idOfField(field);
  const label = say(`editor.field.${field}`);
  const isLong = advice !== null && value.length > advice;
  return (
    <div className="story-line" data-field={field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={1}
        lang={language}
        value={value}
        placeholder={say(`editor.placeholder.${field}`)}
        readOnly={!editable}
        spellCheck
        autoComplete="off"
        aria-describedby={isLong ? `${id}-long` : undefined}
        onChange={(event) => onChange(oneLine(event.target.value))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          focusNext(event.currentTarget);
        }}
      />
      {isLong && (
        <p id={`${id}-long`} className="story-line-long">
          {say('editor.long', { count: value.length, advice })}
        </p>
      )}
    </div>
  );
}

/** As the schema wants text: one line, whole characters, no control characters. */
const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/\p{Cc}/gu, '');

function focusNext(from: HTMLTextAreaElement): void {
  const next = from.closest('.story-line')?.nextElementSibling?.querySelector('textarea');
  if (next) next.focus();
  else document.getElementById('story-words')?.focus();
}
