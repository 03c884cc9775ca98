import { z } from 'zod';

/** Longer than this, it is a story. */
export const longestCorrection = 2000;

export const issueCorrectionInput = z.object({
  articleId: z.uuid(),
  text: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim().normalize('NFC'))
    .pipe(
      z
        .string()
        .min(1, 'must say what was wrong and what is right')
        .max(longestCorrection, `must be at most ${longestCorrection} characters long`)
        .refine((text) => !/[^\P{Cc}\n]/u.test(text), 'must not hold control characters'),
    ),
});

export const withdrawCorrectionInput = z.object({ articleId: z.uuid(), correctionId: z.uuid() });
