/**
 * The whole postgresql.conf of an embedded cluster, for a small machine that a site shares with its database. It is
 * written anew at each start; `ALTER SYSTEM` still wins over it.
 */
export function serverSettings({ durable }: { durable: boolean }): string {
  const settings = { ...common, ...(durable ? {} : forgetful) };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${typeof value === 'number' ? value : `'${value}'`}\n`)
    .join('');
}

const common: Record<string, string | number> = {
  listen_addresses: '127.0.0.1',
  // A socket's path may be 107 bytes long at most, which a data folder's need not be.
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  random_page_cost: 1.1,
  jit: 'off',
  // Containers have little /dev/shm, which parallel plans would fill; a page's queries are short anyway.
  max_parallel_workers_per_gather: 0,
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  lc_monetary: 'C',
  lc_numeric: 'C',
  lc_time: 'C',
  default_text_search_config: 'pg_catalog.english',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  // Errors without the rows and statements that caused them: no personal data in the log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

const forgetful: Record<string, string | number> = {
  shared_buffers: '128MB',
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  autovacuum: 'off',
};
