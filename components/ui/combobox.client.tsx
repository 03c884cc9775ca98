'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { FieldFrame, type FieldFrameProps } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';

export interface ComboboxItem {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface ComboboxProps extends FieldFrameProps {
  readonly items: readonly ComboboxItem[];
  readonly value: readonly ComboboxItem[];
  /** The items in the order in which they were chosen. */
  readonly onChange: (value: ComboboxItem[]) => void;
  /** Called as somebody types; the page then gives new `items`, which are shown as they come. Without it, `items` are filtered here. */
  readonly onSearch?: (text: string) => void;
  readonly searching?: boolean;
  /**
   * Called with what was typed when Enter is pressed and nothing in the list is pointed at; true when that has been
   * taken. With it nothing is pointed at before an arrow key is pressed; without it the first is, from the first letter on.
   */
  readonly onEnter?: (text: string) => Promise<boolean>;
  readonly placeholder?: string;
  /** One choice, which a new one replaces. */
  readonly single?: boolean;
  readonly disabled?: boolean | undefined;
  /** Names the field on the page, for whoever is led to it. */
  readonly id?: string;
  readonly empty?: ReactNode;
}

/** A choice out of many by typing: of several, shown as chips, or of one. */
export function Combobox({
  items,
  value,
  onChange,
  onSearch,
  searching,
  onEnter,
  placeholder,
  single,
  disabled,
  id: ownId,
  empty,
  ...frame
}: ComboboxProps) {
  const madeId = useId();
  const id = ownId ?? madeId;
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const type = (typed: string) => {
    setText(typed);
    onSearch?.(typed);
  };
  const shared = {
    items: [...items],
    filter: onSearch ? null : undefined,
    isItemEqualToValue: (one: ComboboxItem, other: ComboboxItem) => one.value === other.value,
    itemToStringLabel: (item: ComboboxItem) => item.label,
    autoHighlight: onEnter === undefined,
    disabled,
  };
  async function enter() {
    if (!(await onEnter?.(text))) return;
    type('');
    setOpen(false);
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler(): void }) => {
    const isPointing = event.currentTarget.hasAttribute('aria-activedescendant');
    if (event.key !== 'Enter' || !onEnter || isPointing || text.trim() === '') return;
    event.preventDefault();
    event.preventBaseUIHandler();
    void enter();
  };
  const inside = (
    <>
      <FieldFrame {...frame} id={id}>
        <Base.InputGroup className="input combo">
          {single ? null : <Chips value={value} />}
          <Base.Input
            id={id}
            placeholder={placeholder}
            aria-invalid={frame.error ? true : undefined}
            onKeyDown={onKeyDown}
          />
          <Base.Trigger className="combo-button" aria-label={say('shell.open')}>
            <Icon name="open" />
          </Base.Trigger>
        </Base.InputGroup>
      </FieldFrame>
      <Popup empty={searching ? say('shell.searching') : (empty ?? say('shell.nothingFound'))} />
    </>
  );
  return single ? (
    <Base.Root
      {...shared}
      value={value[0] ?? null}
      onValueChange={(next, details) => isEscape(details) || onChange(next ? [next] : [])}
      onInputValueChange={(typed, details) => isEscape(details) || onSearch?.(typed)}
    >
      {inside}
    </Base.Root>
  ) : (
    <Base.Root
      {...shared}
      multiple
      value={[...value]}
      onValueChange={(next, details) => isEscape(details) || onChange(next)}
      inputValue={text}
      onInputValueChange={type}
      open={open}
      onOpenChange={setOpen}
    >
      {inside}
    </Base.Root>
  );
}

type ChangeDetails = Base.Root.ChangeEventDetails;

/** The parts would empty the field on Escape, for good; here that key belongs to the list, or to the window around it. */
function isEscape(details: ChangeDetails): boolean {
  if (details.reason !== 'escape-key') return false;
  details.cancel();
  details.allowPropagation();
  return true;
}

function Chips({ value }: { value: readonly ComboboxItem[] }) {
  return (
    <Base.Chips className="combo-chips">
      {value.map((item) => (
        <Base.Chip key={item.value} className="combo-chip" aria-label={item.label} title={item.label}>
          <span className="combo-chip-name">{item.label}</span>
          <Base.ChipRemove className="combo-button" aria-label={say('shell.remove', { name: item.label })}>
            <Icon name="close" size={14} />
          </Base.ChipRemove>
        </Base.Chip>
      ))}
    </Base.Chips>
  );
}

function Popup({ empty }: { empty: ReactNode }) {
  return (
    <Base.Portal>
      <Base.Positioner className="popup-place" sideOffset={4} align="start">
        <Base.Popup className="popup min-w-(--anchor-width)">
          <Base.Empty className="popup-empty">{empty}</Base.Empty>
          <Base.List>
            {(item: ComboboxItem) => (
              <Base.Item key={item.value} value={item} className="popup-item">
                <span className="min-w-0">{item.label}</span>
                {item.hint && <span className="popup-hint">{item.hint}</span>}
                <Base.ItemIndicator>
                  <Icon name="check" />
                </Base.ItemIndicator>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
