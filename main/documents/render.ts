import { createHash } from 'node:crypto';
import { lasordning } from '../../shared/domain/dokument/lasordning.ts';
import type { Dokumentinnehall } from '../../shared/domain/dokument/modell.ts';
import type { Glyphs } from './glyphs.ts';
import type { Mallar } from './mallar.ts';
import { type Line, printable, shownText } from './printable.ts';
import { readText } from './read-text.ts';
import { sameWords } from './same-words.ts';
import { TypesetError, Typesetter } from './typesetter.ts';
import { typstData } from './typst-data.ts';
import type { Rendered } from './worker-protocol.ts';

const millimetres = (number: number) => (number / 25.4) * 72;
/** `sidmarginal` of bibliotek.typ. */
const margin = millimetres(22);
/** What printers reach. */
const paperEdge = millimetres(6);

/** What was made is not what was given: no such document leaves the program. `found` of `given` letters came out in order. */
export class LostWordsError extends Error {
  constructor(given: number, found: number, beyondMargin: number[]) {
    super(`words-lost: ${found} of ${given} letters; beyond the margin of pages ${beyondMargin.join(', ') || 'none'}`);
    this.name = 'LostWordsError';
  }
}

type Way = { glyphs: readonly Glyphs[]; narrow: boolean; margin: number };

/** Makes documents, and reads each back before it is handed over: all its words are there, in order and on the paper. */
export class Renderer {
  private readonly typesetter: Typesetter;
  private readonly glyphs: readonly Glyphs[];

  constructor(mallar: Mallar) {
    this.typesetter = new Typesetter(mallar);
    this.glyphs = mallar.glyphs;
  }

  /**
   * Ways are tried in turn: as it is; with every long word free to break, when something lay on what stands beside it or reached beyond
   * the margin, which then may be as far as the paper does; and, when Typst refuses a letter, with the code of each that is not in the
   * documents' own font.
   * @throws LostWordsError, TypesetError
   */
  async render(dokument: Dokumentinnehall): Promise<Rendered> {
    try {
      return await this.checked(dokument, { glyphs: this.glyphs, narrow: false, margin });
    } catch (error) {
      if (error instanceof LostWordsError) return this.checked(dokument, { glyphs: this.glyphs, narrow: true, margin: paperEdge });
      if (error instanceof TypesetError)
        return this.checked(dokument, { glyphs: this.glyphs.slice(0, 1), narrow: true, margin: paperEdge });
      throw error;
    }
  }

  private async checked(dokument: Dokumentinnehall, { glyphs, narrow, margin }: Way): Promise<Rendered> {
    const line = (text: string): Line => printable(text, glyphs, narrow);
    const logotyp = dokument.logotyp && new Uint8Array(Buffer.from(dokument.logotyp.png, 'base64'));
    const bytes = this.typesetter.pdf(`${dokument.mall.form}.typ`, typstData(dokument, line), logotyp);
    const { text, pages, beyondMargin, overlapping } = await readText(bytes, margin);
    const given = lasordning(dokument).map((one) => shownText(one, glyphs));
    const compared = sameWords(given.join(''), text);
    // A column too narrow for a letter of it is no reason to have no document.
    const misplaced = narrow ? beyondMargin : [...new Set([...beyondMargin, ...overlapping])];
    if (!compared.same || misplaced.length > 0) throw new LostWordsError(compared.given, compared.found, misplaced);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), pages };
  }
}
