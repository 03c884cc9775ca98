#!/usr/bin/env node
// Starts Broadsheet on a machine that has only Node and npm: installs, then hands over to scripts/up/main.ts.
import { becomeProgram, endWithProblem, ensureInstalled } from './install.mjs';
import { createProgress } from './progress.mjs';

try {
  const node = await ensureInstalled(createProgress());
  becomeProgram(node, 'scripts/up/main.ts', process.argv.slice(2));
} catch (error) {
  endWithProblem(error);
}
