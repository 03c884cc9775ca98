import { readFileSync } from 'node:fs';

/**
 * Processor time that a process has used, in milliseconds, where wanted with that of its children that have ended; null
 * where the system does not tell (only Linux does).
 */
export function cpuTimeOf(pid: number | undefined, withEnded = false): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields 14 to 17 of proc(5), counted behind the name, which may hold spaces; in ticks of 10 ms.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, withEnded ? 15 : 13);
    return ticks.reduce((sum, part) => sum + Number(part), 0) * 10;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}
