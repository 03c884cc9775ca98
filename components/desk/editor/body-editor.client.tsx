'use client';
import { Placeholder } from '@tiptap/extensions';
import { type Content, type Editor, EditorContent, ReactNodeViewRenderer, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { PictureDialog } from '#components/desk/picture-dialog.client.tsx';
import { UploadList } from '#components/desk/pictures/upload-list.client.tsx';
import { useUploads } from '#components/desk/pictures/use-uploads.ts';
import type { BodyDocument } from '#features/body/schema.ts';
import { bodyOfEditor } from '#features/draft/model-body.ts';
import type { LibraryPicture } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';
import { EmbedDialog } from './embed-dialog.client.tsx';
import { EmbedView } from './embed-view.client.tsx';
import { EmbedBlock } from './extensions/embed-block.ts';
import { ImageBlock } from './extensions/image-block.ts';
import { PasteForeign } from './extensions/paste-foreign.ts';
import { pictureFiles, placePicture } from './extensions/picture-files.ts';
import { storyExtensions } from './extensions/story-extensions.ts';
import { storyKeys } from './extensions/story-keys.ts';
import { WriteBelow } from './extensions/write-below.ts';
import { ImageView } from './image-view.client.tsx';
import { LinkDialog } from './link-dialog.client.tsx';
import type { RefusedBody } from './saving.ts';
import { Toolbar } from './toolbar.client.tsx';

interface BodyEditorProps {
  readonly body: BodyDocument;
  /** Stands here instead of the body where an earlier page left one that cannot be saved. */
  readonly refused: RefusedBody | null;
  /** Raised when the body comes from elsewhere than this editor. */
  readonly filling: number;
  readonly language: string;
  readonly editable: boolean;
  readonly onChange: (body: BodyDocument) => void;
  /** Called instead where what stands here cannot be saved. */
  readonly onRefused: (refused: RefusedBody) => void;
}

/** The words of the story with the tools for them. */
export function BodyEditor(props: BodyEditorProps) {
  const { body, refused, filling, language, editable } = props;
  const [asking, setAsking] = useState<'link' | 'embed' | 'picture' | null>(null);
  const heard = useRef(props);
  heard.current = props;
  const place = useRef<(picture: LibraryPicture, file: File) => void>(undefined);
  const { uploads, add, dismiss } = useUploads((picture, file) => place.current?.(picture, file));
  const [extensions] = useState(() => editorExtensions({ askLink: () => setAsking('link'), takeFiles: add }));
  const editor = useEditor({
    extensions,
    content: body,
    editable,
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        id: 'story-words',
        class: 'story-words',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': say('editor.field.body'),
        'aria-describedby': 'story-words-hint',
        lang: language,
      },
    },
    onUpdate: ({ editor: changed }) => {
      const json = changed.getJSON();
      const read = bodyOfEditor(json);
      if ('body' in read) heard.current.onChange(read.body);
      else heard.current.onRefused({ body: json, why: read.problem });
    },
  });

  place.current = ({ id }, file) => editor && placePicture(editor, file, id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only words from elsewhere replace what stands here.
  useEffect(() => {
    if (editor && filling > 0)
      editor.commands.setContent(refused ? (refused.body as Content) : body, { emitUpdate: false });
  }, [editor, filling]);
  useEffect(() => {
    editor?.setEditable(editable, false);
  }, [editor, editable]);

  if (!editor) return <div className="story-words" aria-busy="true" />;
  return (
    <>
      {editable && (
        <Toolbar
          editor={editor}
          onLink={() => setAsking('link')}
          onEmbed={() => setAsking('embed')}
          onPicture={() => setAsking('picture')}
        />
      )}
      <UploadList uploads={uploads.filter(({ outcome }) => outcome?.kind !== 'done')} onDismiss={dismiss} />
      {editable && (
        <p id="story-words-hint" className="sr-only">
          {say('editor.toolsHint')}
        </p>
      )}
      <EditorContent editor={editor} className="story-place" />
      {/* biome-ignore lint/a11y: keys reach the end of the words by themselves; this is for who presses below them. */}
      <div className="story-below" onClick={() => editable && writeAtEnd(editor)} />
      {asking === 'link' && <LinkDialog editor={editor} onClose={() => setAsking(null)} />}
      <PictureDialog
        open={asking === 'picture'}
        onOpenChange={(open) => !open && setAsking(null)}
        onChoose={({ id }) => editor.commands.insertPicture(id)}
        focusAfter={({ id, alt }) => (alt ? editor.view.dom : altField(id))}
      />
      {asking === 'embed' && <EmbedDialog editor={editor} onClose={() => setAsking(null)} />}
    </>
  );
}

interface Asking {
  readonly askLink: () => void;
  readonly takeFiles: (files: readonly File[]) => void;
}

function editorExtensions({ askLink, takeFiles }: Asking) {
  return [
    ...storyExtensions,
    ImageBlock.extend({ addNodeView: () => ReactNodeViewRenderer(ImageView) }),
    EmbedBlock.extend({ addNodeView: () => ReactNodeViewRenderer(EmbedView) }),
    storyKeys(askLink),
    pictureFiles(takeFiles),
    PasteForeign,
    WriteBelow,
    Placeholder.configure({ placeholder: say('editor.bodyPlaceholder') }),
  ];
}

/** Where a picture that was just put in is described. */
const altField = (assetId: string): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>(`.story-picture[data-picture="${assetId}"] input`)].at(0) ?? null;

/** The last block may be a table or a picture, below which nobody could write otherwise. */
function writeAtEnd(editor: Editor): void {
  const last = editor.state.doc.lastChild;
  if (last && !last.isTextblock) {
    editor.chain().insertContentAt(editor.state.doc.content.size, { type: 'paragraph' }).focus('end').run();
  } else editor.commands.focus('end');
}
