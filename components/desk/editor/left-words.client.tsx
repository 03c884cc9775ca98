'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { sayMoment } from '#features/draft/model-time.ts';
import { say } from '#lib/desk-words.ts';
import type { LeftWords } from './local-words.ts';

interface LeftWordsNoticeProps {
  readonly left: LeftWords;
  readonly timeZone: string;
  readonly onForget: () => void;
}

/** Words that an earlier page left in this browser and that cannot stand in the story by themselves: to read and copy. */
export function LeftWordsNotice({ left: { at, text }, timeZone, onForget }: LeftWordsNoticeProps) {
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null);
  const title = at ? say('editor.left', { when: sayMoment(new Date(at), timeZone) }) : say('editor.left.unknown');
  return (
    <Notice tone="warn">
      <p>{title}</p>
      <textarea className="input left-words" aria-label={title} readOnly rows={4} value={text} />
      <p className="left-words-foot">
        <Button
          size="small"
          onClick={() =>
            void navigator.clipboard.writeText(text).then(
              () => setCopied('copied'),
              () => setCopied('notCopied'),
            )
          }
        >
          {say('editor.left.copy')}
        </Button>
        <Button size="small" look="plain" onClick={onForget}>
          {say('editor.left.forget')}
        </Button>
        {copied && <span>{say(`editor.left.${copied}`)}</span>}
      </p>
    </Notice>
  );
}
