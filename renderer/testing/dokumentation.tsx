import { FluentProvider } from '@fluentui/react-components';
import { act, cleanup, render, screen } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { plainText, type RichText } from '../../shared/domain/text/text.ts';
import { teman } from '../components/theme.ts';
import { Dokumentationsvy } from '../features/dokumentation/Dokumentationsvy.tsx';
import type { DokumentationOppning } from '../state/arbetsyta.ts';
import { startCore } from '../state/core.ts';
import { forgetKundvyer } from '../state/kundvy.ts';
import { forgetPlatser } from '../state/platsminne.ts';
import { domOfTests, setFonster } from './dom.ts';
import { type Karna, testKarna } from './karna.ts';
import { linnea, linneasAkt } from './linnea.ts';
import type { Script } from './scripted-backend.ts';

let stop: () => void = () => undefined;

/** Before and after each test of the dokumentation: a window of 1366 x 768, and nothing left of the last test. */
export function prepare(): void {
  beforeAll(domOfTests);
  beforeEach(() => {
    setFonster(1366, 768);
    forgetKundvyer();
    forgetPlatser();
  });
  afterEach(() => {
    cleanup();
    stop();
  });
}

const utredning = { slag: 'utredning', id: linnea.utredning } as const;

/** Draws a dokumentation of Linnea's akt. */
export function show(
  oppning: DokumentationOppning = {},
  over: Script = {},
  ref: { slag: 'utredning' | 'verkstallighet'; id: string } = utredning,
  akt = linneasAkt(),
) {
  const karna = testKarna(akt, over);
  stop = startCore(karna.backend);
  const view = render(
    <FluentProvider theme={teman.ljust}>
      <Dokumentationsvy personId={linnea.person} dokumentation={ref} {...oppning} />
    </FluentProvider>,
  );
  return { karna, backend: karna.backend, view };
}
export const nod = (name: RegExp) => screen.findByRole('treeitem', { name });
export const ruta = () => screen.findByRole('textbox', { name: /för Ekström, Linnea Maria/ });
/** Types at the end of the text, as keys would: one transaction of the editor itself. */
export async function write(text: string) {
  const dom = (await ruta()) as HTMLElement & { editor: Editor };
  act(() => void dom.editor.commands.insertContentAt(dom.editor.state.doc.content.size - 1, text));
}
export const iRutan = async () => plainText(((await ruta()) as HTMLElement & { editor: Editor }).editor.getJSON() as RichText);
export const knapp = (name: string | RegExp) => screen.getByRole('button', { name });
export const utkastText = (karna: Karna) => [...karna.utkast.values()].map(({ data }) => plainText((data as { text: RichText }).text));
