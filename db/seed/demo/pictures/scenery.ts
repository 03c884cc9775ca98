import { circle, element, type Point, path, rectangle, through } from './drawing.ts';
import { seededRandom, seededSwell } from './random.ts';

/** A hill or a shore across the whole width: its skyline wanders around `level`, and it fills all that lies below. */
export function ridge(seed: string, frame: Frame, level: number, height: number, colour: string): string {
  const skyline = skylineOf(seed, frame, level, height);
  return path(through([[0, frame.height], ...skyline, [frame.width, frame.height]], true), { fill: colour });
}

export type Frame = { width: number; height: number };

/** The skyline that `ridge` draws, so that something can stand on it. */
export function skylineOf(seed: string, { width }: Frame, level: number, height: number): Point[] {
  const swell = seededSwell(seed);
  return Array.from({ length: 161 }, (_, index) => [(index / 160) * width, level - swell(index / 160) * height]);
}

/** Flat bands of colour from the top to the bottom of a strip, as a screen print would lay them. */
export function bands(frame: Frame, top: number, bottom: number, colours: readonly string[]): string {
  const step = (bottom - top) / colours.length;
  return colours.map((fill, index) => rectangle(0, top + index * step, frame.width, step + 1, { fill })).join('');
}

/** A disc in halftone: dots on a slanted grid which shrink towards its lower edge. */
export function halftoneDisc([cx, cy]: Point, radius: number, colour: string, pitch = 15): string {
  const dots: string[] = [];
  for (let row = -radius; row <= radius; row += pitch) {
    const shift = (Math.round(row / pitch) % 2) * (pitch / 2);
    for (let column = -radius; column <= radius; column += pitch) {
      const x = column + shift;
      const fade = 1 - (row + radius) / (2 * radius);
      if (Math.hypot(x, row) <= radius)
        dots.push(circle([cx + x, cy + row], pitch * (0.2 + fade * 0.42), { fill: colour }));
    }
  }
  return dots.join('');
}

/** Short level strokes of light on water, denser towards `x`. */
export function glints(seed: string, frame: Frame, top: number, x: number, colour: string, count = 130): string {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const depth = random() ** 1.6;
    const spread = (random() + random() - 1) * (60 + depth * 330);
    const width = 18 + random() * 90 * (0.4 + depth);
    const y = top + 8 + depth * (frame.height - top - 20);
    return rectangle(x + spread - width / 2, y, width, 3 + depth * 5, {
      fill: colour,
      rx: 3,
      'fill-opacity': 0.35 + random() * 0.5,
    });
  }).join('');
}

/** Stars of many sizes, most of them small. */
export function stars(seed: string, frame: Frame, bottom: number, count: number, colour: string): string {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () =>
    circle([random() * frame.width, random() * bottom], 0.8 + random() ** 9 * 5, {
      fill: colour,
      'fill-opacity': 0.35 + random() * 0.65,
    }),
  ).join('');
}

/** One shape used many times, moved and scaled. */
export function placed(shape: string, [x, y]: Point, scale = 1, turn = 0): string {
  return element(
    'g',
    { transform: `translate(${Math.round(x)} ${Math.round(y)}) scale(${scale}) rotate(${turn})` },
    shape,
  );
}
