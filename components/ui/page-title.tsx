import type { ReactNode } from 'react';

interface PageTitleProps {
  readonly title: string;
  readonly text?: ReactNode;
  /** What can be done on this page, at the end of the line. */
  readonly children?: ReactNode;
}

/** The head of a page of the desk: its only first heading. */
export function PageTitle({ title, text, children }: PageTitleProps) {
  return (
    <header className="page-title">
      <div className="min-w-0">
        <h1>{title}</h1>
        {text && <p className="page-title-text">{text}</p>}
      </div>
      {children && <div className="page-title-actions">{children}</div>}
    </header>
  );
}
