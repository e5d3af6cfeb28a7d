import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { Block, Inline, RichText } from '../../shared/domain/text/text.ts';

/** How case text looks, read and written alike: 14/21. */
export const useTextstil = makeStyles({
  text: {
    fontSize: '14px',
    lineHeight: '21px',
    overflowWrap: 'anywhere',
    '& p': { margin: '0 0 8px' },
    '& ul, & ol': { margin: '0 0 8px', paddingLeft: '24px' },
    '& li > p': { margin: 0 },
  },
});

/** Written text of the record, to read. No HTML is ever made of it: only elements of the subset. */
export function RikText({ text, className }: { text: RichText; className?: string | undefined }) {
  const css = useTextstil();
  // A text may be 60 pages: it is drawn again only when it is another.
  const drawn = useMemo(() => text.content.map(block), [text]);
  return <div className={mergeClasses(css.text, className)}>{drawn}</div>;
}

function block(node: Block, key: number): ReactNode {
  if (node.type === 'paragraph') return <p key={key}>{node.content?.length ? node.content.map(inline) : <br />}</p>;
  const items = node.content.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text is drawn whole or not at all
    <li key={index}>{item.content.map(block)}</li>
  ));
  if (node.type === 'bulletList') return <ul key={key}>{items}</ul>;
  return (
    <ol key={key} start={(node.attrs as { start?: number } | undefined)?.start}>
      {items}
    </ol>
  );
}

function inline(node: Inline, key: number): ReactNode {
  if (node.type === 'hardBreak') return <br key={key} />;
  return (node.marks ?? []).reduce<ReactNode>(
    (inner, mark) => (mark.type === 'bold' ? <strong key={key}>{inner}</strong> : <em key={key}>{inner}</em>),
    node.text,
  );
}
