'use client';
import { Dialog } from '@base-ui/react/dialog';
import { Command as Base } from 'cmdk';
import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';

interface CommandDialogProps {
  /** What it is, for those who hear the page. */
  readonly label: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly words: string;
  readonly onWordsChange: (words: string) => void;
  readonly placeholder: string;
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** A field over the list of what fits the words in it, which the page chooses, in a window over the page: arrows choose, Enter does. */
export function CommandDialog({
  label,
  open,
  onOpenChange,
  words,
  onWordsChange,
  placeholder,
  empty,
  children,
}: CommandDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="overlay-backdrop" />
        <Dialog.Popup className="dialog command">
          <Dialog.Title className="sr-only">{label}</Dialog.Title>
          <Base label={label} loop shouldFilter={false}>
            <div className="command-head">
              <Icon name="search" />
              <Base.Input
                value={words}
                onValueChange={onWordsChange}
                placeholder={placeholder}
                className="command-input"
              />
            </div>
            <Base.List label={label} className="command-list">
              <Base.Empty className="popup-empty">{empty}</Base.Empty>
              {children}
            </Base.List>
          </Base>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Things of one kind, under their name. */
export function CommandGroup({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Base.Group heading={name} className="command-group">
      {children}
    </Base.Group>
  );
}

interface CommandItemProps {
  /** Names it among all others. */
  readonly value: string;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

/** Something to do, or somewhere to go. */
export function CommandItem({ value, onSelect, children }: CommandItemProps) {
  return (
    <Base.Item value={value} onSelect={onSelect} className="popup-item">
      {children}
    </Base.Item>
  );
}
