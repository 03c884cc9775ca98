import type { ArticleCard } from '#features/article/dto.ts';

/**
 * The dates that machines are told, RFC 3339 in UTC. A story that was copied has no date of publication: the day of copying
 * would pass for it.
 */
export function machineDates({ publishedAt, dateIs, updatedAt }: ArticleCard): {
  published: string | undefined;
  modified: string | undefined;
} {
  const published = dateIs === 'original' ? publishedAt.toISOString() : undefined;
  return { published, modified: updatedAt?.toISOString() ?? published };
}
