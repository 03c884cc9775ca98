import type { ReactNode } from 'react';

interface DoorProps {
  readonly title: string;
  readonly lead?: string;
  readonly children?: ReactNode;
}

/** What every page at the door of the desk shows: what it is for, in a sentence, and one thing to do. */
export function Door({ title, lead, children }: DoorProps) {
  return (
    <>
      <h1 className="door-title">{title}</h1>
      {lead && <p className="door-lead">{lead}</p>}
      {children}
    </>
  );
}
