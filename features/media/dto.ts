/** One format of a picture: the renditions that a browser may choose from, narrowest first. */
export interface PictureSource {
  /** A media type such as `image/avif`. */
  readonly type: string;
  /** Addresses with their widths in pixels. */
  readonly srcset: readonly { readonly url: string; readonly width: number }[];
}

/** The point of a picture that must stay in sight where it is cropped, as fractions (0 to 1) of its width and height. */
export interface FocalPoint {
  readonly x: number;
  readonly y: number;
}

/** A part of a picture as a file of its own; its size is in pixels. */
export interface Crop {
  readonly url: string;
  readonly width: number;
  readonly height: number;
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
  /** Cropped around the focal point for cards on other sites; null for a picture that is too small for that. */
  readonly share?: Crop | null;
  /** Cropped likewise for search engines: 16:9, 4:3 and 1:1, as far as the picture is large enough. */
  readonly crops?: readonly Crop[];
}

/** A picture as the desk's library knows it. */
export interface LibraryPicture {
  readonly id: string;
  /** What its file was called; '' when that is not known. */
  readonly name: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  /** In pixels, of the original. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly mediaType: string;
  readonly focus: FocalPoint;
  /** As readers see it; null until the worker has made it ready. */
  readonly picture: Picture | null;
  /** Why it cannot be made ready, in a sentence. */
  readonly problem: string | null;
  /** Who added it; null for what no user did. */
  readonly createdBy: { readonly id: string; readonly name: string } | null;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** One page of the library, newest first, with cursors to its neighbours. */
export interface LibraryPage {
  readonly pictures: readonly LibraryPicture[];
  readonly newer: string | null;
  readonly older: string | null;
}

/** A story that shows a picture, or did in an older version. */
export interface PictureUse {
  readonly articleId: string;
  readonly headline: string;
  readonly createdBy: string | null;
  /** Readers see the picture there, or will at a time that is set. */
  readonly public: boolean;
  /** Only older versions show it. */
  readonly former: boolean;
}

/** Stories with a picture; `more` where there are others. */
export interface PictureUses {
  readonly uses: readonly PictureUse[];
  readonly more: boolean;
}
