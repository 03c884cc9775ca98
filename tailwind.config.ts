import type { Config } from 'tailwindcss';
import plugin from 'tailwindcss/plugin';
import { palette } from './lib/palette.ts';

const names = Object.keys(palette) as (keyof typeof palette)[];

const variables = Object.fromEntries(
  names.map((name) => [`--${name}`, `light-dark(${palette[name][0]}, ${palette[name][1]})`]),
);

/** Faces of the measures of ours (app/(reader)/styles/faces.css), of which every system has one. */
const like = (kind: string, ...names: string[]) => names.map((name) => `"${kind} Like ${name}"`).join(', ');
const serifLike = `${like('Serif', 'Georgia', 'Noto', 'Times', 'DejaVu')}, serif`;
const sansLike = `${like('Sans', 'Arial', 'Roboto', 'DejaVu')}, system-ui, sans-serif`;

/** What everything on the site is drawn with. Hand-written CSS takes the colours as var(--ink) and so on. */
export default {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(names.map((name) => [name, `var(--${name})`])),
    },
    fontFamily: {
      serif: ['var(--font-serif)', 'var(--font-serif-further)', 'var(--serif-like)'],
      sans: ['var(--font-sans, system-ui)', 'var(--font-sans-further, system-ui)', sansLike],
      mono: ['ui-monospace', 'Menlo', 'Consolas', 'monospace'],
    },
    /** In rem, so that readers who set larger letters get them. */
    fontSize: {
      tiny: ['0.8125rem', '1.4'],
      small: ['0.9375rem', '1.45'],
      base: ['1.0625rem', '1.5'],
      read: ['clamp(1.125rem, 1.07rem + 0.25vw, 1.25rem)', '1.6'],
      title: ['1.1875rem', '1.22'],
      large: ['1.5rem', '1.16'],
      huge: ['clamp(1.875rem, 1.4rem + 2vw, 2.875rem)', '1.08'],
      long: ['clamp(1.625rem, 1.25rem + 1.5vw, 2.375rem)', '1.12'],
      head: ['clamp(2rem, 1.35rem + 2.8vw, 3.375rem)', '1.06'],
    },
    screens: { small: '36rem', medium: '48rem', wide: '68rem' },
    /** A measure is 68 letters or so of the text that stories are set in. */
    maxWidth: { page: '80rem', list: '56rem', story: '53rem', measure: '39rem', full: '100%' },
  },
  plugins: [
    plugin(({ addBase }) => addBase({ ':root': { ...variables, '--serif-like': serifLike }, ...focusRules() })),
  ],
} satisfies Config;

/** Where a crop keeps a picture, by tenths of its width and height: the policy for content allows no style attribute. */
function focusRules(): Record<string, Record<string, string>> {
  const tenths = [0, 1, 2, 3, 4, 6, 7, 8, 9, 10];
  return Object.fromEntries(
    ['x', 'y'].flatMap((axis) =>
      tenths.map((tenth) => [`[data-focus-${axis}="${tenth}"]`, { [`--focus-${axis}`]: `${tenth * 10}%` }]),
    ),
  );
}
