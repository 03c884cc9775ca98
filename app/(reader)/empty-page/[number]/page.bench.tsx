/**
 * Only in builds for the benchmark (next.config.js): a page with the readers' layout and nothing in it. It reads its
 * address, as an article's page does. What an article costs on a miss is measured against it.
 */
export default async function EmptyPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  return <main id="content">{number}</main>;
}
