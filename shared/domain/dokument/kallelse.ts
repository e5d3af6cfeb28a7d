import { z } from 'zod';
import { type IsoDate, svenskDag } from '../../util/datum.ts';
import { svensktKlockslag } from '../../util/klockslag.ts';
import { fail } from '../../util/result.ts';
import type { State } from '../command.ts';
import { day, line } from '../fields.ts';
import { klockslag } from '../mote/records.ts';
import { displayName } from '../person/records.ts';
import { richText } from '../text/text.ts';
import { type Dokumentfel, dokumentfel } from './fel.ts';
import { mottagareFor } from './mottagare.ts';
import { type Byggd, dokumentAv, mallrad, malltext, ramFor, stycken } from './ram.ts';

/** What a kallelse says: when and where, what it is about, and who is told when it cannot be. */
export const kallelseuppgifter = z.strictObject({
  motesdag: day,
  /** `HH:MM` */
  fran: klockslag,
  till: klockslag.optional(),
  plats: line(200).min(1),
  galler: line(500).min(1),
  /** Name, and how they are reached. */
  kontakt: line(200).min(1),
  /** What the user has to say besides. */
  text: richText.optional(),
});
export type Kallelseuppgifter = z.infer<typeof kallelseuppgifter>;

/** Why nobody can be called to a meeting at that time: it has been, or ends before it begins. @param idag the day of the letter */
export function tidshinder({ motesdag, fran, till }: Pick<Kallelseuppgifter, 'motesdag' | 'fran' | 'till'>, idag: IsoDate) {
  if (motesdag < idag) return 'motet-har-varit' as const;
  return till !== undefined && till <= fran ? ('slutar-fore' as const) : undefined;
}

type Val = Kallelseuppgifter & {
  personId: string;
  enhet: string | undefined;
  avsandareId: string;
  dag: IsoDate;
  mallId?: string | undefined;
  mottagareId?: string | undefined;
  utanSamtycke?: string | undefined;
};

/** A kallelse to the kund, or to one who speaks for them: a letter whose words are the municipality's, and whose time, place and matter are the user's. */
export function kallelse(state: Pick<State, 'get' | 'list' | 'katalogLista' | 'katalog'>, val: Val): Byggd {
  const { personId, enhet, avsandareId, dag, mallId, motesdag, fran, till, plats, galler, kontakt, text, mottagareId, utanSamtycke } = val;
  const person = state.get('person', personId);
  const avsandare = state.katalog('anvandare', avsandareId);
  if (!person || !avsandare) return fail([dokumentfel('finns-inte', personId)]);
  const mottagare = mottagareFor(state, personId, mottagareId, { enhet, dag, utanSamtycke });
  if (!mottagare.ok) return mottagare;
  const hinder: Dokumentfel['kod'] | undefined = tidshinder(val, dag);
  if (hinder) return fail([dokumentfel(hinder)]);
  const ram = ramFor(state, { kod: 'kallelse', dag, enhet, mallId });
  if (!ram.ok) return ram;
  const tider = [fran, till].flatMap((one) => (one === undefined ? [] : svensktKlockslag(one))).join('–');
  const { medVeckodag, utan } = svenskDag(motesdag);
  const varden = { kontakt, plats, dag: utan };
  return dokumentAv(ram.value, {
    titel: varden,
    uppgifter: [
      { etikett: 'Datum', varde: dag },
      { etikett: 'Handläggare', varde: `${avsandare.namn}, ${avsandare.titel}` },
      // What the meeting is about has the word "Gäller" below.
      ...mottagare.value.galler.map(({ varde }) => ({ etikett: 'Kund', varde })),
    ],
    mottagare: mottagare.value.rader,
    delar: [
      ...stycken(malltext(ram.value, 'inledning', varden)),
      {
        slag: 'uppgifter',
        rader: [
          { etikett: 'När', varde: `${medVeckodag} kl. ${tider}` },
          { etikett: 'Var', varde: plats },
          { etikett: 'Gäller', varde: galler },
          { etikett: 'Kontakt', varde: kontakt },
        ],
      },
      ...(text === undefined ? [] : [{ slag: 'text' as const, text }]),
      { slag: 'rubrik', niva: 2, text: mallrad(ram.value, 'rubrik.forhinder', varden) },
      ...stycken(malltext(ram.value, 'forhinder', varden)),
      { slag: 'rubrik', niva: 2, text: mallrad(ram.value, 'rubrik.stod', varden) },
      ...stycken(malltext(ram.value, 'stod', varden)),
      { slag: 'underskrift', rader: [avsandare.namn, avsandare.titel] },
    ],
    lopande: displayName(person),
  });
}
