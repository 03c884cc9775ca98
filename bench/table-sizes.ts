import type postgres from 'postgres';

/** A table with its partitions, in megabytes. */
export interface TableSize {
  readonly name: string;
  readonly rows: number;
  readonly indexes: number;
}

/** The largest tables, and how much of them are indexes. */
export async function tableSizes(sql: postgres.Sql, count = 12): Promise<TableSize[]> {
  return sql<TableSize[]>`
    select coalesce(inhparent, oid)::regclass::text as name,
      (sum(pg_table_size(oid)) / 1048576)::int as rows, (sum(pg_indexes_size(oid)) / 1048576)::int as indexes
    from pg_class left join pg_inherits on inhrelid = oid
    where relkind = 'r' and relnamespace = 'public'::regnamespace
    group by 1 order by sum(pg_total_relation_size(oid)) desc limit ${count}`;
}
