import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { settleAll } from '#components/desk/leave/unsaved.ts';
import { useGo } from '#components/desk/leave/use-go.ts';
import { toast } from '#components/ui/toast.client.tsx';
import type { EditedArticle } from '#features/draft/dto.ts';
import { draftFields, type StoredDraft } from '#features/draft/model.ts';
import { say } from '#lib/desk-words.ts';
import type { Result } from '#lib/result.ts';
import type { Autosave } from './autosave.ts';
import type { DecisionDetails } from './decision-dialog.client.tsx';
import type { Decision } from './decisions.ts';
import type { EditorActions } from './editor-actions.ts';
import type { Problem } from './problem.ts';
import type { PublishWish } from './publish-dialog.client.tsx';
import { decidedReceipt, publishedReceipt, type Receipt } from './receipts.ts';
import { fetchStored } from './send-save.ts';

interface Parts {
  readonly article: EditedArticle;
  readonly autosave: Autosave;
  readonly actions: EditorActions;
  readonly timeZone: string;
  /** Called with words that somebody else saved meanwhile, once they stand in for these. */
  readonly onNewer: (stored: StoredDraft) => void;
}

/** What is done with the story as a whole: each saves first, asks the server, and leaves a receipt or a sentence. */
export function useDecisions({ article, autosave, actions, timeZone, onNewer }: Parts) {
  const router = useRouter();
  const go = useGo();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Problem | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const articleId = article.id;

  /** The answer to a question put on the words as they are saved now; null where there is none. */
  async function ask<Data>(question: (draftVersion: number) => Promise<Result<Data>>): Promise<Data | null> {
    setBusy(true);
    setError(null);
    try {
      await settleAll();
      const version = await autosave.settle();
      if (version === null) return refuse(say('editor.notSavedFirst'));
      const result = await question(version);
      if (result.ok) return result.data;
      if (result.error.code === 'conflict') await takeNewer();
      return refuse(result.error.message, result.error.fields);
    } catch {
      return refuse(say('editor.noAnswer'));
    } finally {
      setBusy(false);
    }
  }
  function refuse(sentence: string, asked: Record<string, string> = {}): null {
    const [first] = Object.keys(asked);
    setError({ sentence, field: draftFields.find((known) => known === first) ?? null, asked });
    return null;
  }
  async function takeNewer() {
    const stored = await fetchStored(articleId);
    if (stored && autosave.accept(stored)) onNewer(stored);
  }
  function done(made: Receipt) {
    setReceipt(made);
    router.refresh();
  }

  async function keep() {
    const kept = await ask((draftVersion) => actions.keepVersion({ articleId, draftVersion }));
    if (!kept) return;
    toast.done(say('editor.kept', { number: kept.number }));
    router.refresh();
  }
  /** Opened after the answer, a tab would be taken for a pop-up and kept shut. */
  async function preview() {
    const tab = window.open('about:blank', '_blank');
    const made = await ask(() => actions.previewStory({ articleId }));
    if (!made) tab?.close();
    else if (tab) tab.location.assign(made.href);
    else go(made.href);
  }
  async function publish(wish: PublishWish): Promise<boolean> {
    const made = await ask((draftVersion) => actions.publishStory({ articleId, draftVersion, ...wish }));
    if (!made) return false;
    done(publishedReceipt(made, article, timeZone));
    return true;
  }
  async function decide(decision: Decision, { at, reason }: DecisionDetails): Promise<boolean> {
    const run = (draftVersion: number) => send(actions, decision, { articleId, draftVersion, at, reason });
    if (!(await ask<unknown>(run))) return false;
    if (decision === 'delete') {
      toast.done(say('editor.deleted'));
      go('/desk/articles');
      return true;
    }
    done(decidedReceipt(decision, article, at, timeZone));
    return true;
  }
  return {
    ...{ busy, error, receipt, keep, preview, publish, decide },
    forget: () => setError(null),
    closeReceipt: () => setReceipt(null),
  };
}

interface Question {
  readonly articleId: string;
  readonly draftVersion: number;
  readonly at: Date | null;
  readonly reason: string;
}

function send(
  actions: EditorActions,
  decision: Decision,
  { articleId, draftVersion, at, reason }: Question,
): Promise<Result<unknown>> {
  switch (decision) {
    case 'submit':
      return actions.submitStory({ articleId, draftVersion });
    case 'unpublish':
      return actions.unpublishStory({ articleId, at: at ?? undefined });
    case 'archive':
      return actions.archiveStory({ articleId });
    case 'return':
      return actions.returnStory({ articleId });
    case 'restore':
      return actions.restoreStory({ articleId });
    case 'embargo':
      return actions.embargoStory({ articleId, until: at });
    case 'delete':
      return actions.deleteStory({ articleId });
    case 'kill':
      return actions.killStory({ articleId, reason });
    default:
      return decision satisfies never;
  }
}
