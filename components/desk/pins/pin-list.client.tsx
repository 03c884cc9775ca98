'use client';
import { useOptimistic, useTransition } from 'react';
import { MoveButtons } from '#components/desk/move-buttons.client.tsx';
import { useAct } from '#components/desk/use-act.ts';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { PinStanding } from '#features/pin/model.ts';
import type { DoneResult, FormAction } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import type { PinRow } from './pin-row.ts';
import { PinTime } from './pin-time.client.tsx';

interface PinListProps {
  readonly label: string;
  readonly rows: readonly PinRow[];
  /** What the times are by. */
  readonly zone: string;
  /** Null where the order says nothing. */
  readonly order: ((articleIds: string[]) => Promise<DoneResult>) | null;
  readonly remove: (articleId: string) => Promise<DoneResult>;
  readonly time: (articleId: string, ...form: Parameters<FormAction>) => Promise<DoneResult>;
}

const tones: Record<PinStanding, Tone> = { shown: 'good', waiting: 'accent', over: 'plain', not_public: 'warn' };

/** The stories of a place in their order, each to be moved, timed and removed. */
export function PinList({ label, rows, zone, order, remove, time }: PinListProps) {
  const { act } = useAct();
  const [, start] = useTransition();
  const [shown, setShown] = useOptimistic(rows);
  const arrange = (next: readonly PinRow[], work: () => Promise<DoneResult>) =>
    start(async () => {
      setShown(next);
      await act(work);
    });
  const mover = (work: NonNullable<typeof order>) => (index: number, by: -1 | 1) => {
    const next = [...shown];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + by, 0, moved);
    arrange(next, () => work(next.map(({ articleId }) => articleId)));
  };
  const move = order && mover(order);
  return (
    <ol aria-label={label} className="pin-list">
      {shown.map((row, index) => (
        <li key={row.articleId} className="pin-row">
          {move && (
            <span className="pin-number" aria-hidden="true">
              {index + 1}
            </span>
          )}
          <div className="pin-words">
            <a href={`/desk/articles/${row.articleId}`} className="story-link">
              {row.headline}
            </a>
            <p className="pin-when">
              {row.standing !== 'shown' && (
                <Badge tone={tones[row.standing]}>{say(`pins.standing.${row.standing}`)}</Badge>
              )}{' '}
              {row.when}
            </p>
          </div>
          <span className="pin-actions">
            {move && (
              <MoveButtons
                name={row.headline}
                first={index === 0}
                last={index === shown.length - 1}
                onMove={(by) => move(index, by)}
              />
            )}
            <PinTime row={row} zone={zone} action={(...form) => time(row.articleId, ...form)} />
            <Button
              look="plain"
              size="small"
              shape="icon"
              aria-label={say('pins.remove', { name: row.headline })}
              onClick={() =>
                arrange(
                  shown.filter((other) => other !== row),
                  () => remove(row.articleId),
                )
              }
            >
              <Icon name="close" />
            </Button>
          </span>
        </li>
      ))}
    </ol>
  );
}
