import type { Extensions } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

/** The editor's schema: what shared/domain/text allows and nothing more, so that the editor itself drops the rest. */
export const redigerarensDelar: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    link: false,
    strike: false,
    underline: false,
    trailingNode: false,
  }),
];
