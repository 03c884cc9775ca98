interface PagerProps {
  /** What the links lead through, for those who hear the page. */
  readonly label: string;
  readonly newer: { readonly href: string; readonly name: string } | null;
  readonly older: { readonly href: string; readonly name: string } | null;
}

/** The neighbours of a page of a list; nothing when it is the only one. */
export function Pager({ label, newer, older }: PagerProps) {
  if (!(newer || older)) return null;
  return (
    <nav aria-label={label} className="mbs-8 flex flex-wrap justify-between gap-4 font-sans text-small">
      {newer && (
        <a href={newer.href} rel="prev" className="button">
          <span aria-hidden="true" className="arrow-back" /> {newer.name}
        </a>
      )}
      {older && (
        <a href={older.href} rel="next" className="button ms-auto">
          {older.name} <span aria-hidden="true" className="arrow-on" />
        </a>
      )}
    </nav>
  );
}
