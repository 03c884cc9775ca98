import type { LibraryPicture } from '#features/media/dto.ts';
import { mostBytes } from '#features/media/schema.ts';
import { say } from '#lib/desk-words.ts';

export type Uploaded =
  | { readonly kind: 'done'; readonly picture: LibraryPicture; readonly known: boolean }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cancelled' };

/**
 * Sends a file. By XMLHttpRequest, since `fetch` does not tell how much has been sent. `onProgress` is given what has,
 * from 0 to 1.
 */
export function uploadFile(
  file: File,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (sent: number) => void },
): Promise<Uploaded> {
  if (signal.aborted) return Promise.resolve({ kind: 'cancelled' });
  if (file.size > mostBytes) return Promise.resolve(failed(say('media.refused.bytes')));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/media');
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total);
    };
    request.onload = () => resolve(read(request.response));
    request.onerror = () => resolve(failed(say('media.unreachable')));
    request.onabort = () => resolve({ kind: 'cancelled' });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

type Response =
  | { readonly ok: true; readonly data: { readonly picture: LibraryPicture; readonly known: boolean } }
  | { readonly error: { readonly message: string } }
  | null;

function read(response: Response): Uploaded {
  if (response && 'data' in response) return { kind: 'done', ...response.data };
  return failed(response?.error.message ?? say('media.unreachable'));
}

const failed = (message: string): Uploaded => ({ kind: 'failed', message });
