/** One format of a picture: the renditions that a browser may choose from, narrowest first. */
export interface PictureSource {
  /** A media type such as `image/avif`. */
  readonly type: string;
  /** Addresses with their widths in pixels. */
  readonly srcset: readonly { readonly url: string; readonly width: number }[];
}

/** A picture as a page shows it: words, size in pixels, and the addresses of its renditions. */
export interface Picture {
  /** '' for a picture that only decorates. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly width: number;
  readonly height: number;
  /** What a crop must keep, in tenths of the width from the left and of the height from the top; 5 is the middle. */
  readonly focus: { readonly x: number; readonly y: number };
  readonly sources: readonly PictureSource[];
  /** For a browser that knows none of the sources. */
  readonly fallback: string;
}
