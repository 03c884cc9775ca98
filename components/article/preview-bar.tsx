import type { Edition } from '#components/ui/edition.ts';
import type { Preview } from '#features/preview/dto.ts';
import { fullTime } from '#lib/dates.ts';
import { say } from '#lib/desk-words.ts';
import { languageMark } from '#lib/language.ts';

/** Says over a previewed story that it is one, what readers see of it, and what is still to be done. */
export function PreviewBar({ preview, edition: { site } }: { preview: Preview; edition: Edition }) {
  const { state, savedAt, expiresAt, unfinished, picturesToCome } = preview;
  const style = { language: 'en', timeZone: site.timeZone };
  return (
    <section aria-label={say('preview.label')} className="note no-print mbe-4" {...languageMark('en', site.language)}>
      <p>
        <strong>{say('preview.label')}</strong> {say(`preview.state.${state}`)}{' '}
        <span className="text-soft">
          {say('preview.saved', { time: fullTime(savedAt, style) })}{' '}
          {say('preview.until', { time: fullTime(expiresAt, style) })}
        </span>
      </p>
      {picturesToCome > 0 && <p>{say('preview.pictures', { count: picturesToCome })}</p>}
      {unfinished.length > 0 && (
        <details>
          <summary>{say('preview.unfinished', { count: unfinished.length })}</summary>
          <ul className="list-disc ps-5">
            {unfinished.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
