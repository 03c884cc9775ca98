import type { ArticleCard } from '#features/article/dto.ts';
import { type Section, sectionHref } from '#features/section/model.ts';
import { absoluteUrl, type Site } from '#features/site/model.ts';

/** What the site is about and where to find it, for language models (https://llmstxt.org), in Markdown. */
export function llmsText(site: Site, sections: readonly Section[], stories: readonly ArticleCard[]): string {
  const link = (name: string, href: string, about = '') =>
    `- [${plain(name)}](${absoluteUrl(href, site)})${about && `: ${plain(about)}`}`;
  const part = (title: string, links: readonly string[]) => (links.length > 0 ? ['', `## ${title}`, '', ...links] : []);
  return [
    `# ${plain(site.name)}`,
    ...(site.description ? ['', `> ${plain(site.description)}`] : []),
    ...part(
      'Sections',
      sections.map(({ name, slug, description }) => link(name, sectionHref(slug), description)),
    ),
    ...part(
      'Latest stories',
      stories.map(({ headline, href, standfirst }) => link(headline, href, standfirst)),
    ),
    // What may be left out where there is little room.
    ...part('Optional', [
      link('Atom', '/atom.xml', 'The latest stories as a feed'),
      link('Sitemap', '/sitemap.xml', 'Every story by the month in which it was first published'),
    ]),
    '',
  ].join('\n');
}

/** Text in one line that no sign in it turns into Markdown (CommonMark 0.31, section 2.4). */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_~[\]<>&#]/g, '\\$&')
    // Only where a line begins do these begin a list or a rule.
    .replace(/^[-+=]|(?<=^\d+)[.)]/, '\\$&');
