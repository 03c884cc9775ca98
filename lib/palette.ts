/**
 * Every colour of the readers' site, on light paper and on dark; `color-scheme` chooses. Text in ink, soft and accent has
 * a contrast of 4.5:1 or more on paper and on wash (WCAG 1.4.3).
 */
export const palette = {
  paper: ['#fffefb', '#141312'],
  wash: ['#f6f2ea', '#1f1d1b'],
  ink: ['#191816', '#ece8e1'],
  soft: ['#57534c', '#b0aaa0'],
  rule: ['#dcd6ca', '#3b3834'],
  accent: ['#a01c22', '#ff9d8f'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;
