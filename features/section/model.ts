export interface Section {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly parentId: string | null;
}

/** The address of a section's page. */
export const sectionHref = (slug: string): string => `/${encodeURIComponent(slug)}`;

/** The tree of sections in the order in which the desk put them. */
export class SectionTree {
  readonly #byId: ReadonlyMap<string, Section>;
  readonly #bySlug: ReadonlyMap<string, Section>;

  constructor(sections: readonly Section[]) {
    this.#byId = new Map(sections.map((section) => [section.id, section]));
    this.#bySlug = new Map(sections.map((section) => [section.slug, section]));
  }

  /** Every section, in the desk's order. */
  get all(): Section[] {
    return [...this.#byId.values()];
  }

  /** The sections that stand under no other. */
  get top(): Section[] {
    return [...this.#byId.values()].filter(({ parentId }) => parentId === null);
  }

  withId(id: string): Section | undefined {
    return this.#byId.get(id);
  }

  withSlug(slug: string): Section | undefined {
    return this.#bySlug.get(slug);
  }

  childrenOf(id: string): Section[] {
    return [...this.#byId.values()].filter(({ parentId }) => parentId === id);
  }

  /** From the top of the tree down to the section itself. */
  trailOf(id: string): Section[] {
    const trail: Section[] = [];
    for (let section = this.#byId.get(id); section; section = this.#byId.get(section.parentId ?? '')) {
      if (trail.includes(section)) break;
      trail.unshift(section);
    }
    return trail;
  }

  /** The section's own id and those of all sections under it. */
  branchOf(id: string): string[] {
    const branch = [id];
    for (const member of branch) {
      for (const child of this.childrenOf(member)) if (!branch.includes(child.id)) branch.push(child.id);
    }
    return branch;
  }
}
