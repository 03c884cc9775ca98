import { AsyncLocalStorage } from 'node:async_hooks';
import { processWide } from '#lib/global.ts';

const storage = processWide('request-id', () => new AsyncLocalStorage<string>());

/** Runs `work` under a request's id, which logs and the audit log then bear. */
export const withRequestId = <Value>(id: string, work: () => Value): Value => storage.run(id, work);

/** The id of the request being answered, or null outside of one. */
export const currentRequestId = (): string | null => storage.getStore() ?? null;
