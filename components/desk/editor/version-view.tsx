import type { ReactNode } from 'react';
import { type DraftField, differingFields, draftFields } from '#features/draft/model.ts';
import { sayMoment } from '#features/draft/model-time.ts';
import type { Version } from '#features/draft/queries-versions.ts';
import type { ShownVersion } from '#features/draft/queries-versions-page.ts';
import { say } from '#lib/desk-words.ts';
import { Compared } from './compared.tsx';
import { ComparedBlocks } from './compared-blocks.tsx';
import { type Names, textOfField } from './text-of-field.ts';
import { nameOf } from './version-list.tsx';

interface VersionViewProps {
  readonly shown: ShownVersion;
  /** The version before it, which it is compared with. */
  readonly before: ShownVersion | null;
  readonly names: Names;
  readonly timeZone: string;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** One version whole, with what changed since the one before marked in it. */
export function VersionView({ shown, before, names, timeZone, children }: VersionViewProps) {
  const { version, content } = shown;
  const changed = new Set<DraftField>(before ? differingFields(before.content, content) : []);
  const fields = draftFields.filter((field) => changed.has(field) || textOfField(content, field, names) !== '');
  return (
    <article className="version-view" aria-label={nameOf(version)}>
      <header className="version-head">
        <div>
          <h2>{nameOf(version)}</h2>
          {version.publicWhen.map(({ from, to }) => (
            <p key={from} className="version-who">
              {say(to ? 'editor.version.publicFromTo' : 'editor.version.publicFrom', {
                from: sayMoment(from, timeZone),
                to: to ? sayMoment(to, timeZone) : '',
              })}
            </p>
          ))}
          <p className="version-who">{origin(version, before)}</p>
        </div>
        {children}
      </header>
      <dl className="version-fields">
        {fields.map((field) => (
          <div key={field} data-field={field}>
            <dt>{say(`editor.field.${field}`)}</dt>
            <dd>
              <FieldCompared
                field={field}
                older={textOfField((before ?? shown).content, field, names)}
                newer={textOfField(content, field, names)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function FieldCompared({ field, older, newer }: { field: DraftField; older: string; newer: string }) {
  if (field === 'body' && newer + older !== '') return <ComparedBlocks older={older} newer={newer} />;
  return <Compared older={older} newer={newer} show="both" />;
}

function origin(version: Version, before: ShownVersion | null): string {
  const { replacedBy: name, times: count } = version;
  if (name) return say('editor.version.sitting', { name, count });
  return before ? say('editor.version.comparedWith', { version: nameOf(before.version) }) : say('editor.version.first');
}
