import type { ReactNode } from 'react';
import { say } from '#lib/desk-words.ts';

interface ReportSectionProps {
  readonly title: string;
  readonly text?: string;
  /** Where the same figures are had as CSV. */
  readonly csv?: string;
  readonly chart?: ReactNode;
  /** The table. */
  readonly children?: ReactNode;
}

/** One part of a report: its chart and the table with the same figures side by side. */
export function ReportSection({ title, text, csv, chart, children }: ReportSectionProps) {
  return (
    <div className="report">
      <header className="report-head">
        <h2>{title}</h2>
        {csv && (
          <a href={csv} className="text-link" download aria-label={say('analytics.csvOf', { table: title })}>
            {say('analytics.csv')}
          </a>
        )}
        {text && <p className="report-text">{text}</p>}
      </header>
      <div className="report-body" data-alone={!(chart && children) || undefined}>
        {chart}
        {children}
      </div>
    </div>
  );
}
