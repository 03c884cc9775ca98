import { join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { dataFolder } from '#lib/data-folder.ts';
import { processWide } from '#lib/global.ts';

/** Where pictures are kept: a folder among the site's data. A key is a relative path that never holds other bytes. */
export function mediaStorage(): Disk {
  return processWide('media-storage', () => {
    const location = join(dataFolder(), 'media');
    return new Disk(new FSDriver({ location, visibility: 'public' }));
  });
}
