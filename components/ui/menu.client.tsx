'use client';
import { Menu as Base } from '@base-ui/react/menu';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';

interface MenuProps {
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

/** A button that opens a list of actions. */
export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal container={main}>
        <Base.Positioner className="popup-place" align={align} sideOffset={4}>
          <Base.Popup className="popup">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Inside the landmark of what the page is about, where whoever goes from landmark to landmark finds it. */
const main = {
  get current() {
    return document.querySelector<HTMLElement>('main');
  },
};

interface MenuItemProps {
  readonly onSelect: () => void;
  readonly tone?: 'danger';
  readonly disabled?: boolean;
  /** A key or a word at its end. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** Something to do. */
export function MenuItem({ onSelect, tone, disabled, hint, children }: MenuItemProps) {
  return (
    <Base.Item className="popup-item" data-tone={tone} disabled={disabled} onClick={onSelect}>
      {children}
      {hint && <span className="popup-hint">{hint}</span>}
    </Base.Item>
  );
}

interface MenuLinkProps {
  readonly href: string;
  /** Whether it leads away from the desk, to the readers' pages: a page of its own beside the work. */
  readonly outside?: boolean;
  readonly children: ReactNode;
}

/** Somewhere to go. */
export function MenuLink({ href, outside = false, children }: MenuLinkProps) {
  return (
    <Base.LinkItem
      className="popup-item"
      render={<Link href={href} prefetch={false} target={outside ? '_blank' : undefined} />}
    >
      {children}
    </Base.LinkItem>
  );
}

/** A line between groups of actions. */
export function MenuRule() {
  return <Base.Separator className="popup-rule" />;
}
