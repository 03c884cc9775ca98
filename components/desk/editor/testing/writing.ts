import { judgeSave, type StoredDraft } from '#features/draft/model.ts';
import { type DraftContent, draftContent } from '#features/draft/schema.ts';
import { Autosave } from '../autosave.ts';
import type { LocalWords, Save, SaveStatus, SendAnswer } from '../saving.ts';

/** A story of nothing but a headline. */
export const words = (headline: string): DraftContent => draftContent.parse({ headline });
const startOf = (headline: string): StoredDraft => ({
  version: 1,
  content: words(headline),
  savedBy: null,
  savedAt: null,
});

/** A server that judges saves as the real one does. */
export function server(first = 'start') {
  const held = { version: 1, saveId: 'first', content: words(first) };
  const taken: { words: string; over: string; chosen: boolean }[] = [];
  return {
    held,
    taken,
    take(save: Save): SendAnswer {
      const verdict = judgeSave(held, save);
      if (verdict === 'stale') return { kind: 'conflict', stored: { ...held, savedBy: 'Ada', savedAt: null } };
      if (verdict === 'next') {
        taken.push({ words: save.content.headline, over: held.content.headline, chosen: save.chosen });
      }
      if (verdict === 'next') Object.assign(held, { version: held.version + 1, ...save });
      return { kind: 'saved', version: held.version, savedAt: '2026-01-01T00:00:00.000Z' };
    },
  };
}

/** Somebody who writes, and what this browser and the page are told meanwhile. */
export function desk(send: (save: Save) => Promise<SendAnswer> | SendAnswer, stored = startOf('start')) {
  const said: SaveStatus[] = [];
  const local: { words: LocalWords | null; hasRoom: boolean } = { words: null, hasRoom: true };
  const autosave = new Autosave(stored, {
    send: async (save) => send(save),
    keepLocally: (kept) => {
      if (local.hasRoom) local.words = kept;
      return local.hasRoom;
    },
    newId: () => crypto.randomUUID(),
    onStatus: (status) => said.push(status),
  });
  return { autosave, said, local };
}
