import { describe, expect, test } from 'vitest';
import { bodyFromPlainText } from '#features/body/from-plain-text.ts';
import { bodyText } from '#features/body/model.ts';
import { takeDateline } from './dateline.ts';

describe('takeDateline', () => {
  test.each([
    ['SEOUL, South Korea (AP) — Spies say.', 'SEOUL, South Korea', 'AP'],
    ['SOUTH KOREA (AP) — Spies say.', 'SOUTH KOREA', 'AP'],
    ['WASHINGTON (Reuters) - Spies say.', 'WASHINGTON', 'Reuters'],
    ['WASHINGTON, April 5 (Reuters) - Spies say.', 'WASHINGTON', 'Reuters'],
    ['ST. LOUIS (AP) -- Spies say.', 'ST. LOUIS', 'AP'],
    ['WEST PALM BEACH, Fla. (AP) – Spies say.', 'WEST PALM BEACH, Fla.', 'AP'],
    ['SEOUL/TOKYO (Kyodo News) — Spies say.', 'SEOUL/TOKYO', 'Kyodo News'],
    ['KYIV, Ukraine — Spies say.', 'KYIV, Ukraine', undefined],
    ['PORT-AU-PRINCE, Haiti (AP) — Spies say.', 'PORT-AU-PRINCE, Haiti', 'AP'],
  ])('takes place and agency off %j', (text, place, agency) => {
    const { dateline, body } = takeDateline(bodyFromPlainText(`${text}\n\nMore.`));
    expect(dateline).toEqual(agency ? { place, agency } : { place });
    expect(bodyText(body)).toBe('Spies say.\n\nMore.');
  });

  test.each([
    'NASA — the space agency — said on Tuesday, after all, that it will.',
    'Seoul (AP) is a city.',
    'The council (of ten) — said',
    'UPDATE — More follows.',
    'I — that is, we — said so.',
  ])('leaves %j alone', (text) => {
    expect(takeDateline(bodyFromPlainText(text)).dateline).toBeNull();
  });
});
