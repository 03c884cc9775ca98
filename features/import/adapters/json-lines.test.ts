import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { renderBody } from '#features/body/render.ts';
import { entriesOf } from '#features/import/fixtures/bytes.ts';
import type { ImportEntry } from '#features/import/model.ts';
import type { ImportedStory } from '#features/import/schema.ts';
import { jsonLines } from './json-lines.ts';

const fixture = readFileSync(new URL('../fixtures/stories.jsonl', import.meta.url));

describe('json-lines', () => {
  test('reads every field of a story', async () => {
    const [first] = stories(await entriesOf(jsonLines, fixture));
    const { body, ...fields } = first!;
    expect(fields).toEqual({
      importKey: 'https://gazette.example/local/ferry/',
      headline: 'Ferry to Harrow Island runs again',
      standfirst: 'The first boat in eleven weeks left at dawn.',
      sectionName: 'Local',
      tags: ['Ferries', 'Islands'],
      bylines: ['Mara Lind', 'Tom Oduya'],
      publishedAt: new Date('2026-03-02T06:30:00Z'),
      dateIs: 'original',
      language: 'en-GB',
      sourceUrl: 'https://gazette.example/local/ferry/',
      licence: 'CC BY 4.0',
    });
    expect(renderBody(body).html).toBe(
      '<p>The queue began before five.</p><h2 id="h-what-changed">What changed</h2><ul><li>A new pier</li><li>Two more boats</li></ul>' +
        '<p>See the <a href="https://gazette.example/timetable" rel="external">timetable</a>.</p>',
    );
  });

  test('reports each bad line with its number and one sentence, and takes the others', async () => {
    const entries = await entriesOf(jsonLines, fixture);
    expect(stories(entries).map(({ headline }) => headline)).toEqual([
      'Ferry to Harrow Island runs again',
      'Council & union agree',
      'Short note',
    ]);
    expect(problems(entries)).toEqual([
      [4, 'The date is missing.'],
      [5, 'The line is not JSON.'],
      [6, "The date '2026-02-30' is not a day or time as ISO 8601 writes it."],
      [7, `The body_format must be 'markdown' or 'plain', not "docx".`],
      [8, 'The line is not a JSON object.'],
      [10, 'The body is empty.'],
      [11, 'The source "gazette" is not an http or https address.'],
    ]);
  });

  test('reads a story that says only title, date and body', async () => {
    const note = stories(await entriesOf(jsonLines, fixture)).find(({ headline }) => headline === 'Short note');
    expect(note).toMatchObject({
      sectionName: 'General',
      tags: [],
      bylines: [],
      language: 'en',
      publishedAt: new Date('2026-02-28'),
    });
    expect(note?.importKey).toMatch(/^json-lines:[0-9a-f]{32}$/);
  });

  test('reads the same from gzip, in whatever pieces', async () => {
    const plain = await entriesOf(jsonLines, fixture);
    expect(await entriesOf(jsonLines, gzipSync(fixture), 1)).toEqual(plain);
    expect(await entriesOf(jsonLines, gzipSync(fixture), 10_000)).toEqual(plain);
  });

  test('reads what comes before gzip data is cut short, and says where it was', async () => {
    const lines = Array.from({ length: 3000 }, (_, n) =>
      JSON.stringify({ title: `Story ${n} ${Math.sin(n)}`, date: '2026-01-01', body: 'x' }),
    );
    const packed = gzipSync(lines.join('\n'));
    const entries = await entriesOf(jsonLines, packed.subarray(0, packed.length / 2));
    const last = entries.at(-1)!;
    expect(entries.length).toBeGreaterThan(100);
    expect(last).toEqual({
      line: entries.length,
      problem: 'The gzip data is cut short or damaged here, so that nothing more can be read.',
    });
  });

  test('tells whoever takes time over each story too that gzip data is cut short', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) =>
      JSON.stringify({ title: `T ${index}`, body: `${index ** 5}` }),
    );
    const packed = gzipSync(lines.join('\n'));
    let last: ImportEntry | undefined;
    for await (const entry of jsonLines.read(inOnePiece(packed.subarray(0, packed.length / 2)))) {
      await nextTurn();
      last = entry;
    }
    expect(last).toMatchObject({ problem: expect.stringContaining('cut short') });
  });

  test('leaves out a summary that only repeats how the story begins', async () => {
    const story = {
      title: 'T',
      date: '2026-01-01',
      summary: 'The boat left at dawn. It',
      body: 'The boat *left* at dawn. It was full.',
      body_format: 'markdown',
    };
    const [read] = stories(await entriesOf(jsonLines, JSON.stringify(story)));
    expect(read?.standfirst).toBeUndefined();
  });

  test('finds nothing in an empty file', async () => {
    expect(await entriesOf(jsonLines, '')).toEqual([]);
    expect(await entriesOf(jsonLines, '\ufeff\r\n\r\n')).toEqual([]);
  });
});

function stories(entries: readonly ImportEntry[]): ImportedStory[] {
  return entries.flatMap((entry) => ('story' in entry ? entry.story : []));
}

function problems(entries: readonly ImportEntry[]): [number, string][] {
  return entries.flatMap((entry) => ('problem' in entry ? [[entry.line, entry.problem] as [number, string]] : []));
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
