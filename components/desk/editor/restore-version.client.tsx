'use client';
import { useGo } from '#components/desk/leave/use-go.ts';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.client.tsx';
import { toast } from '#components/ui/toast.client.tsx';
import type { restoreVersion } from '#features/draft/actions.ts';
import type { Version } from '#features/draft/queries-versions.ts';
import { say } from '#lib/desk-words.ts';

interface RestoreVersionProps {
  readonly articleId: string;
  readonly draftVersion: number;
  readonly version: Version;
  readonly restore: typeof restoreVersion;
}

/** Puts a version's words into the working copy, and leads to it. */
export function RestoreVersion({ articleId, draftVersion, version, restore }: RestoreVersionProps) {
  const go = useGo();
  async function run() {
    const from = version.kind === 'revision' ? { revisionId: version.id } : { copyId: version.id };
    const result = await restore({ articleId, draftVersion, saveId: crypto.randomUUID(), from }).catch(() => null);
    if (!result?.ok) {
      toast.failed(result?.error.message ?? say('editor.noAnswer'));
      return false;
    }
    toast.done(say('editor.version.restored'));
    go(`/desk/articles/${articleId}`);
    return true;
  }
  return (
    <ConfirmDialog
      title={say('editor.version.restoreTitle')}
      text={say('editor.version.restoreText')}
      confirm={say('editor.version.restore')}
      trigger={<Button>{say('editor.version.restore')}</Button>}
      onConfirm={run}
    />
  );
}
