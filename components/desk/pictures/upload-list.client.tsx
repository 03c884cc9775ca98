'use client';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';
import type { Upload } from './use-uploads.ts';

interface UploadListProps {
  readonly uploads: readonly Upload[];
  readonly onDismiss: (key: number) => void;
}

/** The files on their way, each with its progress, and those that did not get in with the reason why. */
export function UploadList({ uploads, onDismiss }: UploadListProps) {
  if (uploads.length === 0) return null;
  return (
    <ul className="uploads" aria-label={say('media.uploads')}>
      {uploads.map((upload) => (
        <li key={upload.key} className="upload" data-outcome={upload.outcome?.kind}>
          <span className="upload-name">{upload.name}</span>
          <Standing upload={upload} />
          <Button
            look="plain"
            size="small"
            shape="icon"
            aria-label={say(upload.outcome ? 'media.upload.dismiss' : 'media.upload.cancel', { name: upload.name })}
            onClick={() => onDismiss(upload.key)}
          >
            <Icon name="close" size={14} />
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Standing({ upload: { name, sent, outcome } }: { upload: Upload }) {
  switch (outcome?.kind) {
    case undefined:
      return sent < 1 ? (
        <progress max={1} value={sent} aria-label={say('media.upload.progress', { name })} />
      ) : (
        <span className="text-soft">{say('media.upload.looking')}</span>
      );
    case 'done':
      return (
        <span className="upload-good" role="status">
          <Icon name="good" size={14} />
          {say(outcome.known ? 'media.upload.known' : 'media.upload.done')}
        </span>
      );
    case 'failed':
      return (
        <span className="upload-failed" role="alert">
          {outcome.message}
        </span>
      );
    case 'cancelled':
      return <span className="text-soft">{say('media.upload.cancelled')}</span>;
  }
}
