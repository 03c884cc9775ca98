import { expect, test } from '../fixtures/test.ts';
import { ask } from '../pages/surfaces.ts';

test('an old address leads on from the moment it is told to, though its 404 was kept before, and no longer after', async ({
  site,
}) => {
  const { path } = await site.write({ headline: 'Moved here', section: 'World' });
  const landing = async (address: string) => {
    const { status, headers } = await ask(site, address);
    return [status, headers.get('location')];
  };
  for (let time = 0; time < 2; time += 1) expect(await landing('/old-world/moved-here')).toEqual([404, null]);
  await site.broadsheet('redirect', 'add', '/old-world', '/world');
  await site.until(async () => (await ask(site, '/old-world/moved-here')).status === 308, 2);
  expect(await landing('/old-world/moved-here')).toEqual([308, path]);
  expect(await landing('/old-world')).toEqual([308, '/world']);
  expect(await landing('/old-world/why%3F%23')).toEqual([308, '/world/why%3F%23']);
  await site.broadsheet('redirect', 'remove', '/old-world');
  await site.until(async () => (await ask(site, '/old-world/moved-here')).status === 404, 2);
});
