import type postgres from 'postgres';
import { slugify, withSuffix } from '#features/article/slug.ts';

/** Gives each story an address in its section that no other story has or ever had. */
export class Slugs {
  readonly #taken: Set<string>;
  /** The last number given to a slug, so that the thousandth twin does not try a thousand. */
  readonly #numbers = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  claim(sectionId: string, headline: string): { wanted: string; given: string } {
    const wanted = slugify(headline);
    const address = addressOf(sectionId, wanted);
    let number = this.#numbers.get(address) ?? 1;
    let given = number === 1 ? wanted : withSuffix(wanted, number);
    while (this.#taken.has(addressOf(sectionId, given))) {
      number += 1;
      given = withSuffix(wanted, number);
    }
    if (number > 1) this.#numbers.set(address, number);
    this.#taken.add(addressOf(sectionId, given));
    return { wanted, given };
  }
}

/** The addresses that stories have already. */
export async function takenSlugs(sql: postgres.Sql): Promise<Slugs> {
  const taken: string[] = [];
  const rows = sql<{ section: string; slug: string }[]>`select section_id as section, slug from article_addresses`;
  for await (const some of rows.cursor(10_000))
    for (const { section, slug } of some) taken.push(addressOf(section, slug));
  return new Slugs(taken);
}

const addressOf = (sectionId: string, slug: string) => `${sectionId}/${slug}`;
