const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C can arrive several times: from the terminal, from npm, and handed on by the launcher. */
const echoMilliseconds = 1_000;

export interface Stopping {
  /** Aborted by the first request to stop. */
  readonly signal: AbortSignal;
  /** Aborted by a second one: nothing more is waited for. */
  readonly force: AbortSignal;
  /** Stops from inside, as when the server has died. */
  stop(): void;
}

/** Listens for requests to stop: SIGINT, SIGTERM, SIGHUP, and the end of the launcher that started this process. */
export function listenForStop(): Stopping {
  const first = new AbortController();
  const second = new AbortController();
  let began = 0;
  const ask = () => {
    if (!first.signal.aborted) {
      began = Date.now();
      first.abort();
    } else if (Date.now() - began > echoMilliseconds) {
      second.abort();
    }
  };
  for (const name of signals) process.on(name, ask);
  process.once('disconnect', ask);
  process.channel?.unref();
  return { signal: first.signal, force: second.signal, stop: () => first.abort() };
}
