/** A point in pixels, y downwards. */
export type Point = readonly [x: number, y: number];

type Attributes = Record<string, string | number>;

/** A whole SVG document of the given size on one ground colour. */
export function svgDocument(width: number, height: number, ground: string, parts: string[]): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return `${head}${rectangle(0, 0, width, height, { fill: ground })}${parts.join('')}</svg>`;
}

/** Any element; numbers are rounded to a tenth of a pixel, which no eye sees and which keeps documents small. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : value}"`)
    .join('');
  return `<${name}${written}>${content}</${name}>`;
}

export function rectangle(x: number, y: number, width: number, height: number, attributes: Attributes): string {
  return element('rect', { x, y, width, height, ...attributes });
}

export function circle([cx, cy]: Point, r: number, attributes: Attributes): string {
  return element('circle', { cx, cy, r, ...attributes });
}

export function line([x1, y1]: Point, [x2, y2]: Point, attributes: Attributes): string {
  return element('line', { x1, y1, x2, y2, ...attributes });
}

export function path(d: string, attributes: Attributes): string {
  return element('path', { d, ...attributes });
}

/** Straight strokes from point to point, as path data. */
export function through(points: readonly Point[], closed = false): string {
  const steps = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)},${round(y)}`).join('');
  return closed ? `${steps}Z` : steps;
}

/** A smooth curve through the points (Catmull-Rom as cubic Béziers), as path data. */
export function curve(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return '';
  let data = `M${round(first[0])},${round(first[1])}`;
  for (let index = 0; index + 1 < points.length; index += 1) {
    const before = points[Math.max(0, index - 1)] ?? first;
    const from = points[index] ?? first;
    const to = points[index + 1] ?? first;
    const after = points[Math.min(points.length - 1, index + 2)] ?? to;
    const control = (near: Point, back: Point, ahead: Point, sign: number): string =>
      `${round(near[0] + (sign * (ahead[0] - back[0])) / 6)},${round(near[1] + (sign * (ahead[1] - back[1])) / 6)}`;
    data += `C${control(from, before, to, 1)} ${control(to, from, after, -1)} ${round(to[0])},${round(to[1])}`;
  }
  return data;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
