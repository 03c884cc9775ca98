'use client';
import { useState } from 'react';
import { ActionForm } from '#components/desk/action-form.client.tsx';
import { FormCombobox, FormField, FormTextArea } from '#components/desk/form-fields.client.tsx';
import { PicturePicker } from '#components/desk/picture-picker.client.tsx';
import type { FormAction } from '#features/session/done.ts';
import type { SiteSettings } from '#features/settings/schema.ts';
import { say } from '#lib/desk-words.ts';
import { SettingsPreview } from './settings-preview.tsx';

interface SettingsFormProps {
  readonly action: FormAction;
  readonly settings: SiteSettings;
  /** Every time zone that there is. */
  readonly timeZones: readonly string[];
  /** Languages to choose from; any other tag can be typed. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** The moment at which the page was made. */
  readonly now: Date;
}

/** The settings of the site, and beside them what readers will see. */
export function SettingsForm({ action, settings, timeZones, languages, now }: SettingsFormProps) {
  const [shown, setShown] = useState(settings);
  const bind = (name: keyof SiteSettings) => ({
    name,
    label: say(`settings.${name}`),
    value: String(shown[name]),
    onChange: ({ target }: { target: { value: string } }) => setShown({ ...shown, [name]: target.value }),
  });
  const zones = timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  return (
    <div className="beside">
      <ActionForm action={action} submit={say('shell.save')}>
        <FormField {...bind('name')} required maxLength={80} />
        <FormTextArea {...bind('description')} maxLength={300} hint={say('settings.descriptionHint')} />
        <FormCombobox
          name="timeZone"
          label={say('settings.timeZone')}
          items={zones}
          value={zones.filter(({ value }) => value === shown.timeZone)}
          onChange={([chosen]) => chosen && setShown({ ...shown, timeZone: chosen.value })}
          hint={say('settings.timeZoneHint')}
        />
        <FormField
          {...bind('language')}
          required
          list="languages"
          spellCheck={false}
          autoCapitalize="none"
          hint={say('settings.languageHint')}
        />
        <datalist id="languages">
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </datalist>
        <FormField {...bind('voteLabel')} required maxLength={40} hint={say('settings.voteLabelHint')} />
        <FormField
          {...bind('rankingHalfLife')}
          type="number"
          required
          min={0.5}
          max={168}
          step="any"
          inputMode="decimal"
          hint={say('settings.rankingHalfLifeHint')}
        />
        <FormField {...bind('accent')} type="color" className="input-colour" hint={say('settings.accentHint')} />
        <PicturePicker
          label={say('settings.logo')}
          hint={say('settings.logoHint')}
          value={shown.logo || null}
          onChange={(logo) => setShown({ ...shown, logo: logo ?? '' })}
        />
        <input type="hidden" name="logo" value={shown.logo} />
      </ActionForm>
      <SettingsPreview settings={shown} now={now} />
    </div>
  );
}
