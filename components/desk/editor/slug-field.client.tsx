'use client';
import { useEffect, useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import type { SectionChoice } from '#features/draft/dto.ts';
import { slugOf } from '#features/draft/model-body.ts';
import type { DraftContent } from '#features/draft/schema.ts';
import { say } from '#lib/desk-words.ts';
import type { EditorActions } from './editor-actions.ts';
import { idOfField } from './focus-field.ts';

interface SlugFieldProps {
  readonly articleId: string;
  readonly content: DraftContent;
  readonly formerSlug: string | null;
  readonly sections: readonly SectionChoice[];
  readonly editable: boolean;
  readonly actions: EditorActions;
  readonly onChange: (patch: Partial<DraftContent>) => void;
}

/** The last part of the story's address: made of the headline until somebody types one, or the story is public. */
export function SlugField({ articleId, content, formerSlug, sections, editable, actions, onChange }: SlugFieldProps) {
  const made = formerSlug ?? slugOf(content.headline);
  const slug = content.slug.trim() || made;
  const section = sections.find(({ id }) => id === content.sectionId);
  const taken = useTaken(articleId, section?.id ?? null, slug, actions);
  const isMoving = formerSlug !== null && slug !== formerSlug;
  return (
    <Field
      id={idOfField('slug')}
      label={say('editor.field.slug')}
      value={content.slug}
      placeholder={made || say('editor.placeholder.slug')}
      readOnly={!editable}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange({ slug: event.target.value.replace(/[\s/?#]+/g, '-') })}
      hint={
        <>
          {section && slug ? <span className="break-all">{`/${section.slug}/${slug}`}</span> : say('editor.addressYet')}
          {taken && <span className="field-error block">{say('editor.slugTaken', { slug })}</span>}
          {isMoving && <span className="block">{say('editor.slugMoves')}</span>}
        </>
      }
    />
  );
}

/** Whether another story has the address, asked when the typing pauses. */
function useTaken(articleId: string, sectionId: string | null, slug: string, { askAddress }: EditorActions) {
  const [taken, setTaken] = useState(false);
  useEffect(() => {
    setTaken(false);
    if (!sectionId || !slug) return;
    let stopped = false;
    const timer = setTimeout(async () => {
      const answer = await askAddress({ articleId, sectionId, slug: slug.slice(0, 200) }).catch(() => null);
      if (!stopped && answer?.ok) setTaken(answer.data.taken);
    }, 600);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [articleId, sectionId, slug, askAddress]);
  return taken;
}
