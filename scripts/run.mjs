#!/usr/bin/env node
// Runs a program of ours on a machine that has only Node and npm: installs what is missing, then hands over to it.
import { becomeProgram, endWithProblem, ensureInstalled } from './install.mjs';
import { createProgress } from './progress.mjs';

const [program, ...parameters] = process.argv.slice(2);

try {
  const node = await ensureInstalled(createProgress());
  becomeProgram(node, program, parameters);
} catch (error) {
  endWithProblem(error);
}
