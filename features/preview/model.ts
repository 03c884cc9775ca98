import type { Standing } from '#features/article/model-desk-list.ts';
import type { PreviewState } from '#features/preview/dto.ts';

/** Whether and how readers see a story of this standing; `asPublic` where the words are those that are public. */
export function previewState(standing: Exclude<Standing, 'killed'>, asPublic: boolean): PreviewState {
  switch (standing) {
    case 'published':
    case 'archived':
      return asPublic ? 'public' : 'older_public';
    case 'stub':
    case 'draft':
    case 'in_review':
    case 'scheduled':
    case 'embargoed':
    case 'withdrawn':
      return standing;
  }
}
