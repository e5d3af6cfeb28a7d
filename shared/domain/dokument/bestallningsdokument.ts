import type { IsoDate } from '../../util/datum.ts';
import { fail } from '../../util/result.ts';
import { visaOmfattning } from '../beslut/timmar.ts';
import type { State } from '../command.ts';
import { enhetOf } from '../enhet.ts';
import { etikettBeslut } from '../etikett.ts';
import { displayName, type Person } from '../person/records.ts';
import { fromPlainText, type RichText } from '../text/text.ts';
import { dokumentfel } from './fel.ts';
import type { Del, Uppgift } from './modell.ts';
import { mottagareFor } from './mottagare.ts';
import { type Byggd, dokumentAv, kundensUppgifter, mottagarrader, ramFor } from './ram.ts';

type Las = Pick<State, 'get' | 'list' | 'katalogLista' | 'katalog'>;

/** What of a beställning is printed, as it is ticked (UTSK-09). */
export const bestallningsdelar = ['kund', 'beslut', 'insatser', 'bestallningstext', 'bifogadAnteckning', 'bekraftelse'] as const;
export type Bestallningsdel = (typeof bestallningsdelar)[number];

type Bestallningsval = {
  personId: string;
  bestallningId: string;
  delar: readonly Bestallningsdel[];
  dag: IsoDate;
  mallId?: string | undefined;
};

/** A beställning with the parts that were chosen; those that hold nothing are left out (UTSK-09). */
export function bestallningsdokument(state: Las, { personId, bestallningId, delar, dag, mallId }: Bestallningsval): Byggd {
  const [person, bestallning] = [state.get('person', personId), state.get('bestallning', bestallningId)];
  if (!person || !bestallning) return fail([dokumentfel('finns-inte', bestallningId)]);
  const ram = ramFor(state, { kod: 'bestallning', dag, enhet: enhetOf('bestallning', bestallning, person), mallId });
  if (!ram.ok) return ram;
  const utforare = state.katalog('utforare', bestallning.utforareId)?.namn ?? '';
  const beslut = bestallning.utanBeslut ? undefined : state.get('beslut', bestallning.beslutId);
  const { omfattning, bestallare, bekraftad, bekraftelse, bestallningstext, bifogadAnteckning } = bestallning;
  const period = bestallning.gallerTom === undefined ? 'tills vidare' : `till och med ${bestallning.gallerTom}`;
  const uppgifter: Record<Exclude<Bestallningsdel, 'bestallningstext' | 'bifogadAnteckning'>, Uppgift[]> = {
    kund: kundrader(person),
    beslut: beslut ? [{ etikett: 'Beslut', varde: etikettBeslut(beslut) }] : [],
    insatser: [
      { etikett: 'Insatser', varde: bestallning.insatser.join(', ') },
      ...(omfattning ? [{ etikett: 'Omfattning', varde: visaOmfattning(omfattning) }] : []),
      { etikett: 'Gäller', varde: `från och med ${bestallning.gallerFran} ${period}` },
    ],
    bekraftelse: bekraftad ? [{ etikett: 'Bekräftad', varde: [bekraftad, bekraftelse?.namn].filter(Boolean).join(', ') }] : [],
  };
  const rubriker: Record<Bestallningsdel, string> = {
    kund: 'Kund',
    beslut: 'Beslut',
    insatser: 'Det som beställs',
    bestallningstext: 'Beställningstext',
    bifogadAnteckning: 'Bifogad anteckning',
    bekraftelse: 'Bekräftelse',
  };
  const texter = { bestallningstext, bifogadAnteckning };
  const delAv = (del: Bestallningsdel): Del[] => {
    if (del === 'bestallningstext' || del === 'bifogadAnteckning')
      return texter[del] ? [{ slag: 'text', text: fromPlainText(texter[del]) }] : [];
    return uppgifter[del].length > 0 ? [{ slag: 'uppgifter', rader: uppgifter[del] }] : [];
  };
  return dokumentAv(ram.value, {
    titel: { namn: displayName(person), utforare },
    uppgifter: [
      { etikett: 'Beställt', varde: bestallning.bestalltDatum },
      { etikett: 'Utförare', varde: utforare },
      ...(bestallare ? [{ etikett: 'Beställare', varde: bestallare.namn }] : []),
      { etikett: 'Utskriven', varde: dag },
    ],
    delar: bestallningsdelar
      .filter((del) => delar.includes(del))
      .flatMap((del): Del[] => {
        const innehall = delAv(del);
        return innehall.length === 0 ? [] : [{ slag: 'rubrik', niva: 2, text: rubriker[del] }, ...innehall];
      }),
    lopande: displayName(person),
  });
}

/** Of a protected person neither address nor telephone stands on paper. */
function kundrader(person: Person): Uppgift[] {
  const [, ...adress] = mottagarrader(person);
  const telefon = person.skydd === 'ingen' ? person.telefon : undefined;
  return [
    ...kundensUppgifter(person),
    ...(adress.length > 0 ? [{ etikett: 'Adress', varde: adress.join(', ') }] : []),
    ...(telefon ? [{ etikett: 'Telefon', varde: telefon }] : []),
  ];
}

/** A letter to the kund, or to one who may be told of them: the user's own words. */
export function brev(state: Las, { personId, enhet, titel, text, avsandareId, dag, mallId, mottagareId, utanSamtycke }: Brevval): Byggd {
  const person = state.get('person', personId);
  const avsandare = state.katalog('anvandare', avsandareId);
  if (!person || !avsandare) return fail([dokumentfel('finns-inte', personId)]);
  const till = mottagareFor(state, personId, mottagareId, { enhet, dag, utanSamtycke });
  if (!till.ok) return till;
  const ram = ramFor(state, { kod: 'brev', dag, enhet, mallId });
  if (!ram.ok) return ram;
  return dokumentAv(ram.value, {
    titel: { titel },
    uppgifter: [
      { etikett: 'Datum', varde: dag },
      { etikett: 'Handläggare', varde: `${avsandare.namn}, ${avsandare.titel}` },
      ...till.value.galler,
    ],
    mottagare: till.value.rader,
    delar: [
      { slag: 'text', text },
      { slag: 'underskrift', rader: [avsandare.namn, avsandare.titel] },
    ],
    lopande: displayName(person),
  });
}
export type Brevval = {
  personId: string;
  enhet: string | undefined;
  titel: string;
  text: RichText;
  avsandareId: string;
  dag: IsoDate;
  mallId?: string | undefined;
  mottagareId?: string | undefined;
  utanSamtycke?: string | undefined;
};
