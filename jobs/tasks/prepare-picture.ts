import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { preparePicture } from '#features/media/commands/prepare-picture.ts';

const payload = z.object({ assetId: z.uuid() });

/** After an upload, or when a focal point has moved: the renditions. What could not be stored is tried again. */
export const preparePictureTask: Task = async (input, { logger }) => {
  const problem = await preparePicture(payload.parse(input).assetId);
  if (problem) logger.warn(`a picture is not ready: ${problem}`);
};
