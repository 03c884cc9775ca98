import 'server-only';
import { storePicture } from '#features/media/commands/store-picture.ts';
import type { Actor } from '#features/user/actor.ts';
import { demoPicture, demoPictureFacts } from './pictures/demo-picture.ts';
import type { DemoStory } from './schema.ts';
import { picturesOf } from './story-body.ts';

/** Draws and stores every picture that these stories show. Gives the asset of each by its name. */
export async function loadPictures(
  actor: Actor,
  stories: readonly DemoStory[],
  progress: (done: number, total: number) => void,
): Promise<Map<string, string>> {
  const names = [...new Set(stories.flatMap(picturesOf))];
  const assets = new Map<string, string>();
  const waiting = names.values();
  const work = async () => {
    for (const name of waiting) {
      const { alt, caption, credit } = demoPictureFacts(name);
      const { assetId } = await storePicture(actor, await demoPicture(name), { alt, caption, credit });
      assets.set(name, assetId);
      progress(assets.size, names.length);
    }
  };
  await Promise.all([work(), work()]);
  return assets;
}
