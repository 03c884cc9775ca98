import 'server-only';
import sharp from 'sharp';
import { mostPixels } from '#features/media/schema.ts';
import { logoSize } from '#features/site/model.ts';

/**
 * The logo as a square PNG: all of a picture, in the middle of what is transparent. Without one, a page of a newspaper on
 * the accent (`#rrggbb`). Throws what sharp throws for a file that is damaged.
 */
export function drawLogo(picture: Buffer | null, accent: string): Promise<Buffer> {
  return sharp(picture ?? Buffer.from(newspaper(accent)), { limitInputPixels: mostPixels })
    .rotate()
    .resize(logoSize, logoSize, { fit: 'contain', background: '#0000' })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

const newspaper = (accent: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="${logoSize}" height="${logoSize}">
    <path fill="${accent}" d="M0 0h32v32H0z"/>
    <path fill="#fff" d="M6 7h20v5H6zm0 8h9v2H6zm0 4h9v2H6zm0 4h9v2H6zm11-8h9v10h-9z"/>
  </svg>`;
