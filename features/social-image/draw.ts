import 'server-only';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { shareSize } from '#features/media/model.ts';
import type { SocialWords } from '#features/social-image/model.ts';
import { accentPair } from '#lib/accent.ts';
import { directionOf } from '#lib/language.ts';
import { palette } from '#lib/palette.ts';
import { breakLines, cutWithEllipsis } from './break-lines.ts';
import { facesFor } from './faces.ts';

const margin = 80;
const { width, height } = shareSize;
const room = width - 2 * margin;
const headlineTop = 160;
const headlineRoom = 350;
const leading = 1.2;
const sizes = [92, 84, 76, 68, 62, 56, 50, 45, 40, 36, 32, 28] as const;

/**
 * Draws what other sites show beside a link to a story without a picture: section, headline and site. Skia shapes the
 * text (HarfBuzz) and puts it in order (UAX 9), so that every script is written as its readers write it. A PNG.
 */
export async function drawSocialImage(words: SocialWords): Promise<Buffer> {
  const { headline, section, siteName, language } = words;
  const [serif, sans] = await Promise.all([
    facesFor(headline, language, 'source-serif-4'),
    facesFor(`${section}${siteName}…`, language, 'public-sans'),
  ]);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const [accent] = accentPair(words.accent);
  const rtl = directionOf(language) === 'rtl';
  // Without it a face that can be of any weight is drawn in its lightest, which in Japanese is very thin.
  context.fontVariationSettings = '"wght" 700';
  context.direction = rtl ? 'rtl' : 'ltr';
  context.textAlign = rtl ? 'right' : 'left';
  const start = rtl ? width - margin : margin;

  context.fillStyle = palette.paper[0];
  context.fillRect(0, 0, width, height);
  context.fillStyle = accent;
  context.fillRect(0, 0, width, 16);
  line(context, section, `700 34px ${sans}`, start, 112);

  context.fillStyle = palette.ink[0];
  const { lines, size } = setHeadline(context, headline, language, serif);
  const top = headlineTop + Math.max(0, (headlineRoom - lines.length * size * leading) / 2);
  for (const [index, text] of lines.entries()) context.fillText(text, start, top + size * (0.92 + index * leading));

  context.fillStyle = palette.rule[0];
  context.fillRect(margin, height - 102, room, 2);
  context.fillStyle = palette.soft[0];
  line(context, siteName, `600 30px ${sans}`, start, height - 48);
  return canvas.encode('png');
}

function line(context: SKRSContext2D, text: string, font: string, x: number, y: number): void {
  context.font = font;
  context.fillText(cutWithEllipsis(text, room, measureIn(context)), x, y);
}

/** The largest size in which the headline fits without a broken word; what is too long even for the smallest is cut. */
function setHeadline(context: SKRSContext2D, headline: string, language: string, faces: string) {
  const measure = measureIn(context);
  const tried = sizes.map((size) => {
    context.font = `700 ${size}px ${faces}`;
    const { lines, whole } = breakLines(headline, language, room, measure);
    return { size, lines, whole, fits: lines.length * size * leading <= headlineRoom };
  });
  const fitting = tried.filter(({ fits }) => fits);
  const best = fitting.find(({ whole }) => whole) ?? fitting[0];
  if (best) {
    context.font = `700 ${best.size}px ${faces}`;
    return best;
  }
  const { size, lines } = tried.at(-1) as (typeof tried)[number];
  const most = Math.floor(headlineRoom / (size * leading));
  const last = cutWithEllipsis(`${lines[most - 1]} ${lines[most]}`, room, measure);
  return { size, lines: [...lines.slice(0, most - 1), last] };
}

const measureIn = (context: SKRSContext2D) => (text: string) => context.measureText(text).width;
