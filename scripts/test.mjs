#!/usr/bin/env node
// Checks everything on a machine that has only Node and npm: installs, then hands over to scripts/test/main.ts.
import { becomeProgram, endWithProblem, ensureInstalled } from './install.mjs';
import { createProgress } from './progress.mjs';

try {
  const node = await ensureInstalled(createProgress());
  becomeProgram(node, 'scripts/test/main.ts', process.argv.slice(2));
} catch (error) {
  endWithProblem(error);
}
