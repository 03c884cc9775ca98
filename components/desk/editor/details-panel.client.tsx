'use client';
import { PicturePicker } from '#components/desk/picture-picker.client.tsx';
import { Combobox } from '#components/ui/combobox.client.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select, type SelectOption } from '#components/ui/select.tsx';
import type { Choosable, SectionChoice } from '#features/draft/dto.ts';
import type { DraftContent } from '#features/draft/schema.ts';
import type { Picture } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';
import { articleKinds, canonicals } from '#lib/vocabulary.ts';
import type { EditorActions } from './editor-actions.ts';
import { idOfField } from './focus-field.ts';
import { languageOptions } from './language-options.ts';
import { SlugField } from './slug-field.client.tsx';
import { TermsField } from './terms-field.client.tsx';

interface DetailsPanelProps {
  readonly articleId: string;
  readonly content: DraftContent;
  readonly formerSlug: string | null;
  readonly sections: readonly SectionChoice[];
  readonly terms: { readonly tags: readonly Choosable[]; readonly bylines: readonly Choosable[] };
  readonly mayAdd: { readonly tags: boolean; readonly bylines: boolean };
  readonly editable: boolean;
  readonly actions: EditorActions;
  readonly onChange: (patch: Partial<DraftContent>) => void;
  /** Called with the main picture, as far as it is known. */
  readonly onPicture: (picture: Picture | null) => void;
}

/** What is said about the story: where it belongs, who wrote it, where it comes from, its address. */
export function DetailsPanel(props: DetailsPanelProps) {
  const { content, sections, terms, actions, editable, onChange } = props;
  const text = (field: 'datelinePlace' | 'sourceAgency' | 'sourceUrl' | 'licence') => (
    <Field
      id={idOfField(field)}
      label={say(`editor.field.${field}`)}
      value={content[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
      inputMode={field === 'sourceUrl' ? 'url' : undefined}
      placeholder={say(`editor.placeholder.${field}`)}
      autoComplete="off"
      readOnly={!editable}
    />
  );
  const shownSections: SelectOption[] = [
    { value: '', label: say('editor.chooseSection') },
    ...sections.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` })),
  ];
  const languages = languageOptions(content.language);
  return (
    <div className="details">
      <Select
        id={idOfField('sectionId')}
        label={say('editor.field.sectionId')}
        value={content.sectionId ?? ''}
        options={shownSections}
        disabled={!editable}
        onChange={(event) => onChange({ sectionId: event.target.value || null })}
      />
      <Select
        id={idOfField('kind')}
        label={say('editor.field.kind')}
        hint={say('editor.kindHint')}
        value={content.kind}
        options={articleKinds.map((kind) => ({ value: kind, label: say(`editor.kind.${kind}`) }))}
        disabled={!editable}
        onChange={(event) => onChange({ kind: event.target.value as DraftContent['kind'] })}
      />
      <PicturePicker
        id={idOfField('heroAssetId')}
        label={say('editor.field.heroAssetId')}
        value={content.heroAssetId}
        disabled={!editable}
        onChange={(heroAssetId, chosen) => {
          onChange({ heroAssetId });
          props.onPicture(chosen?.picture ?? null);
        }}
      />
      <TermsField
        id={idOfField('bylineIds')}
        label={say('editor.field.bylineIds')}
        disabled={!editable}
        hint={say('editor.bylinesHint')}
        ids={content.bylineIds}
        known={terms.bylines}
        find={actions.findBylines}
        add={props.mayAdd.bylines ? actions.addByline : undefined}
        onChange={(bylineIds) => onChange({ bylineIds })}
      />
      <TermsField
        id={idOfField('tagIds')}
        label={say('editor.field.tagIds')}
        disabled={!editable}
        ids={content.tagIds}
        known={terms.tags}
        find={actions.findTags}
        add={props.mayAdd.tags ? actions.addTag : undefined}
        onChange={(tagIds) => onChange({ tagIds })}
      />
      <SlugField {...props} />
      <Combobox
        id={idOfField('language')}
        label={say('editor.field.language')}
        single
        items={languages}
        value={languages.filter(({ value }) => value === content.language)}
        disabled={!editable}
        onChange={([chosen]) => chosen && onChange({ language: chosen.value })}
      />
      <fieldset className="details-group">
        <legend>{say('editor.group.source')}</legend>
        {text('datelinePlace')}
        {text('sourceAgency')}
        {text('sourceUrl')}
        {text('licence')}
        <Select
          id={idOfField('canonical')}
          label={say('editor.field.canonical')}
          hint={say('editor.canonicalHint')}
          value={content.canonical}
          options={canonicals.map((value) => ({ value, label: say(`editor.canonical.${value}`) }))}
          disabled={!editable}
          onChange={(event) => onChange({ canonical: event.target.value as DraftContent['canonical'] })}
        />
      </fieldset>
    </div>
  );
}
