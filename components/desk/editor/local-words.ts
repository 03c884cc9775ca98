import { z } from 'zod';
import { draftContent } from '#features/draft/schema.ts';
import type { LocalWords } from './autosave.ts';

const kept = z.object({ baseVersion: z.int().min(0), base: draftContent, words: draftContent });

/** Words that are not on the server yet, in this browser's own keeping, for each person and story. */
export function localWords(userId: string, articleId: string) {
  const key = `broadsheet.words.${userId}.${articleId}`;
  return {
    read(): LocalWords | null {
      const text = localStorage.getItem(key);
      if (!text) return null;
      const result = kept.safeParse(parsed(text));
      return result.success ? result.data : null;
    },
    /** Returns whether they are kept; a browser may have no room or be told to keep nothing. */
    write(words: LocalWords | null): boolean {
      try {
        if (words) localStorage.setItem(key, JSON.stringify(words));
        else localStorage.removeItem(key);
        return true;
      } catch {
        return false;
      }
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
