import { useEffect, useRef, useState } from 'react';
import type { StoredDraft } from '#features/draft/model.ts';
import type { Presence } from '#features/draft/model-presence.ts';
import type { Autosave } from './autosave.ts';
import { fetchStored, sendLeaving, sendPresence } from './send-save.ts';

/** Milliseconds between signs of life: often where somebody else is here, to see their words soon. */
const alone = 20_000;
const together = 4000;

/**
 * Who else has the story open. Words that somebody else has saved are handed to `onNewer` once they are taken over, which
 * happens only where no own words are unsaved: another's, or own ones where the page came back from the browser's memory.
 */
export function usePresence(
  articleId: string,
  autosave: Autosave,
  onNewer: (stored: StoredDraft, fromOther: boolean) => void,
): Presence['others'] {
  const [others, setOthers] = useState<Presence['others']>([]);
  const hear = useRef(onNewer);
  hear.current = onNewer;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    async function beat() {
      const presence = await sendPresence(articleId);
      if (stopped) return;
      if (presence) {
        setOthers(presence.others);
        await catchUp(articleId, autosave, presence, hear.current);
      }
      if (!stopped) timer = setTimeout(beat, presence?.others.length ? together : alone);
    }
    const leave = () => sendLeaving(articleId);
    void beat();
    window.addEventListener('pagehide', leave);
    return () => {
      stopped = true;
      clearTimeout(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [articleId, autosave]);
  return others;
}

async function catchUp(
  articleId: string,
  autosave: Autosave,
  { draftVersion, savedBy }: Presence,
  onNewer: (stored: StoredDraft, fromOther: boolean) => void,
): Promise<void> {
  if (draftVersion <= autosave.version || !autosave.isClean) return;
  const stored = await fetchStored(articleId);
  if (stored && autosave.accept(stored)) onNewer(stored, savedBy !== null);
}
