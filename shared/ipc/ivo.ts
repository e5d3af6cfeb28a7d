import type { Dokumentfel } from '../domain/dokument/fel.ts';
import type { Ivobrist, Rapportlage, Rattelse } from '../domain/ivo/rad.ts';
import type { Erbjudande, Ivouppgift } from '../domain/ivo/records.ts';
import type { Ivorad, Ivosiffra } from '../domain/klocka/ivo.ts';
import type { PersonRad } from './views.ts';

/**
 * A beslut of the quarter's report. `vem`: who answers for it now, `min`: whether that is the user. Of a kund with skyddad folkbokföring no text is
 * given: it is read in the akt, which asks for a reason.
 */
export type IvoradVy = Ivorad &
  Rapportlage & {
    person: PersonRad;
    min: boolean;
    vem: string;
    saknas: Ivobrist[];
    /** What has been corrected since it was reported. */
    rattade: Rattelse[];
    uppgift?: Ivouppgift;
    /** The earliest first. */
    erbjudanden: Erbjudande[];
  };
/**
 * `klar`: false while some akter wait to have theirs computed. `siffror`: for fullmäktige, of the whole unit. `forra`: rows of the quarter before that
 * are not reported.
 */
export type IvoVy = { klar: boolean; rader: IvoradVy[]; siffror: Ivosiffra[]; forra: number };

/** What was written, and how many kunder were left out because they are protected; or what the municipality lacks for a PDF. */
export type Ivoexport = { ok: true; fil: string; rader: number; skyddade: number } | { ok: false; saknas: Dokumentfel[] };
