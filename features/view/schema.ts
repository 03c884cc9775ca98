import { z } from 'zod';

/** What the page's beacon says. */
export const viewInput = z.object({ article: z.uuid() });
