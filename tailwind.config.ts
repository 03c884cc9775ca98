import type { Config } from 'tailwindcss';
import plugin from 'tailwindcss/plugin';

/**
 * Every colour of the site, on light paper and on dark; `color-scheme` in reader.css chooses. Text in ink, soft and
 * accent has a contrast of 4.5:1 or more on paper and on wash (WCAG 1.4.3).
 */
const palette = {
  paper: ['#fffefb', '#141312'],
  wash: ['#f5f2eb', '#201e1c'],
  ink: ['#1b1a18', '#ece8e1'],
  soft: ['#5c574f', '#aba59b'],
  rule: ['#dad4c8', '#3b3834'],
  accent: ['#a01c22', '#ff9d8f'],
} as const;

const names = Object.keys(palette) as (keyof typeof palette)[];

const variables = Object.fromEntries(
  names.map((name) => [`--${name}`, `light-dark(${palette[name][0]}, ${palette[name][1]})`]),
);

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
      serif: ['var(--font-serif)', '"Serif Like Georgia"', '"Serif Like Noto"', '"Serif Like Times"', 'serif'],
      sans: ['system-ui', '-apple-system', '"Segoe UI"', 'Roboto', '"Helvetica Neue"', 'Arial', 'sans-serif'],
      mono: ['ui-monospace', 'Menlo', 'Consolas', 'monospace'],
    },
    /** In rem, so that readers who set larger letters get them. */
    fontSize: {
      tiny: ['0.8125rem', '1.4'],
      small: ['0.9375rem', '1.45'],
      base: ['1.0625rem', '1.5'],
      read: ['1.1875rem', '1.6'],
      title: ['1.125rem', '1.28'],
      large: ['1.375rem', '1.22'],
      huge: ['clamp(1.75rem, 1.25rem + 2vw, 2.5rem)', '1.12'],
      head: ['clamp(1.875rem, 1.25rem + 2.8vw, 3.125rem)', '1.1'],
    },
    screens: { small: '36rem', medium: '48rem', wide: '68rem' },
    /** A measure is 66 letters or so of the text that stories are set in. */
    maxWidth: { page: '78rem', list: '52rem', story: '50rem', measure: '41rem', full: '100%' },
  },
  plugins: [plugin(({ addBase }) => addBase({ ':root': variables }))],
} satisfies Config;
