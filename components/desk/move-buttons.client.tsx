'use client';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';

interface MoveButtonsProps {
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
}

/** Moves a thing up or down among its neighbours. At the end it stays pressable, so that the focus is not lost. */
export function MoveButtons({ name, first, last, onMove }: MoveButtonsProps) {
  return (
    <span className="inline-flex">
      <Button
        look="plain"
        size="small"
        shape="icon"
        aria-disabled={first}
        aria-label={say('site.moveUp', { name })}
        onClick={() => first || onMove(-1)}
      >
        <Icon name="up" />
      </Button>
      <Button
        look="plain"
        size="small"
        shape="icon"
        aria-disabled={last}
        aria-label={say('site.moveDown', { name })}
        onClick={() => last || onMove(1)}
      >
        <Icon name="down" />
      </Button>
    </span>
  );
}
