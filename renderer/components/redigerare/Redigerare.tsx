import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type Content, type Editor, EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { RichText } from '../../../shared/domain/text/text.ts';
import { ErrorBar } from '../ErrorBar.tsx';
import { useTextstil } from '../RikText.tsx';
import { redigerarensDelar } from './delar.ts';
import { cleanPasted, type Utelamnat } from './paste.ts';
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

/** Where the caret stands and how far the text is scrolled, px. */
export type Redigerarplats = { fran: number; till: number; scroll: number };

type Props = {
  /** Accessible name: what is written, and for whom. */
  etikett: string;
  /** Id of what describes the text box. */
  beskrivning?: string;
  text: () => RichText;
  /** Another number: the words were replaced from outside. */
  utgava: number;
  /** It came back by itself: whoever writes in another field goes on there. */
  visadIgen?: boolean | undefined;
  /** Another field comes first: it does not take the focus when it is shown. */
  utanFokus?: boolean | undefined;
  onText: (text: RichText) => void;
  onLeave?: () => void;
  /** Where it was when it was shown last; without it the caret goes to the end. */
  plats?: { read: () => Redigerarplats | undefined; set: (plats: Redigerarplats) => void };
  /** The editor, for its tools and for inserting a phrase at the caret. */
  onRedigerare: (editor: Editor | null) => void;
};

/** Where case text is written (DOK-04, FRAGA-61): TipTap with the schema of shared/domain/text and nothing more. */
export function Redigerare({
  etikett,
  beskrivning,
  text,
  utgava,
  visadIgen,
  utanFokus = false,
  onText,
  onLeave,
  plats,
  onRedigerare,
}: Props) {
  const css = useStyles();
  const textstil = useTextstil();
  const latest = useRef({ onText, onLeave, plats, visadIgen, utanFokus });
  latest.current = { onText, onLeave, plats, visadIgen, utanFokus };
  const ram = useRef<HTMLDivElement>(null);
  const remember = (del: Partial<Redigerarplats>) => {
    const { plats: minne } = latest.current;
    minne?.set({ ...(minne.read() ?? { fran: 0, till: 0, scroll: 0 }), ...del });
  };
  const [utelamnat, setUtelamnat] = useState<Utelamnat[]>([]);
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
      // What is dropped comes the same way.
      transformPastedHTML: (html) => {
        const pasted = cleanPasted(html);
        setUtelamnat(pasted.utelamnat);
        return pasted.html;
      },
      transformPastedText: (pasted) => {
        setUtelamnat([]);
        return pasted.normalize('NFC');
      },
    },
    onUpdate: ({ editor: changed }) => latest.current.onText(tillRichText(changed.getJSON())),
    onSelectionUpdate: ({ editor: { state } }) => remember({ fran: state.selection.from, till: state.selection.to }),
    onBlur: () => latest.current.onLeave?.(),
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
    const { size } = editor.state.doc.content;
    const before = latest.current.plats?.read();
    const within = (at: number) => Math.min(at, size);
    editor.commands.setTextSelection(before ? { from: within(before.fran), to: within(before.till) } : size);
    if (!latest.current.utanFokus && (!latest.current.visadIgen || !isWritingElsewhere())) editor.view.focus();
    if (before && ram.current) ram.current.scrollTop = before.scroll;
  }, [editor]);

  useEffect(() => {
    onRedigerare(editor);
    return () => onRedigerare(null);
  }, [editor, onRedigerare]);

  return (
    <>
      {utelamnat.length > 0 && (
        <ErrorBar
          slag="warning"
          vad="Allt följde inte med när du klistrade in."
          gor={`Utelämnat: ${utelamnat.join(', ')}.`}
          onClose={() => {
            setUtelamnat([]);
            editor?.view.focus();
          }}
        />
      )}
      <div className={css.ram} ref={ram} onScroll={() => remember({ scroll: ram.current?.scrollTop ?? 0 })}>
        <EditorContent editor={editor} className={mergeClasses(textstil.text, css.fyll)} />
      </div>
    </>
  );
}

const isWritingElsewhere = (): boolean => document.activeElement?.matches('input, textarea, [contenteditable="true"]') ?? false;
