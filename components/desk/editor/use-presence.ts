import { useEffect, useRef, useState } from 'react';
import type { StoredDraft } from '#features/draft/model.ts';
import type { Presence } from '#features/draft/model-presence.ts';
import type { Autosave } from './autosave.ts';
import { fetchStored, sendLeaving, sendPresence } from './send-save.ts';

/** Milliseconds between signs of life: often where somebody else is here, to see their words soon. */
const alone = 20_000;
const together = 4000;

interface Hearing {
  /** How the page says that the story stands. */
  readonly standing: string;
  /** Called when it stands otherwise: somebody published, scheduled or killed it, or its time has come. */
  readonly onStanding: () => void;
  readonly onNewer: (stored: StoredDraft, fromOther: boolean) => void;
}

/**
 * Who else has the story open. Words that somebody else has saved are handed to `onNewer` once they are taken over, which
 * happens only where no own words are unsaved: another's, or own ones where the page came back from the browser's memory.
 */
export function usePresence(articleId: string, autosave: Autosave, hearing: Hearing): Presence['others'] {
  const [others, setOthers] = useState<Presence['others']>([]);
  const heard = useRef(hearing);
  heard.current = hearing;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    async function beat() {
      const presence = await sendPresence(articleId);
      if (stopped) return;
      if (presence) {
        setOthers(presence.others);
        await catchUp(articleId, autosave, presence, heard.current);
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
  presence: Presence,
  { standing, onStanding, onNewer }: Hearing,
): Promise<void> {
  const { draftVersion, savedBy } = presence;
  if (presence.standing !== standing) onStanding();
  if (draftVersion <= autosave.version || !autosave.isClean) return;
  const stored = await fetchStored(articleId);
  if (stored && autosave.accept(stored)) onNewer(stored, savedBy !== null);
}
