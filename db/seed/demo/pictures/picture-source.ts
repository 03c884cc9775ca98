/** A picture as its family describes it: what a reader is told of it, its size in pixels, and how to draw it as SVG. */
export type PictureSource = {
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
  draw: () => string;
};

/** A chart drawn from the figures that its story gives. */
export function chart(alt: string, caption: string, draw: () => string): PictureSource {
  return { width: 1600, height: 1067, alt, caption, credit: 'Chart by Broadsheet from figures in the story', draw };
}

/** A map of the demonstration's coast, which exists nowhere else. */
export function map(alt: string, caption: string, draw: () => string): PictureSource {
  return { width: 1600, height: 1067, alt, caption, credit: 'Generated map of an invented coast', draw };
}

/** A landscape or an ornament drawn by rules, in the proportions given. */
export function pattern(
  [width, height]: readonly [width: number, height: number],
  alt: string,
  caption: string,
  draw: () => string,
): PictureSource {
  return { width, height, alt, caption, credit: 'Generated pattern', draw };
}
