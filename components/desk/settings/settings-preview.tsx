import { searchConfigurationFor } from '#features/search/model.ts';
import type { SiteSettings } from '#features/settings/schema.ts';
import { accentPair, isColour } from '#lib/accent.ts';
import { fullTime } from '#lib/dates.ts';
import { say } from '#lib/desk-words.ts';
import { isLanguageTag } from '#lib/language.ts';
import { palette } from '#lib/palette.ts';

/** What the settings come to, on light paper and on dark. Its words are samples: it is read out as one picture. */
export function SettingsPreview({ settings, now }: { settings: SiteSettings; now: Date }) {
  const { accent, language } = settings;
  const pair = isColour(accent) ? accentPair(accent) : null;
  return (
    <section aria-labelledby="preview" className="card">
      <h2 id="preview" className="card-title">
        {say('settings.preview')}
      </h2>
      <div className="grid gap-2">
        <Paper scheme={0} accent={pair?.[0]} settings={settings} />
        <Paper scheme={1} accent={pair?.[1]} settings={settings} />
      </div>
      <dl className="preview-facts">
        <dt>{say('settings.datesLike')}</dt>
        <dd>{dateLike(settings, now)}</dd>
        <dt>{say('settings.searchLike')}</dt>
        <dd>{isLanguageTag(language) ? searchWords(language) : say('settings.noLanguage')}</dd>
      </dl>
    </section>
  );
}

interface PaperProps {
  readonly scheme: 0 | 1;
  readonly accent: string | undefined;
  readonly settings: SiteSettings;
}

/** The readers' colours, whatever the desk's are. */
function Paper({ scheme, accent, settings }: PaperProps) {
  const { paper, ink, soft, rule } = palette;
  const muted = { color: soft[scheme] };
  return (
    <div className="preview-paper" style={{ background: paper[scheme], color: ink[scheme], borderColor: rule[scheme] }}>
      <p className="preview-name">{settings.name}</p>
      <p style={muted}>{settings.description}</p>
      <p className="preview-kicker" style={{ color: accent }}>
        {say('settings.kicker')}
      </p>
      <p className="preview-headline">{say('settings.headline')}</p>
      <span className="preview-vote" style={{ borderColor: ink[scheme] }}>
        {settings.voteLabel}
      </span>
    </div>
  );
}

function dateLike({ language, timeZone }: SiteSettings, now: Date): string {
  return isLanguageTag(language) ? fullTime(now, { language, timeZone }) : say('settings.noLanguage');
}

function searchWords(language: string): string {
  const configuration = searchConfigurationFor(language);
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  return configuration === 'simple' ? say('settings.searchPlain', { name }) : say('settings.searchStems', { name });
}
