import { yymmdd } from '../util/datum.ts';

type Period = { startdatum: string; slutdatum?: string | undefined };

const period = ({ startdatum, slutdatum }: Period): string => `${yymmdd(startdatum)}-${slutdatum ? yymmdd(slutdatum) : ''}`;

/** `LSS Utredning 230101-230102` (TRAD-02). */
export const etikettUtredning = (u: Period & { typ: string }): string => `${u.typ} ${period(u)}`;

/** `Korttidsvistelse-insatser LSS 230101- – Lss, Barn/Ungdom 1` (TRAD-03; separator FRAGA-07). */
export const etikettVerkstallighet = (v: Period & { insatskategori: string }, utforare: string): string =>
  `${v.insatskategori} ${period(v)} – ${utforare}`;
