import { cacheTags } from '#lib/cache-tags.ts';
import { recordTags } from '#lib/trace.ts';
export default function FrontPage() {
  recordTags(cacheTags.front);
  return <main>{cacheTags.front}</main>;
}
