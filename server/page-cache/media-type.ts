/**
 * Chooses among the media types that an address offers (RFC 9110, section 12.5.1). The first offer is the default: it
 * wins a tie, and is given where nothing offered is acceptable.
 */
export function preferredMediaType(accept: string | undefined, offers: readonly string[]): string | undefined {
  const [standard] = offers;
  if (!accept) return standard;
  const ranges = accept.split(',').map(readRange);
  let best = standard;
  let bestQuality = 0;
  for (const offer of offers) {
    const quality = qualityOf(offer, ranges);
    if (quality > bestQuality) {
      best = offer;
      bestQuality = quality;
    }
  }
  return best;
}

interface MediaRange {
  readonly type: string;
  readonly quality: number;
}

function readRange(text: string): MediaRange {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number.parseFloat(weight.slice(2));
  return { type, quality: Number.isNaN(quality) ? 0 : quality };
}

/** The quality of the most specific range that covers the offer. */
function qualityOf(offer: string, ranges: readonly MediaRange[]): number {
  const [group] = offer.split('/');
  for (const candidate of [offer.toLowerCase(), `${group}/*`, '*/*']) {
    const range = ranges.find(({ type }) => type === candidate);
    if (range) return range.quality;
  }
  return 0;
}
