import { When } from '#components/desk/when.tsx';
import type { LibraryPicture } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';

interface PictureFactsProps {
  readonly picture: LibraryPicture;
  readonly now: Date;
  readonly timeZone: string;
}

/** What is known about the file of a picture. */
export function PictureFacts({ picture, now, timeZone }: PictureFactsProps) {
  const { name, width, height, bytes, mediaType, createdBy, createdAt } = picture;
  const facts = [
    [say('media.fact.file'), name || say('media.unnamed')],
    [say('media.fact.size'), say('media.fact.pixels', { width, height })],
    [say('media.fact.type'), `${mediaType.replace('image/', '').toUpperCase()}, ${weightOf(bytes)}`],
    ...(createdBy ? [[say('media.fact.by'), createdBy.name] as const] : []),
    [say('media.fact.added'), <When key="added" date={new Date(createdAt)} now={now} timeZone={timeZone} />],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

function weightOf(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.max(1, Math.round(kilobytes))} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
