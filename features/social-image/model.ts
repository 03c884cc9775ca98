/** What a story's image says. */
export interface SocialWords {
  readonly headline: string;
  readonly section: string;
  readonly siteName: string;
  /** BCP 47, of the headline. */
  readonly language: string;
  /** The site's colour, such as #a01c22. */
  readonly accent: string;
}

/** Where the image of a story is kept and served; `name` is signed, so that nobody can make up addresses. */
export const socialHref = (name: string): string => `/media/social/${name}.png`;

/** The name in such an address; null for any other. */
export const nameInSocialHref = (path: string): string | null =>
  /^\/media\/social\/([0-9a-f-]{36}-[0-9a-f]{16}\.[\w-]{43})\.png$/.exec(path)?.[1] ?? null;
