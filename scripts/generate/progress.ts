import { Presets, SingleBar } from 'cli-progress';
import type { Report } from './generate-site.ts';

/** A bar for each phase on a terminal; elsewhere one line when a phase has ended. */
export function progressOn(stream: NodeJS.WriteStream): { report: Report; end(): void } {
  return stream.isTTY ? bars(stream) : lines(stream);
}

function bars(stream: NodeJS.WriteStream): { report: Report; end(): void } {
  let current: { phase: string; bar: SingleBar } | undefined;
  const end = () => {
    current?.bar.stop();
    current = undefined;
  };
  const report: Report = (phase, done, total) => {
    if (current?.phase !== phase) {
      end();
      const bar = new SingleBar(
        { format: `{bar} {percentage}% ${phase} {value}/{total} {eta_formatted}`, stream },
        Presets.shades_classic,
      );
      bar.start(total, 0);
      current = { phase, bar };
    }
    current.bar.update(done);
  };
  return { report, end };
}

function lines(stream: NodeJS.WriteStream): { report: Report; end(): void } {
  let began = Date.now();
  const report: Report = (phase, done, total) => {
    if (done === 0) began = Date.now();
    if (done === total) stream.write(`${phase}: ${total} in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  };
  return { report, end: () => undefined };
}
