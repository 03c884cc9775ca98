import { spawnSync } from 'node:child_process';

/**
 * Mounts a disk in memory on the empty folder `folder`, with `options` such as `size=20m` or `nr_inodes=1`. Returns
 * the function that takes it away, or null where this process may not mount, as it may on Linux as root.
 */
export function mountSmallDisk(folder: string, options: string): (() => void) | null {
  if (process.platform !== 'linux') return null;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  return status === 0 ? () => void spawnSync('umount', ['--lazy', folder], { stdio: 'ignore' }) : null;
}
