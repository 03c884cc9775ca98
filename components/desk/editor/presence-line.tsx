import type { Presence } from '#features/draft/model-presence.ts';
import { say } from '#lib/desk-words.ts';

/** Who else has the story open. */
export function PresenceLine({ others }: { others: Presence['others'] }) {
  const names = others.map(({ name }) => name);
  return (
    <p className="presence" role="status">
      {names.length > 0 && (
        <>
          <span className="presence-dot" aria-hidden="true" />
          {say('editor.here', { count: names.length, names: new Intl.ListFormat('en').format(names) })}
        </>
      )}
    </p>
  );
}
