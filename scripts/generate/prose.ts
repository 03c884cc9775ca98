import { wordCount } from '#features/body/model.ts';
import type { Block, Inline } from '#features/body/schema.ts';
import { capitalised, causes, type Matter, movements, outcomes, stances, times } from './headline.ts';
import type { Random } from './random.ts';
import { familyNames, givenNames } from './vocabulary.ts';

/** Blocks of `words` words or a few more on a matter: mostly paragraphs, as news is, in longer pieces with headings. */
export function proseOf(matter: Matter, words: number, random: Random): Block[] {
  const blocks: Block[] = [];
  let written = 0;
  while (written < words) {
    const block = nextBlock(blocks.length, words, matter, random);
    blocks.push(block);
    written += wordCount({ type: 'doc', content: [block] });
  }
  return blocks;
}

/** The first paragraph: what happened, where and when. */
export function leadFor({ place, matter, actors }: Matter, random: Random): Block {
  const day = random.pick(weekdays);
  return paragraph(
    `${capitalised(actors)} in ${place} ${random.pick(stances)} ${matter}, a group said on ${day}, ` +
      `citing ${random.between(3, 900)} cases since ${random.pick(causes)}. ${sentence({ place, matter, actors }, random)}`,
  );
}

function nextBlock(index: number, words: number, matter: Matter, random: Random): Block {
  if (words > 450 && index % 6 === 5) return heading(matter, random);
  const dice = random.below(40);
  if (dice === 0) return list(matter, random);
  if (dice === 1 && words > 600) return figures(matter, random);
  if (dice < 5) return { type: 'blockquote', content: [paragraph(`${quote(matter, random)}`)] };
  if (dice < 9) return linked(matter, random);
  return paragraph(Array.from({ length: random.between(2, 4) }, () => sentence(matter, random)).join(' '));
}

function sentence({ place, matter, actors }: Matter, random: Random): string {
  const number = random.between(2, 97);
  const shapes = [
    () => `Figures released in ${place} show that ${matter} ${random.pick(movements)} by ${number} percent.`,
    () =>
      `“${quote({ place, matter, actors }, random)}” said ${person(random)}, who has followed the subject for years.`,
    () => `Critics say that ${outcomeOf(random)} comes too late, while ${actors} ${random.pick(stances)} the idea.`,
    () => `The plan would cost ${number} million and is to be decided ${random.pick(times)}.`,
    () =>
      `Since ${random.pick(causes)}, ${actors} in ${place} have met ${random.between(2, 12)} times to discuss ${matter}.`,
    () => `${person(random)} of the regional council disagreed: ${matter}, he argued, were never the problem.`,
    () => `Nearly ${number} of 100 people asked in ${place} had heard of ${matter} only from friends or neighbours.`,
    () => `A decision on ${outcomeOf(random)} had been expected earlier, but was put off after ${random.pick(causes)}.`,
    () =>
      `${capitalised(actors)} point to the neighbouring region, where ${matter} ${random.pick(movements)} without much notice.`,
  ];
  return random.pick(shapes)();
}

function quote({ place, matter }: Matter, random: Random): string {
  return random.pick([
    `We have waited long enough, and ${matter} will not wait for us,`,
    `Nobody in ${place} should be surprised by this,`,
    `What matters to people is ${outcomeOf(random)}, not who gets the credit,`,
    `If ${matter} go on like this, we will see the effect ${random.pick(times)},`,
  ]);
}

function heading({ place, matter, actors }: Matter, random: Random): Block {
  const words = random.pick([
    `What ${actors} say`,
    `How ${place} compares`,
    `The numbers behind ${matter}`,
    'What happens next',
    'A long dispute',
  ]);
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: words }] };
}

function list(matter: Matter, random: Random): Block {
  const items = Array.from({ length: random.between(3, 5) }, () => paragraph(sentence(matter, random)));
  return { type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [item] })) };
}

function figures({ matter }: Matter, random: Random): Block {
  const header = ['Year', capitalised(matter), 'Change'];
  const rows = [2021, 2022, 2023, 2024].map((year) => [
    `${year}`,
    `${random.between(100, 9000)}`,
    `${random.below(20)}%`,
  ]);
  const attrs = { colspan: 1, rowspan: 1 };
  return {
    type: 'table',
    content: [
      { type: 'tableRow', content: header.map((text) => ({ type: 'tableHeader', attrs, content: [paragraph(text)] })) },
      ...rows.map((row) => ({
        type: 'tableRow' as const,
        content: row.map((text) => ({ type: 'tableCell' as const, attrs, content: [paragraph(text)] })),
      })),
    ],
  };
}

/** A paragraph with a link to a document and a name in bold. */
function linked(matter: Matter, random: Random): Block {
  const href = `https://documents.example/${random.between(2015, 2026)}/${random.between(1, 999)}`;
  const content: Inline[] = [
    { type: 'text', text: `${sentence(matter, random)} The ` },
    { type: 'text', text: 'full report', marks: [{ type: 'link', attrs: { href } }] },
    { type: 'text', text: ', written by ' },
    { type: 'text', text: person(random), marks: [{ type: 'bold' }] },
    { type: 'text', text: `, was published ${random.between(2, 30)} days ago.` },
  ];
  return { type: 'paragraph', content };
}

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] });
const person = (random: Random) => `${random.pick(givenNames)} ${random.pick(familyNames)}`;
const outcomeOf = (random: Random) => random.pick(outcomes);
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
