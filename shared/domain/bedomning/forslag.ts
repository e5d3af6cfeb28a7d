import type { Beslut } from '../beslut/records.ts';
import type { Actor } from '../command.ts';
import type { Insats, Instrument } from '../katalog/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { oppnaLssInsatserna } from '../lss-insatser.ts';
import type { Post } from '../post.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';

/** The need a level of a function stands for (BEDOM-05); undefined until a level of the instrument is chosen. */
export const poangFor = (instrument: Instrument, kod: string, niva: string | undefined): number | undefined =>
  instrument.funktioner.find((funktion) => funktion.kod === kod)?.nivaer.find((one) => one.niva === niva)?.poang;

/** The instrument that a bifall is assessed by (BESLUT-DV-04, BEDOM-03); undefined when there is none. */
export function instrumentFor(beslut: Beslut, insatser: Post<Insats>[]): string | undefined {
  if (beslut.utfall !== 'bifall' || beslut.felmarkerad) return undefined;
  return insatsAv(insatser, beslut)?.data.instrumentId;
}

export type BedomningForslag = {
  instrumentId: string;
  beslutId: string;
  utredningId: string;
  /** The beslutsdatum (BEDOM-04). */
  datum: string;
  utforsAv: string;
  /** The one LSS Insatser that is open (FORB-44); undefined = the user opens or chooses one first (BEDOM-01). */
  verkstallighetId: string | undefined;
};

/** A form filled from the bifall (BEDOM-03, BEDOM-04, FORB-44). Its functions are all untouched. Undefined: nothing to assess. */
export function bedomningsforslag(
  { id, data }: Post<Beslut>,
  insatser: Post<Insats>[],
  verkstalligheter: Post<Verkstallighet>[],
  actor: Pick<Actor, 'namn'>,
  today: string,
): BedomningForslag | undefined {
  const instrumentId = instrumentFor(data, insatser);
  if (instrumentId === undefined) return undefined;
  const oppna = oppnaLssInsatserna(verkstalligheter, today);
  return {
    ...{ instrumentId, beslutId: id, utredningId: data.utredningId, utforsAv: actor.namn },
    datum: data.beslutsdatum < today ? data.beslutsdatum : today,
    verkstallighetId: oppna.length === 1 ? oppna[0]?.id : undefined,
  };
}
