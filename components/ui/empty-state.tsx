import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  readonly text?: ReactNode;
  /** What to do about it. */
  readonly children?: ReactNode;
}

/** Stands where a list would, when there is nothing in it. */
export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {text && <p className="max-w-[34rem]">{text}</p>}
      {children}
    </div>
  );
}
