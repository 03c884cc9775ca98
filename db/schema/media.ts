import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core';
import { renditionFormats } from '#lib/vocabulary.ts';
import { createdAt, identity, moment } from './columns.ts';
import { users } from './user.ts';

/** A picture as it came in; its pixel size is that of the original. The focal point is a fraction of each side. */
export const mediaAssets = pgTable(
  'media_assets',
  {
    id: identity(),
    sha256: text('sha256').notNull().unique(),
    storageKey: text('storage_key').notNull().unique(),
    mediaType: text('media_type').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: integer('bytes').notNull(),
    alt: text('alt').notNull().default(''),
    caption: text('caption').notNull().default(''),
    credit: text('credit').notNull().default(''),
    focalX: real('focal_x').notNull().default(0.5),
    focalY: real('focal_y').notNull().default(0.5),
    /** What the file was called where it came from. */
    name: text('name').notNull().default(''),
    /** When its renditions were ready to be served; null while the worker makes them. */
    preparedAt: moment('prepared_at'),
    /** The plan by which they were made (features/media/model-renditions.ts). */
    renditionPlan: integer('rendition_plan').notNull().default(1),
    /** Why no renditions could be made, in a sentence. */
    problem: text('problem'),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    index('media_assets_newest').on(table.createdAt, table.id),
    index('media_assets_words').using(
      'gin',
      sql`(${table.name} || ' ' || ${table.alt} || ' ' || ${table.caption} || ' ' || ${table.credit}) gin_trgm_ops`,
    ),
    check('media_assets_size', sql`${table.width} > 0 and ${table.height} > 0 and ${table.bytes} > 0`),
    check('media_assets_focal', sql`${table.focalX} between 0 and 1 and ${table.focalY} between 0 and 1`),
  ],
);

/** A picture made ready for a width and a format. Its key never holds other bytes, so it is served as immutable. */
export const mediaRenditions = pgTable(
  'media_renditions',
  {
    assetId: uuid('asset_id')
      .notNull()
      .references(() => mediaAssets.id, { onDelete: 'cascade' }),
    format: text('format', { enum: renditionFormats }).notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: integer('bytes').notNull(),
    storageKey: text('storage_key').notNull().unique(),
  },
  (table) => [
    primaryKey({ columns: [table.assetId, table.format, table.width] }),
    check('media_renditions_format', sql`${table.format} in ('avif', 'webp', 'jpeg')`),
  ],
);
