import type { ReactNode } from 'react';

export type Tone = 'plain' | 'good' | 'warn' | 'danger' | 'accent';

/** A word or two about the state of a thing. The word says it; the colour only helps. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}
