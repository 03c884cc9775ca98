import type { ReactNode } from 'react';

interface BlockProps {
  readonly title: string;
  /** Where the title leads, if anywhere. */
  readonly href?: string;
  /** Names the heading for `aria-labelledby`; once a page. */
  readonly id: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A part of a page under a rule, with its heading. */
export function Block({ title, href, id, children, className = '' }: BlockProps) {
  return (
    <section aria-labelledby={id} className={`block-ruled ${className}`}>
      <h2 id={id} className="block-title">
        {href ? <a href={href}>{title}</a> : title}
      </h2>
      {children}
    </section>
  );
}
