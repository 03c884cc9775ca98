/** What a language calls itself, such as `Deutsch`; its tag where nobody knows. */
export function ownName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

/** The first two stories of one language among these; null where each has a language of its own. */
export function clash<Story extends { readonly language: string }>(stories: readonly Story[]): [Story, Story] | null {
  const seen = new Map<string, Story>();
  for (const story of stories) {
    const other = seen.get(story.language);
    if (other) return [other, story];
    seen.set(story.language, story);
  }
  return null;
}
