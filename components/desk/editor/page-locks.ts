/** Names that belong to this page while it is open; the browser gives them up with the page, however it ends. */
export interface PageLocks {
  /** Whether the name is this page's now. Where the browser has no locks (a page without TLS), every name is. */
  take(name: string): Promise<boolean>;
  release(): void;
}

/** Web Locks (W3C), each asked for once and held until all are released. */
export function pageLocks(locks: LockManager | undefined): PageLocks {
  const asked = new Map<string, Promise<boolean>>();
  let end = Promise.withResolvers<void>();
  return {
    take(name) {
      const before = asked.get(name);
      if (before) return before;
      const answer = locks ? heldUntil(end.promise, locks, name) : Promise.resolve(true);
      asked.set(name, answer);
      return answer;
    },
    release() {
      end.resolve();
      end = Promise.withResolvers();
      asked.clear();
    },
  };
}

function heldUntil(end: Promise<void>, locks: LockManager, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? end : undefined;
      })
      .catch(reject);
  });
}
