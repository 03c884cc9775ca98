/** What was rendered, in no encoding yet. */
export interface PageContent {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  /** Further headers of the content itself, flat: Location, Link and so on. */
  readonly headers: readonly string[];
  /** Whether `Accept` chose this content. */
  readonly negotiated: boolean;
}

/** What the trace of a render says of its page. */
export interface PageFacts {
  readonly tags: Iterable<string>;
  readonly validUntil: number;
  readonly servableUntil: number;
  readonly lastModified: number;
  readonly cacheable: boolean;
}
