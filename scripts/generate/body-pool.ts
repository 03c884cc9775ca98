import { bodyText, wordCount } from '#features/body/model.ts';
import { renderBody } from '#features/body/render.ts';
import type { Block, BodyDocument } from '#features/body/schema.ts';
import { siteUrl } from '#lib/env.ts';
import { escapeText } from './copy.ts';
import type { Matter } from './headline.ts';
import { leadFor, proseOf } from './prose.ts';
import { Random } from './random.ts';
import { places, sectionWords } from './vocabulary.ts';

/** A body as its columns have it, escaped for COPY. */
export interface BodyColumns {
  readonly body: string;
  readonly text: string;
  readonly html: string;
  readonly words: number;
}

/** How many bodies there are for each topic; each story begins with a paragraph of its own. */
const bodiesEach = 12;

/** The bodies of generated stories by topic, rendered once: what makes a million rows a matter of minutes. */
export class BodyPool {
  #rests = new Map<string, BodyColumns[]>();
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** A whole body: a lead of its own, then the rest of one in the pool. */
  bodyFor(topic: string, matter: Matter, random: Random): BodyColumns {
    const lead = columnsOf(leadFor(matter, random));
    const rest = random.pick(this.#restsOf(topic));
    return {
      body: `{"type":"doc","content":[${lead.body},${rest.body}]}`,
      text: `${lead.text}\\n\\n${rest.text}`,
      html: lead.html + rest.html,
      words: lead.words + rest.words,
    };
  }

  #restsOf(name: string): BodyColumns[] {
    let rests = this.#rests.get(name);
    if (!rests) {
      const random = new Random(this.#seed, 'bodies', name);
      rests = Array.from({ length: bodiesEach }, () =>
        columnsOf(...proseOf(matterOf(name, random), length(random), random)),
      );
      this.#rests.set(name, rests);
    }
    return rests;
  }
}

/** From 150 words to 1,500, most of them about 450 (log-normal, as lengths of news are). */
function length(random: Random): number {
  return Math.min(1380, Math.max(120, Math.round(400 * Math.exp(0.55 * random.normal()))));
}

function matterOf(name: string, random: Random): Matter {
  const section = sectionWords.find(({ topics }) => topics.some((topic) => topic.name === name));
  const topic = section?.topics.find((one) => one.name === name);
  if (!section || !topic) throw new Error(`No section has the topic ${name}.`);
  return { place: random.pick(places), matter: random.pick(topic.matters), actors: random.pick(section.actors) };
}

/** Blocks without the document around them. Only headings and tables know of what stands before them. */
function columnsOf(...blocks: Block[]): BodyColumns {
  const body: BodyDocument = { type: 'doc', content: blocks };
  return {
    body: escapeText(JSON.stringify(blocks).slice(1, -1)),
    text: escapeText(bodyText(body)),
    html: escapeText(renderBody(body, { siteUrl: siteUrl() }).html),
    words: wordCount(body),
  };
}
