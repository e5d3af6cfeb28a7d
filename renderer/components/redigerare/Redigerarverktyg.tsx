import {
  ArrowRedo20Regular,
  ArrowUndo20Regular,
  TextBold20Regular,
  TextBulletList20Regular,
  TextItalic20Regular,
  TextNumberListLtr20Regular,
} from '@fluentui/react-icons';
import { type Editor, useEditorState } from '@tiptap/react';
import { IconButton } from '../IconButton.tsx';

/** Bold, italic, lists and undo: what the record's text can hold. */
export function Redigerarverktyg({ editor }: { editor: Editor | null }) {
  const lage = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      fet: now?.isActive('bold') ?? false,
      kursiv: now?.isActive('italic') ?? false,
      punkter: now?.isActive('bulletList') ?? false,
      nummer: now?.isActive('orderedList') ?? false,
      angra: now?.can().undo() ?? false,
      gorOm: now?.can().redo() ?? false,
    }),
  });
  const chain = () => editor?.chain().focus();
  return (
    <div role="toolbar" aria-label="Textens form" style={{ display: 'flex', flexWrap: 'wrap' }}>
      <IconButton
        namn="Fet"
        tangent="Ctrl+B"
        ikon={<TextBold20Regular />}
        nedtryckt={lage?.fet}
        onClick={() => chain()?.toggleBold().run()}
      />
      <IconButton
        namn="Kursiv"
        tangent="Ctrl+I"
        ikon={<TextItalic20Regular />}
        nedtryckt={lage?.kursiv}
        onClick={() => chain()?.toggleItalic().run()}
      />
      <IconButton
        namn="Punktlista"
        tangent="Ctrl+Skift+8"
        ikon={<TextBulletList20Regular />}
        nedtryckt={lage?.punkter}
        onClick={() => chain()?.toggleBulletList().run()}
      />
      <IconButton
        namn="Numrerad lista"
        tangent="Ctrl+Skift+7"
        ikon={<TextNumberListLtr20Regular />}
        nedtryckt={lage?.nummer}
        onClick={() => chain()?.toggleOrderedList().run()}
      />
      <IconButton
        namn="Ångra"
        tangent="Ctrl+Z"
        ikon={<ArrowUndo20Regular />}
        hinder={lage?.angra ? undefined : 'inget att ångra'}
        onClick={() => chain()?.undo().run()}
      />
      <IconButton
        namn="Gör om"
        tangent="Ctrl+Y"
        ikon={<ArrowRedo20Regular />}
        hinder={lage?.gorOm ? undefined : 'inget att göra om'}
        onClick={() => chain()?.redo().run()}
      />
    </div>
  );
}
