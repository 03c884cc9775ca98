/** A segment of an address as Next hands it to a route: percent-encoded or not. Slugs hold no percent sign. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Not well formed, so it names nothing: it is looked up as it is, and not found.
    return segment;
  }
}
