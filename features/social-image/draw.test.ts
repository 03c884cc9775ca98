import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawSocialImage } from './draw.ts';

const plain = { section: 'World', siteName: 'The Gazette', language: 'en', accent: '#a01c22' };

/** How far the pixels of a part differ from the paper at most, in any colour. */
async function ink(image: Buffer, part: { left: number; top: number; width: number; height: number }): Promise<number> {
  const { channels } = await sharp(await sharp(image).extract(part).removeAlpha().png().toBuffer()).stats();
  return Math.max(...channels.map(({ min, max }) => max - min));
}

test.each([
  ['one word', 'Resigned', 'en'],
  ['300 letters', 'Negotiators from eleven harbours agreed '.repeat(8).slice(0, 300), 'en'],
  ['300 letters without a space', 'W'.repeat(300), 'en'],
  [
    '300 Japanese characters',
    '港町の連絡船、三年ぶりに運航再開へ。「島の暮らしが戻る」'.repeat(12).slice(0, 300),
    'ja',
  ],
  ['Chinese', '渡轮三年后恢复运营', 'zh-Hans'],
  ['Korean', '여객선, 3년 만에 운항 재개', 'ko'],
  ['Arabic', 'السفن تغادر الميناء عند الفجر بعد اتفاق (2025)', 'ar'],
  ['Hebrew', 'הספינות עזבו את הנמל עם שחר', 'he'],
  ['emoji', 'Ferry 🚢 crew wins 🏆 “👩🏽‍🚀” ❤️ 🇩🇪', 'en'],
])('the image of %s has ink where the headline belongs, and none in the margins', async (_, headline, language) => {
  const image = await drawSocialImage({ ...plain, headline, language });
  expect(await sharp(image).metadata()).toMatchObject({ width: 1200, height: 630 });
  expect(await ink(image, { left: 80, top: 160, width: 1040, height: 350 })).toBeGreaterThan(150);
  for (const left of [0, 1130]) expect(await ink(image, { left, top: 20, width: 70, height: 610 })).toBe(0);
  expect(await ink(image, { left: 0, top: 517, width: 1200, height: 8 })).toBe(0);
});

test.each([
  ['Japanese', '潮だまりの小さな隣人たち', 'ja'],
  ['Korean', '여객선이 3년 만에 다시 다닌다', 'ko'],
  ['English', 'The small neighbours of the shore', 'en'],
])('%s is drawn in bold', async (_, headline, language) => {
  const image = await drawSocialImage({ ...plain, headline, language });
  const { data, info } = await sharp(
    await sharp(image).extract({ left: 0, top: 150, width: 1200, height: 360 }).toBuffer(),
  )
    .trim()
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // A thin face covers less than a seventh of its lines.
  expect(data.filter((grey) => grey < 128).length / (info.width * info.height)).toBeGreaterThan(1 / 7);
});

test('Arabic letters are joined: a word is narrower than its letters apart', async () => {
  const widthOf = async (headline: string) => {
    const image = await drawSocialImage({ ...plain, headline, language: 'ar' });
    const { info } = await sharp(await sharp(image).extract({ left: 0, top: 150, width: 1200, height: 360 }).toBuffer())
      .trim()
      .toBuffer({ resolveWithObject: true });
    return info.width;
  };
  expect(await widthOf('السفن')).toBeLessThan((await widthOf([...'السفن'].join('\u200c'))) * 0.9);
});

test('an image has the colour of the site', async () => {
  const [red, blue] = await Promise.all(
    ['#a01c22', '#1c22a0'].map((accent) => drawSocialImage({ ...plain, accent, headline: 'A' })),
  );
  expect(red?.equals(blue as Buffer)).toBe(false);
});
