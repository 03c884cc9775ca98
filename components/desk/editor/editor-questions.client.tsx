'use client';
import type { EditedArticle } from '#features/draft/dto.ts';
import { lengthOf } from '#features/draft/model-body.ts';
import { finishDraft } from '#features/draft/model-finish.ts';
import { sayNext } from '#features/draft/model-time.ts';
import type { DraftContent } from '#features/draft/schema.ts';
import { say } from '#lib/desk-words.ts';
import { ConflictDialog } from './conflict-dialog.client.tsx';
import { DecisionDialog } from './decision-dialog.client.tsx';
import type { Decision } from './decisions.ts';
import { focusField } from './focus-field.ts';
import { PublishDialog } from './publish-dialog.client.tsx';
import { ReceiptDialog } from './receipt-dialog.client.tsx';
import { SessionDialog } from './session-dialog.client.tsx';
import type { Names } from './text-of-field.ts';
import type { Writing } from './use-autosave.ts';
import type { useDecisions } from './use-decisions.ts';

/** What the person wants to do with the story and is being asked about. */
export type Asked = 'publish' | Decision | null;

interface EditorQuestionsProps {
  readonly article: EditedArticle;
  readonly writing: Writing;
  readonly deciding: ReturnType<typeof useDecisions>;
  readonly asked: Asked;
  /** Whether the person has put off what the saving asks. */
  readonly putOff: boolean;
  readonly timeZone: string;
  readonly names: Names;
  readonly address: string;
  readonly onClose: () => void;
  readonly onPutOff: () => void;
}

/** The windows over the editor: what is asked before something is done, what was done, and what saving needs. */
export function EditorQuestions(props: EditorQuestionsProps) {
  const { article, deciding, asked, timeZone, onClose } = props;
  return (
    <>
      {asked === 'publish' && <PublishQuestion {...props} />}
      {asked !== null && asked !== 'publish' && (
        <DecisionDialog
          decision={asked}
          {...{ article, timeZone, busy: deciding.busy, error: deciding.error }}
          onMend={deciding.forget}
          onDecide={async (details) => (await deciding.decide(asked, details)) && onClose()}
          onClose={onClose}
        />
      )}
      {deciding.receipt && (
        <ReceiptDialog receipt={deciding.receipt} onPreview={deciding.preview} onClose={deciding.closeReceipt} />
      )}
      <SavingQuestion {...props} />
    </>
  );
}

function PublishQuestion({
  article,
  writing: { content },
  deciding,
  timeZone,
  address,
  onClose,
}: EditorQuestionsProps) {
  const finished = finishDraft(content);
  return (
    <PublishDialog
      isUpdate={article.publicNow !== null}
      isArchived={article.state === 'archived'}
      headline={content.headline}
      address={address}
      unfinished={'unfinished' in finished ? finished.unfinished : []}
      remarks={remarksOn(content, article, timeZone)}
      {...{ timeZone, busy: deciding.busy, error: deciding.error }}
      onMend={deciding.forget}
      onPublish={async (wish) => (await deciding.publish(wish)) && onClose()}
      onClose={onClose}
      onLead={(field) => {
        onClose();
        // Once the window is gone and has given the focus back.
        setTimeout(() => focusField(field));
      }}
    />
  );
}

/** What somebody may not have thought of; none of it keeps a story from being published. */
function remarksOn(
  { body, bylineIds, language }: DraftContent,
  { publicNext }: EditedArticle,
  timeZone: string,
): string[] {
  return [
    ...(lengthOf(body, language).words === 0 ? [say('editor.publish.noWords')] : []),
    ...(bylineIds.length === 0 ? [say('editor.publish.noByline')] : []),
    ...(publicNext ? [say('editor.publish.givesUp', { when: sayNext(publicNext, timeZone) })] : []),
  ];
}

function SavingQuestion({ writing, putOff, names, timeZone, onPutOff }: EditorQuestionsProps) {
  const { status, autosave, content, fill } = writing;
  if (putOff) return null;
  if (status.kind === 'signed-out')
    return <SessionDialog isKept={writing.isKept} onRetry={() => autosave.retry()} onClose={onPutOff} />;
  if (status.kind !== 'conflict') return null;
  return (
    <ConflictDialog
      open
      base={autosave.base}
      mine={content}
      stored={status.stored}
      {...{ names, timeZone }}
      onChoose={(chosen) => {
        fill(chosen, autosave.resolve(chosen, status.stored));
      }}
      onClose={onPutOff}
    />
  );
}
