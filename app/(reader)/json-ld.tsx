import { serializeJsonLd } from '#features/article/structured-data.ts';

/** What the page says to machines, by the vocabulary of schema.org. */
export function JsonLd({ data }: { data: object }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the serializer lets nothing end the element
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serializeJsonLd(data) }} />;
}
