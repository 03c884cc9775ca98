import type { ReactNode } from 'react';

interface PageHeadProps {
  readonly title: string;
  /** A word above the title, such as what kind of list this is. */
  readonly over?: string;
  readonly children?: ReactNode;
}

/** The head of a page that is a list: its title, and what else is to be said first. */
export function PageHead({ title, over, children }: PageHeadProps) {
  return (
    <header className="page-head">
      {over && <p className="kicker">{over}</p>}
      <h1 className="headline text-huge text-balance">{title}</h1>
      {children}
    </header>
  );
}
