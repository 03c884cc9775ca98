import { formatDuration } from '../progress.mjs';

export interface RunningView {
  began(title: string): void;
  /** Prints `line`, which stays. */
  ended(title: string, line: string): void;
  close(): void;
}

/** Shows what is running: on a terminal in a line that is rewritten, elsewhere by a plain line now and then. */
export function showRunning(stream: NodeJS.WriteStream = process.stdout): RunningView {
  const running = new Map<string, number>();
  const erase = stream.isTTY ? '\r\x1b[2K' : '';
  const names = () =>
    [...running].map(([title, began]) => `${title} (${formatDuration(Date.now() - began)})`).join(', ');
  const draw = () => {
    if (running.size === 0) return;
    stream.write(
      stream.isTTY ? `${erase}… ${names()}`.slice(0, (stream.columns || 80) + erase.length - 1) : `… ${names()}\n`,
    );
  };
  const timer = setInterval(draw, stream.isTTY ? 250 : 20_000);
  return {
    began: (title) => {
      running.set(title, Date.now());
      if (stream.isTTY) draw();
    },
    ended: (title, line) => {
      running.delete(title);
      stream.write(`${erase}${line}\n`);
    },
    close: () => clearInterval(timer),
  };
}
