import type { SaveAnswer, StoredDraft } from '#features/draft/model.ts';
import type { Presence } from '#features/draft/model-presence.ts';
import type { Result } from '#lib/result.ts';
import type { Save, SendAnswer } from './saving.ts';

/** Bytes that browsers send even from a page that is being closed (Fetch standard: 64 KiB for all together). */
const mostWhenLeaving = 60_000;

const draftAddress = (articleId: string): string => `/desk/articles/${articleId}/draft`;

/** Sends a save to the server. Never throws: what did not come through is an answer too. */
export async function sendSave(articleId: string, save: Save): Promise<SendAnswer> {
  // Bytes, since letters are up to three: the browser refuses what is too long for it, however often it is sent.
  const body = new TextEncoder().encode(JSON.stringify(save));
  try {
    const response = await fetch(draftAddress(articleId), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.byteLength < mostWhenLeaving,
      signal: AbortSignal.timeout(20_000),
    });
    return response.status === 401 ? { kind: 'signed-out' } : toAnswer(await response.json());
  } catch {
    return { kind: 'unreachable' };
  }
}

/** The working copy as it is on the server, or null where it cannot be had. */
export async function fetchStored(articleId: string): Promise<StoredDraft | null> {
  try {
    const response = await fetch(draftAddress(articleId), { signal: AbortSignal.timeout(20_000) });
    const result: Result<StoredDraft> = await response.json();
    return result.ok ? result.data : null;
  } catch {
    return null;
  }
}

/** Says that this person has the story open, and hears who else has. Null where nothing can be heard. */
export async function sendPresence(articleId: string): Promise<Presence | null> {
  try {
    const response = await fetch(presenceAddress(articleId), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(10_000),
    });
    const result: Result<Presence> = await response.json();
    return result.ok ? result.data : null;
  } catch {
    return null;
  }
}

/** Says, from a page that is being closed, that this person has left. */
export function sendLeaving(articleId: string): void {
  navigator.sendBeacon(presenceAddress(articleId), new Blob(['{"leaving":true}'], { type: 'application/json' }));
}

const presenceAddress = (articleId: string): string => `/desk/articles/${articleId}/presence`;

function toAnswer(result: Result<SaveAnswer>): SendAnswer {
  if (result.ok) {
    const { outcome, ...rest } = result.data;
    return { kind: outcome, ...rest } as SendAnswer;
  }
  const { code, message } = result.error;
  return code === 'fault' || code === 'unavailable' || code === 'limited'
    ? { kind: 'unreachable' }
    : { kind: 'refused', message };
}
