import { parseArgs } from 'node:util';
import { StartProblem } from '#lib/start-problem.ts';

export interface UpOptions {
  /** Hot reload: no build, Next compiles what is asked for. */
  readonly development: boolean;
  /** Whether an empty site gets the demo content. */
  readonly demo: boolean;
}

const usage = 'npm run up [-- --no-demo]   or   npm run dev [-- --no-demo]';

export function parseOptions(parameters: readonly string[]): UpOptions {
  try {
    const { values } = parseArgs({
      args: [...parameters],
      options: { dev: { type: 'boolean', default: false }, demo: { type: 'boolean', default: true } },
      allowNegative: true,
    });
    return { development: values.dev, demo: values.demo };
  } catch (cause) {
    throw new StartProblem(`${(cause as Error).message.split('.')[0]}; use: ${usage}.`, { cause });
  }
}
