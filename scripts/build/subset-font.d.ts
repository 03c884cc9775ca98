declare module 'subset-font' {
  interface SubsetOptions {
    targetFormat: 'sfnt' | 'woff' | 'woff2';
    /** A number pins an axis; a range narrows it. */
    variationAxes?: Record<string, number | { min: number; max: number; default?: number }>;
    /** OpenType features to keep; without it all are. */
    keepFeatures?: string[];
    noHinting?: boolean;
  }

  /** A font with only the characters of `text` (https://github.com/papandreou/subset-font). */
  // biome-ignore lint/style/noDefaultExport: so the package has it
  export default function subsetFont(font: Buffer, text: string, options: SubsetOptions): Promise<Buffer>;
}
