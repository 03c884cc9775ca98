interface NumberedText {
  line: number;
  text: string;
}

/** What stands on a page below its headline. */
export interface PageParts {
  copy: string[];
  date: string | undefined;
  votes: { count: number } | undefined;
  /** The headlines of the three lists, as they stand, with their lines. */
  listed: NumberedText[];
}

/**
 * Section and headline of the first two lines. The first runs breadcrumb, headline and site name together (`Current:Home > ScamsSouth
 * Korea’s spy … -Ascend Finance Compass`), the second has the headline alone, so that it shows where the others begin and end,
 * whatever hyphens the headline has itself.
 */
export function headlineOf(
  first: string,
  headline: string,
): { headline: string; section: string; siteName: string } | { problem: string } {
  const crumbs = first.match(/^Current:\s*(.*)$/i)?.[1];
  if (crumbs === undefined) return { problem: 'The page does not begin with `Current:` and its breadcrumb.' };
  if (headline === '') return { problem: 'The page has no headline below its breadcrumb.' };
  const title = longestBeginning(headline, crumbs);
  if (title === null) return { problem: 'The headline is not the one that follows the breadcrumb.' };
  const at = crumbs.lastIndexOf(title);
  const trail = crumbs
    .slice(0, at)
    .split('>')
    .map((crumb) => crumb.trim());
  const siteName = crumbs
    .slice(at + title.length)
    .replace(/^\s*[-–—|]\s*/, '')
    .trim();
  return { headline, section: trail.findLast((crumb) => crumb !== '') ?? 'Home', siteName };
}

/** Such sites cut titles at hyphens and quotation marks: as much of the headline as the first line has, eight letters at least. */
function longestBeginning(headline: string, crumbs: string): string | null {
  if (crumbs.includes(headline)) return headline;
  for (let length = headline.length - 1; length >= 8; length -= 1) {
    const beginning = headline.slice(0, length).trimEnd();
    if (crumbs.includes(beginning)) return beginning;
  }
  return null;
}

/** Divides the lines after the headline: view and date, the copy, the votes, the lists. */
export function splitPage(lines: readonly NumberedText[]): PageParts {
  const dateAt = lines.findIndex(({ text }) => /^Date:/i.test(text));
  const after = lines.slice(dateAt + 1);
  const listsAt = indexOrEnd(after, ({ text }) => listNames.includes(text));
  const votes = votesOf(after[listsAt - 1]?.text ?? '');
  const copyEnd = votes ? listsAt - 1 : listsAt;
  return {
    date: lines[dateAt]?.text.replace(/^Date:\s*/i, ''),
    copy: after.slice(0, copyEnd).map(({ text }) => text),
    votes,
    listed: after
      .slice(listsAt)
      .map(withoutBullet)
      .filter(({ text }) => !listNames.includes(text)),
  };
}

const listNames = ['Related', 'Ranking', 'Recommendation'];

/** `veryGood! (63295)`: a label and a number in brackets, alone on the line before the lists. */
function votesOf(text: string): PageParts['votes'] {
  const match = text.match(/^\S.{0,50}?\s*\((\d{1,3}(?:,\d{3})+|\d{1,10})\)$/);
  return match ? { count: Number(match[1]?.replaceAll(',', '')) } : undefined;
}

function withoutBullet({ line, text }: NumberedText): NumberedText {
  return { line, text: text.replace(/^[-*•]\s+/, '') };
}

function indexOrEnd<Item>(items: readonly Item[], matches: (item: Item) => boolean): number {
  const index = items.findIndex(matches);
  return index === -1 ? items.length : index;
}
