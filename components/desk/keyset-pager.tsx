import { LinkButton } from '#components/ui/link-button.tsx';

interface KeysetPagerProps {
  readonly label: string;
  readonly newer: { readonly href: string; readonly name: string } | null;
  readonly older: { readonly href: string; readonly name: string } | null;
}

/** The neighbours of a page of a list of the desk; nothing when it is the only one. */
export function KeysetPager({ label, newer, older }: KeysetPagerProps) {
  if (!(newer || older)) return null;
  return (
    <nav aria-label={label} className="keyset-pager">
      {newer && (
        <LinkButton href={newer.href} rel="prev">
          {newer.name}
        </LinkButton>
      )}
      {older && (
        <LinkButton href={older.href} rel="next" className="ms-auto">
          {older.name}
        </LinkButton>
      )}
    </nav>
  );
}
