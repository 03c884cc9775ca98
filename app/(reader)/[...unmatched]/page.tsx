import { readSegments } from '#lib/address.ts';
import { helpMetadata, unmatchedPage } from '../unmatched.tsx';

export const generateMetadata = () => helpMetadata();

/** Every address that no other page has. */
export default async function UnmatchedPage({ params }: { params: Promise<{ unmatched: string[] }> }) {
  const { unmatched } = await params;
  return unmatchedPage(readSegments(...unmatched));
}
