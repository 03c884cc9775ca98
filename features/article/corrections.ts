import 'server-only';
import { sql } from 'drizzle-orm';
import { corrections } from '#db/schema/correction.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import type { Correction } from '#features/article/dto.ts';

/**
 * A column beside those of a public story: its corrections, the newest first. `at` is in milliseconds since 1970. The
 * view is named in words, as in credits.ts.
 */
export const correctionColumns = {
  corrected: sql<CorrectionRow['corrected']>`(
    select coalesce(json_agg(json_build_object(
      'id', c.id, 'text', c.text, 'at', floor(extract(epoch from c.created_at) * 1000)) order by c.created_at desc), '[]')
    from ${corrections} c where c.article_id = ${articlesPublic}.article_id and c.withdrawn_at is null)`,
};

export interface CorrectionRow {
  corrected: { id: string; text: string; at: number }[];
}

/** The corrections of a row. */
export const toCorrections = ({ corrected }: CorrectionRow): Correction[] =>
  corrected.map(({ id, text, at }) => ({ id, text, issuedAt: new Date(at) }));
