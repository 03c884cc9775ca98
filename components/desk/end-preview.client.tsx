'use client';
import { tell } from '#components/desk/person-actions.client.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.client.tsx';
import type { endPreviews } from '#features/preview/actions.ts';
import { say } from '#lib/desk-words.ts';

interface EndPreviewProps {
  readonly articleId: string;
  readonly linkId: string;
  /** What the button says to those who do not see the row it stands in. */
  readonly label: string;
  readonly end: typeof endPreviews;
}

/** Ends one preview link. */
export function EndPreview({ articleId, linkId, label, end }: EndPreviewProps) {
  return (
    <Button
      size="small"
      aria-label={label}
      onClick={() => void tell(end({ articleId, linkId }), say('editor.links.ended'))}
    >
      {say('editor.links.end')}
    </Button>
  );
}

/** Ends all preview links of a story, after a question. */
export function EndAllPreviews({ articleId, end }: Pick<EndPreviewProps, 'articleId' | 'end'>) {
  return (
    <ConfirmDialog
      title={say('editor.links.endAll')}
      text={say('editor.links.endAllText')}
      confirm={say('editor.links.endAll')}
      danger
      trigger={<Button size="small">{say('editor.links.endAll')}</Button>}
      onConfirm={() => tell(end({ articleId }), say('editor.links.endedAll'))}
    />
  );
}
