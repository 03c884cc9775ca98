import type { Choosable } from '#features/draft/dto.ts';

/** A term that is there, or a name of which one can be made. */
export type TermChoice =
  | { readonly kind: 'known'; readonly term: Choosable }
  | { readonly kind: 'new'; readonly name: string };

/** What the list shows for what was typed: what fits, in its order, and last the offer to make a new one of it. */
export function offered(typed: string, fitting: readonly Choosable[], mayAdd: boolean): TermChoice[] {
  const known = fitting.map((term): TermChoice => ({ kind: 'known', term }));
  const name = typed.trim();
  return mayAdd && name !== '' && !named(name, fitting) ? [...known, { kind: 'new', name }] : known;
}

/** What Enter takes where nothing in the list is pointed at; null where somebody has to choose. */
export function atEnter(typed: string, fitting: readonly Choosable[], mayAdd: boolean): TermChoice | null {
  const term = named(typed.trim(), fitting);
  if (term) return { kind: 'known', term };
  return fitting.length === 0 ? (offered(typed, fitting, mayAdd).at(0) ?? null) : null;
}

const named = (name: string, terms: readonly Choosable[]): Choosable | undefined =>
  terms.find((term) => term.name.toLowerCase() === name.toLowerCase());
