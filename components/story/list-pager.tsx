import type { Edition } from '#components/ui/edition.ts';
import { Pager } from '#components/ui/pager.tsx';

interface ListPagerProps {
  readonly older: string | null;
  readonly newer: string | null;
  readonly edition: Edition;
}

/** The way to the older and the newer stories of a list. */
export function ListPager({ older, newer, edition: { say } }: ListPagerProps) {
  return (
    <Pager
      label={say('list.pages')}
      newer={newer ? { href: newer, name: say('list.newer') } : null}
      older={older ? { href: older, name: say('list.older') } : null}
    />
  );
}
