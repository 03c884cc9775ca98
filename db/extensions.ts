/** The extensions that the schema needs. All are part of PostgreSQL and trusted: a database's owner may make them. */
export const requiredExtensions = ['pg_trgm', 'unaccent', 'btree_gist', 'citext', 'pgcrypto'] as const;
