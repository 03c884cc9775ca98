import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { processWide } from '#lib/global.ts';

const storage = processWide('request-id', () => new AsyncLocalStorage<string>());

/** Runs `work` under a new id, unless it runs under one already; logs and the audit log bear it. */
export const withNewRequestId = <Value>(work: () => Value): Value =>
  storage.getStore() === undefined ? storage.run(randomUUID(), work) : work();

/** The id of the request being answered, or null outside of one. */
export const currentRequestId = (): string | null => storage.getStore() ?? null;
