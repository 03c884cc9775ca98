import { isbot } from 'isbot';

/** What is told of a view by its request. */
export interface ViewSigns {
  readonly userAgent: string | undefined;
  /** `Sec-Purpose`, or `Purpose` of older browsers. */
  readonly purpose: string | undefined;
  readonly fromOwnPage: boolean;
  /** Whether its network has sent no more than people do. */
  readonly withinLimit: boolean;
}

export type ViewKind = 'human' | 'filtered';

/** Whether a view counts as a person's: not of a bot that says so, a page fetched ahead, another site, or a flood. */
export function kindOfView({ userAgent, purpose, fromOwnPage, withinLimit }: ViewSigns): ViewKind {
  const ahead = /prefetch|prerender|preview/i.test(purpose ?? '');
  return !userAgent || isbot(userAgent) || ahead || !fromOwnPage || !withinLimit ? 'filtered' : 'human';
}
