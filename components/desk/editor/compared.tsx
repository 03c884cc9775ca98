import { compareTexts, type Stretch } from '#features/draft/model-diff.ts';
import { say } from '#lib/desk-words.ts';

interface ComparedProps {
  readonly older: string;
  readonly newer: string;
  /** 'both' shows what went and what came; 'newer' only the newer text, with what it has and the older has not. */
  readonly show: 'both' | 'newer';
}

/** A text with what changed in it marked, word by word. */
export function Compared({ older, newer, show }: ComparedProps) {
  const stretches = compareTexts(older, newer).filter(({ kind }) => show === 'both' || kind !== 'gone');
  if (stretches.every(({ text }) => text.trim() === '')) return <p className="compared empty">{say('editor.empty')}</p>;
  return (
    <div className="compared">
      <Stretches stretches={stretches} />
    </div>
  );
}

/** Text with what went and what came marked. */
export function Stretches({ stretches }: { stretches: readonly Stretch[] }) {
  return stretches.map((stretch, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of two texts have no other name than their place.
    <Marked key={index} stretch={stretch} />
  ));
}

function Marked({ stretch: { kind, text } }: { stretch: Stretch }) {
  switch (kind) {
    case 'same':
      return text;
    case 'gone':
      return <del>{text}</del>;
    case 'new':
      return <ins>{text}</ins>;
    default:
      return kind satisfies never;
  }
}
