'use client';
import { useRouter } from 'next/navigation';
import { type CSSProperties, useCallback, useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { toast } from '#components/ui/toast.client.tsx';
import type { Choosable, EditedArticle, SectionChoice } from '#features/draft/dto.ts';
import type { StoredDraft } from '#features/draft/model.ts';
import { lengthOf, slugOf } from '#features/draft/model-body.ts';
import { seenElsewhere } from '#features/draft/model-metadata.ts';
import { leavesWordsOut } from '#features/draft/model-offers.ts';
import { standingKey } from '#features/draft/model-presence.ts';
import type { Picture } from '#features/media/dto.ts';
import type { Site } from '#features/site/model.ts';
import { say } from '#lib/desk-words.ts';
import { BodyEditor } from './body-editor.client.tsx';
import { DetailsPanel } from './details-panel.client.tsx';
import type { EditorActions } from './editor-actions.ts';
import { EditorBar } from './editor-bar.client.tsx';
import { type Asked, EditorQuestions } from './editor-questions.client.tsx';
import { LeftWordsNotice } from './left-words.client.tsx';
import { SeenElsewhere } from './seen-elsewhere.tsx';
import { StoryHead } from './story-head.client.tsx';
import { useAutosave } from './use-autosave.ts';
import { useDecisions } from './use-decisions.ts';
import { usePresence } from './use-presence.ts';

export interface StoryEditorProps {
  readonly article: EditedArticle;
  readonly user: { readonly id: string };
  readonly site: Site;
  readonly timeZone: string;
  readonly sections: readonly SectionChoice[];
  readonly terms: { readonly tags: readonly Choosable[]; readonly bylines: readonly Choosable[] };
  /** The main picture, where it is ready to be shown. */
  readonly mainPicture: Picture | null;
  readonly mayAdd: { readonly tags: boolean; readonly bylines: boolean };
  /** The site's accent on light and on dark paper. */
  readonly accent: readonly [light: string, dark: string];
  readonly actions: EditorActions;
}

/** The desk's editor: the words, what is said about them, and what becomes of them. */
export function StoryEditor(props: StoryEditorProps) {
  const { article, user, site, timeZone, sections, terms, actions } = props;
  const writing = useAutosave(article.id, user.id, article.draft);
  const { content, filling, status, autosave, change, fill } = writing;
  const [mainPicture, setMainPicture] = useState(props.mainPicture);
  const [asked, setAsked] = useState<Asked>(null);
  const [putOff, setPutOff] = useState(false);
  const takeNewer = useCallback(
    (stored: StoredDraft, fromOther = true) => {
      fill(stored.content);
      if (fromOther) toast.note(say('editor.tookNewer', { name: stored.savedBy ?? say('editor.conflict.somebody') }));
    },
    [fill],
  );
  const router = useRouter();
  const others = usePresence(article.id, autosave, {
    standing: standingKey(article),
    onStanding: () => router.refresh(),
    onNewer: takeNewer,
  });
  const deciding = useDecisions({ article, autosave, actions, timeZone, onNewer: takeNewer });
  const editable = article.state !== 'killed' && article.state !== 'stub';

  useKeepKeys(deciding.keep);
  useEffect(() => {
    if (status.kind === 'saved') setPutOff(false);
  }, [status]);

  const section = sections.find(({ id }) => id === content.sectionId);
  const slug = content.slug.trim() || article.formerSlug || slugOf(content.headline);
  const seen = seenElsewhere(content, {
    ...{ site, section },
    formerSlug: article.formerSlug,
    picture: content.heroAssetId ? mainPicture : null,
  });
  const { words, minutes } = lengthOf(content.body, content.language);
  const names = new Map(
    [...sections, ...terms.tags, ...terms.bylines].map(({ id, name }: Choosable) => [id, name] as const),
  );
  const close = () => {
    setAsked(null);
    deciding.forget();
  };

  return (
    <>
      <EditorBar
        {...{ article, status, others, timeZone }}
        isKept={writing.isKept}
        leavesOut={leavesWordsOut(article, !autosave.isClean || autosave.version > article.draft.version)}
        onKeep={deciding.keep}
        onPreview={article.state === 'killed' ? undefined : deciding.preview}
        onPublish={() => setAsked('publish')}
        onDecide={setAsked}
      />
      {writing.rescued && status.kind !== 'conflict' && <Notice>{say('editor.rescued')}</Notice>}
      {writing.left.map((left) => (
        <LeftWordsNotice key={left.key} left={left} timeZone={timeZone} onForget={() => writing.forget(left)} />
      ))}
      {!editable && <Notice tone="warn">{say(`editor.closed.${article.state as 'killed' | 'stub'}`)}</Notice>}
      {status.kind === 'conflict' && putOff && (
        <Notice tone="warn">
          {say('editor.save.conflict')}{' '}
          <Button size="small" onClick={() => setPutOff(false)}>
            {say('editor.conflict.look')}
          </Button>
        </Notice>
      )}
      {deciding.error && asked === null && <Notice tone="danger">{deciding.error.sentence}</Notice>}
      <div className="editor" style={{ '--site-accent': `light-dark(${props.accent.join()})` } as CSSProperties}>
        <article className="editor-story" aria-label={say('editor.story')}>
          <h1 className="sr-only">{content.headline || say('editor.noHeadline')}</h1>
          <StoryHead content={content} editable={editable} onChange={change} />
          <BodyEditor
            body={content.body}
            refused={writing.refused}
            filling={filling}
            language={content.language}
            editable={editable}
            onChange={(body) => change({ body })}
            onRefused={writing.refuse}
          />
          <p className="story-length">
            {words === 0 ? say('editor.length.none') : say('editor.length', { count: words, minutes })}
          </p>
        </article>
        <aside className="editor-aside" aria-label={say('editor.details')}>
          <DetailsPanel
            articleId={article.id}
            {...{ content, sections, terms, editable, actions }}
            formerSlug={article.formerSlug}
            mayAdd={props.mayAdd}
            onChange={change}
            onPicture={setMainPicture}
          />
          <details className="more">
            <summary>{say('editor.seen.title')}</summary>
            <SeenElsewhere seen={seen} siteName={site.name} />
          </details>
        </aside>
      </div>

      <EditorQuestions
        {...{ article, writing, deciding, asked, putOff, timeZone, names }}
        address={section && slug ? `/${section.slug}/${slug}` : say('editor.addressYet')}
        onClose={close}
        onPutOff={() => setPutOff(true)}
      />
    </>
  );
}

/** Ctrl+S or Cmd+S keeps a version, as people are used to. */
function useKeepKeys(keep: () => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      keep();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keep]);
}
