import type { Command } from 'commander';

/** Writes a line, or a value as JSON, to the terminal. */
export function print(value: unknown): void {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}\n`);
}

/** Says what was done: in a sentence, or with `--json`, which the program must have, as the command's own result. */
export type Answer = (result: unknown, sentence: () => string | Promise<string>) => Promise<void>;

/** How the commands of this program answer. */
export const answering =
  (program: Command): Answer =>
  async (result, sentence) =>
    print(program.opts<{ json?: boolean }>().json ? result : await sentence());
