'use client';
import { sayTime } from '#features/draft/model-time.ts';
import { say } from '#lib/desk-words.ts';
import type { SaveStatus } from './saving.ts';

interface SaveStateProps {
  readonly status: SaveStatus;
  /** Whether this browser keeps what is unsaved. */
  readonly isKept: boolean;
  readonly timeZone: string;
}

/** Whether the words are saved, and if not, why: said aloud to whoever hears the page. */
export function SaveState({ status, isKept, timeZone }: SaveStateProps) {
  const isBad = !['saved', 'saving', 'unsaved'].includes(status.kind);
  return (
    <p className="save-state" role="status" aria-live="polite" data-tone={isBad ? 'warn' : undefined}>
      {sentence(status, timeZone)}
      {isBad && ` ${say(isKept ? 'editor.save.kept' : 'editor.save.notKept')}`}
    </p>
  );
}

function sentence(status: SaveStatus, timeZone: string): string {
  switch (status.kind) {
    case 'saved':
      return status.at ? say('editor.save.saved', { time: sayTime(status.at, timeZone) }) : '';
    case 'unsaved':
    case 'saving':
      return say('editor.save.saving');
    case 'conflict':
      return say('editor.save.conflict');
    case 'signed-out':
      return say('editor.save.signedOut');
    case 'unreachable':
      return say('editor.save.unreachable');
    case 'refused':
      return say('editor.save.refused', { why: status.message });
    default:
      return status satisfies never;
  }
}
