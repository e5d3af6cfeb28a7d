import { compare } from '../../util/compare.ts';
import type { Akt } from '../akt.ts';
import { isBekraftad, isLevande } from '../bestallning/urval.ts';
import { isOppenBevakning } from '../bevakning/records.ts';
import { standigtBifall } from '../pagaende.ts';
import type { Post } from '../post.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import { slutarEfter } from '../verkstallighet/avslut.ts';

/** The kinds of parts that are open until the case is closed, in the order of the list. */
const delar = ['utredning', 'beslut', 'bestallning', 'verkstallighet', 'bevakning'] as const;
export type Del = (typeof delar)[number];

/** An open part of the case, and what closing does to it (AVSL-01, AVSL-03). */
export type AttAvsluta = {
  type: Del;
  id: string;
  /**
   * `slutdatum`: it gets the day as its end. `tasBort`: it is taken back, for nobody has confirmed it. `paborjasInte`: it was to begin
   * after the day, and never does.
   */
  atgard: 'slutdatum' | 'tasBort' | 'paborjasInte';
  /** The day it begins; none for what is taken back. */
  fran?: string;
  /** An utredning that began after the day: nothing can end before it starts. */
  hinder?: 'datum-fore';
};
export type Avslutning = {
  delar: AttAvsluta[];
  /** The ids to acknowledge: `kvitterat` of arende.avsluta. */
  kvitterat: string[];
  /** The first day on which every utredning can end; undefined when none is open. */
  tidigast: string | undefined;
  /** Ej behandlade aktualiseringar: they stay, to be examined (UTR-07). */
  kvarstar: string[];
};

/**
 * All that is open in a case on a day: what Avsluta ärende lists, what it closes, and what stands in its way (FORB-43). A part
 * with an end date on the day or before it is closed already.
 */
export function attAvsluta(akt: Akt, datum: string): Avslutning {
  const slutar = <T>(type: Del, posts: Post<T>[], start: (data: T) => string): AttAvsluta[] =>
    posts.map(({ id, data }) => {
      const fran = start(data);
      if (fran <= datum) return { type, id, atgard: 'slutdatum', fran };
      return type === 'utredning'
        ? { type, id, atgard: 'slutdatum', fran, hinder: 'datum-fore' }
        : { type, id, atgard: 'paborjasInte', fran };
    });
  const tasBort = (type: Del, posts: Post<unknown>[]): AttAvsluta[] => posts.map(({ id }) => ({ type, id, atgard: 'tasBort' }));

  const oppna = oppnaDelar(akt, datum);
  const alla = [
    ...slutar('utredning', oppna.utredningar, ({ startdatum }) => startdatum),
    ...slutar('beslut', oppna.beslut, ({ giltigFran }) => giltigFran),
    ...tasBort('bestallning', oppna.obekraftade),
    ...slutar('bestallning', oppna.bestallningar, ({ gallerFran }) => gallerFran),
    ...slutar('verkstallighet', oppna.verkstalligheter, ({ startdatum }) => startdatum),
    ...tasBort('bevakning', oppna.bevakningar),
  ];
  return {
    delar: alla,
    kvitterat: alla.map(({ id }) => id).sort(compare),
    tidigast: oppna.utredningar
      .map(({ data }) => data.startdatum)
      .sort(compare)
      .at(-1),
    kvarstar: akt.aktualiseringar.filter(({ data }) => data.utredningId === undefined).map(({ id }) => id),
  };
}

/** The open parts themselves. An order nobody has confirmed is open whatever its dates. */
export function oppnaDelar(akt: Akt, datum: string) {
  const levande = akt.bestallningar.filter(({ data }) => isLevande(data));
  return {
    utredningar: akt.utredningar.filter(({ data }) => isOpenUtredning(data)),
    beslut: akt.beslut.filter(({ data }) => standigtBifall(data) && slutarEfter(data.giltigTom, datum)),
    obekraftade: levande.filter(({ data }) => !isBekraftad(data)),
    bestallningar: levande.filter(({ data }) => isBekraftad(data) && slutarEfter(data.gallerTom, datum)),
    verkstalligheter: akt.verkstalligheter.filter(({ data }) => !data.aldrigPaborjad && slutarEfter(data.slutdatum, datum)),
    // A role's tells of what it is to look into, whether the case goes on or not: it is theirs to take away.
    bevakningar: akt.bevakningar.filter(({ data }) => isOppenBevakning(data) && data.bevakasAvRoll === undefined),
  };
}
