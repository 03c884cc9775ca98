import { afterEach, expect, test, vi } from 'vitest';
import { draftContent } from '#features/draft/schema.ts';
import { sendSave } from './send-save.ts';

afterEach(() => vi.unstubAllGlobals());

/** What the browser is given for a story of so many paragraphs. */
async function sent(text: string, paragraphs = 1): Promise<RequestInit & { bytes: number }> {
  const asked = vi.fn<typeof fetch>(async () => Response.json({ ok: true, data: { outcome: 'saved', version: 2 } }));
  vi.stubGlobal('fetch', asked);
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] };
  const body = { type: 'doc', content: Array.from({ length: paragraphs }, () => paragraph) };
  const save = { baseVersion: 1, saveId: crypto.randomUUID(), content: draftContent.parse({ body }), chosen: false };
  expect(await sendSave(crypto.randomUUID(), save)).toMatchObject({ kind: 'saved', version: 2 });
  const init = asked.mock.calls[0]?.[1] ?? {};
  return { ...init, bytes: (await new Request('http://localhost', init).arrayBuffer()).byteLength };
}

test('a save goes on when its page is closed', async () => {
  expect(await sent('Short.')).toMatchObject({ keepalive: true });
});

test.each([
  ['Latin', 'e', 62],
  ['Cyrillic', 'ж', 31],
  ['Chinese', '文', 21],
])('a story in %s of more bytes than browsers let go on is sent without that', async (_script, letter, paragraphs) => {
  const { keepalive, bytes } = await sent(letter.repeat(1000), paragraphs);
  expect(bytes).toBeGreaterThan(61_000);
  expect(keepalive).toBe(false);
});
