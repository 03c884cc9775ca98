import { expect, test } from 'vitest';
import { type Rendered, Renders } from './renders.ts';
import { addressOf, fakePage, settled } from './testing/fake-site.ts';

function heldRenders() {
  const ends: ((rendered: Rendered) => void)[] = [];
  const renders = new Renders({
    render: () => new Promise((resolve) => void ends.push(resolve)),
    landed: () => undefined,
    now: () => 0,
    concurrent: 4,
    waiting: 4,
    longestWait: 1000,
  });
  const end = async (index: number) => {
    await settled();
    ends[index]?.({ ok: true, page: fakePage('page') });
  };
  return { renders, end };
}

test('purges are remembered for no longer than a render that they may concern', async () => {
  const { renders, end } = heldRenders();
  renders.purged({ tags: ['a', 'b'], kind: 'destroy' });
  expect(renders.rememberedTags).toBe(0);
  const first = renders.joinOrStart(addressOf('/1'));
  renders.purged({ tags: ['a', 'b'], kind: 'refresh' });
  const second = renders.joinOrStart(addressOf('/2'));
  renders.purged({ tags: ['c', 'a'], kind: 'refresh' });
  expect(renders.rememberedTags).toBe(3);
  await end(0);
  await first;
  expect(renders.rememberedTags).toBe(2);
  await end(1);
  await second;
  expect(renders.rememberedTags).toBe(0);
});

test('a render that throws at once is a failure like any other', async () => {
  const renders = new Renders({
    render: () => {
      throw new Error('broken');
    },
    landed: () => undefined,
    now: () => 0,
    concurrent: 1,
    waiting: 1,
    longestWait: 1000,
  });
  expect((await renders.joinOrStart(addressOf('/')))?.rendered).toEqual({ ok: false, status: 500 });
  expect(renders.isUnderway('/')).toBe(false);
});
