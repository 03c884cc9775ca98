import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The path of a schema in the folder beside the checkout, or undefined where there is no such folder. */
export function sharedSchema(name: string): string | undefined {
  const path = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'schemas', name);
  return existsSync(path) ? path : undefined;
}
