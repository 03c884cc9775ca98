'use client';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.client.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';
import { type Finding, lookAtSurfaces, type Surface, surfacesOf } from './look-at-surfaces.ts';
import type { Receipt } from './receipts.ts';

interface ReceiptDialogProps {
  readonly receipt: Receipt;
  /** Shows the story as readers will see it. */
  readonly onPreview: () => void;
  readonly onClose: () => void;
}

/** What was done, and surface by surface what readers now get: asked of the site itself, as a reader would. */
export function ReceiptDialog({ receipt, onPreview, onClose }: ReceiptDialogProps) {
  const { title, text, href, readAt, isToCome, expected } = receipt;
  return (
    <Dialog title={title} text={text} open onOpenChange={onClose}>
      {href && expected && <Surfaces href={href} expected={expected} />}
      {readAt && (
        <p>
          <a href={readAt} target="_blank" rel="noreferrer" className="text-link">
            {say('editor.receipt.view')}
          </a>
        </p>
      )}
      {!readAt && isToCome && (
        <p>
          <Button onClick={onPreview}>{say('editor.receipt.preview')}</Button>
        </p>
      )}
    </Dialog>
  );
}

function Surfaces({ href, expected }: { href: string; expected: 'there' | 'gone' }) {
  const [findings, setFindings] = useState<ReadonlyMap<Surface['name'], Finding>>(new Map());
  useEffect(() => {
    let stopped = false;
    void lookAtSurfaces(href, (name, finding) => {
      if (!stopped) setFindings((before) => new Map(before).set(name, finding));
    });
    return () => {
      stopped = true;
    };
  }, [href]);
  return (
    <ul className="receipt">
      {surfacesOf(href).map(({ name, address }) => {
        const finding = findings.get(name);
        const isAsExpected = finding === expected;
        return (
          <li key={name} data-finding={finding}>
            {isAsExpected && <Icon name="good" />}
            {finding && !isAsExpected && <Icon name="info" />}
            <a href={address} target="_blank" rel="noreferrer">
              {say(`editor.surface.${name}`)}
            </a>
            <span>{say(finding ? `editor.finding.${finding}` : 'editor.finding.looking')}</span>
          </li>
        );
      })}
    </ul>
  );
}
