import { SingleBar } from 'cli-progress';
import { formatDuration } from '../progress.mjs';

/** Takes what is being done, how many of how many, and what else there is to say of it. */
export type Report = (phase: string, done: number, total: number, note?: string) => void;

/** A bar for each phase on a terminal; elsewhere a line now and then, and one when a phase has ended. */
export function progressOn(stream: NodeJS.WriteStream): { report: Report; end(): void } {
  return stream.isTTY ? bars(stream) : lines(stream);
}

function bars(stream: NodeJS.WriteStream): { report: Report; end(): void } {
  let current: { phase: string; bar: SingleBar } | undefined;
  const end = () => {
    current?.bar.stop();
    current = undefined;
  };
  const report: Report = (phase, done, total, note = '') => {
    if (current?.phase !== phase) {
      end();
      const bar = new SingleBar({ format: `${phase} [{bar}] {percentage} % {note}`, stream, hideCursor: true });
      bar.start(total, 0, { note });
      current = { phase, bar };
    }
    current.bar.update(done, { note });
  };
  return { report, end };
}

const silenceMilliseconds = 10_000;

function lines(stream: NodeJS.WriteStream): { report: Report; end(): void } {
  let current: { phase: string; began: number; spoke: number } | undefined;
  const report: Report = (phase, done, total, note = '') => {
    const now = Date.now();
    if (current?.phase !== phase) current = { phase, began: now, spoke: now };
    if (done >= total) stream.write(`${phase}: ${note || total}, in ${formatDuration(now - current.began)}\n`);
    else if (now - current.spoke >= silenceMilliseconds) {
      stream.write(`${phase}, ${Math.floor((100 * done) / total)} %${note && `: ${note}`}\n`);
      current.spoke = now;
    }
  };
  return { report, end: () => undefined };
}
