import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type Content, type Editor, EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import type { RichText } from '../../../shared/domain/text/text.ts';
import { useTextstil } from '../RikText.tsx';
import { redigerarensDelar } from './delar.ts';
import { stadaKlistrat } from './klistra.ts';
import { tillRichText } from './richtext.ts';

const useStyles = makeStyles({
  ram: {
    flexGrow: 1,
    minHeight: '60px',
    overflowY: 'auto',
    margin: '6px',
    boxShadow: 'inset 0 0 0 1px var(--colorNeutralStrokeAccessible), inset 0 -2px 0 0 var(--colorBrandStroke1)',
    borderRadius: 'var(--borderRadiusMedium)',
    backgroundColor: 'var(--colorNeutralBackground1)',
    display: 'flex',
    ':focus-within': { outline: '2px solid var(--colorStrokeFocus2)', outlineOffset: '-2px' },
    '& .tiptap': { minHeight: '100%', boxSizing: 'border-box', padding: '8px 12px', outline: 'none' },
  },
  fyll: { flexGrow: 1, minWidth: 0 },
});

type Props = {
  /** Accessible name: what is written, and for whom. */
  etikett: string;
  /** Id of what describes the text box. */
  beskrivning?: string;
  text: () => RichText;
  /** Another number: the words were replaced from outside. */
  utgava: number;
  onText: (text: RichText) => void;
  onLamna?: () => void;
  /** The editor, for its tools and for inserting a phrase at the caret. */
  onRedigerare: (editor: Editor | null) => void;
};

/** Where case text is written (DOK-04, FRAGA-61): TipTap with the schema of shared/domain/text and nothing more. */
export function Redigerare({ etikett, beskrivning, text, utgava, onText, onLamna, onRedigerare }: Props) {
  const css = useStyles();
  const textstil = useTextstil();
  const latest = useRef({ onText, onLamna });
  latest.current = { onText, onLamna };
  const editor = useEditor({
    extensions: redigerarensDelar,
    content: text() as Content,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': etikett,
        lang: 'sv',
        spellcheck: 'true',
        ...(beskrivning === undefined ? {} : { 'aria-describedby': beskrivning }),
      },
      transformPastedHTML: stadaKlistrat,
    },
    onUpdate: ({ editor: changed }) => latest.current.onText(tillRichText(changed.getJSON())),
    onBlur: () => latest.current.onLamna?.(),
  });

  const shown = useRef(utgava);
  useEffect(() => {
    if (!editor || shown.current === utgava) return;
    shown.current = utgava;
    editor.commands.setContent(text() as Content, { emitUpdate: false });
  }, [editor, utgava, text]);

  // At once, not in a later frame as TipTap's own focus does: what is typed right after a double click belongs here.
  useEffect(() => {
    if (!editor) return;
    editor.commands.setTextSelection(editor.state.doc.content.size);
    editor.view.focus();
  }, [editor]);

  useEffect(() => {
    onRedigerare(editor);
    return () => onRedigerare(null);
  }, [editor, onRedigerare]);

  return (
    <div className={css.ram}>
      <EditorContent editor={editor} className={mergeClasses(textstil.text, css.fyll)} />
    </div>
  );
}
