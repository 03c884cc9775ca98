import type { ReactNode } from 'react';
import { Icon, type IconName } from '#components/ui/icon.tsx';

type NoticeTone = 'info' | 'good' | 'warn' | 'danger';

const icons: Record<NoticeTone, IconName> = { info: 'info', good: 'good', warn: 'warn', danger: 'danger' };

/** A sentence about the page or the form it stands in; what went wrong is said aloud. */
export function Notice({ tone = 'info', children }: { tone?: NoticeTone; children: ReactNode }) {
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className="notice" data-tone={tone}>
      <Icon name={icons[tone]} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
