import { z } from 'zod';

/** What the page's beacon says. One story is one id: PostgreSQL reads any case, but keys in memory would not be equal. */
export const viewInput = z.object({ article: z.uuid().toLowerCase() });
