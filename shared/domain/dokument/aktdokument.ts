import { compare } from '../../util/compare.ts';
import { type IsoDate, swedishDay } from '../../util/datum.ts';
import { fail } from '../../util/result.ts';
import { type Anteckning, type DokumentationRef, journalRubrik } from '../anteckning/records.ts';
import type { State } from '../command.ts';
import { enhetOf } from '../enhet.ts';
import { etikettUtredning, etikettVerkstallighet } from '../etikett.ts';
import type { Rubrik } from '../katalog/records.ts';
import { rubrikerFor } from '../katalog/rubriker.ts';
import { displayName } from '../person/records.ts';
import { isEmptyText } from '../text/text.ts';
import { dokumentfel } from './fel.ts';
import type { Del } from './modell.ts';
import { type Byggd, dokumentAv, kundensUppgifter, ramFor } from './ram.ts';
import { texthinder, utskriftshinder } from './utskrift.ts';

type Las = Pick<State, 'get' | 'list' | 'katalogLista' | 'katalog'>;
type Val = { personId: string; dag: IsoDate; mallId?: string | undefined };

/** Who signed, or that nobody has, and that it is crossed out: unsigned text is work in progress and says so on paper. */
const underskriven = ({ signerad, felmarkerad }: Anteckning): string =>
  [
    signerad ? `Signerad ${swedishDay(signerad.at)} av ${signerad.namn}` : 'Inte signerad',
    ...(felmarkerad ? [`Felmarkerad ${swedishDay(felmarkerad.at)} av ${felmarkerad.namn}: ${felmarkerad.orsak}`] : []),
  ].join('. ');

const noter = (state: Las, ref: DokumentationRef): Anteckning[] =>
  state
    .list('anteckning', { dokumentationId: ref.id })
    .map(({ data }) => data)
    .filter(({ dokumentation }) => dokumentation.slag === ref.slag && dokumentation.id === ref.id)
    .sort((a, b) => compare(a.handelsedatum, b.handelsedatum) || compare(a.skapad.at, b.skapad.at));

/** The Utredningsdokument with its rubriker in the order of its rubrikmall; rubriker without text are left out. */
export function utredningsdokument(state: Las, { personId, utredningId, dag, mallId }: Val & { utredningId: string }): Byggd {
  const [person, utredning] = [state.get('person', personId), state.get('utredning', utredningId)];
  if (!person || !utredning) return fail([dokumentfel('finns-inte', utredningId)]);
  const hinder = utskriftshinder(state, { slag: 'utredning', id: utredningId });
  if (hinder) return fail([hinder]);
  const ram = ramFor(state, {
    kod: 'utredning',
    dag,
    enhet: enhetOf('utredning', utredning, person),
    utredningstyp: utredning.typ,
    mallId,
  });
  if (!ram.ok) return ram;
  const texter = noter(state, { slag: 'utredning', id: utredningId }).filter(
    ({ rubrikKod, text, felmarkerad }) => rubrikKod !== journalRubrik && !felmarkerad && !isEmptyText(text),
  );
  const mallar = state.katalogLista('rubrikmall').map(({ data }) => data);
  const handlaggare = state.katalog('anvandare', utredning.ansvarigHandlaggareId);
  return dokumentAv(ram.value, {
    titel: { namn: displayName(person), typ: utredning.typ },
    uppgifter: [
      ...kundensUppgifter(person),
      { etikett: 'Utredning', varde: etikettUtredning(utredning) },
      { etikett: 'Ansökan inkom', varde: utredning.inkomDatum },
      ...(handlaggare ? [{ etikett: 'Handläggare', varde: `${handlaggare.namn}, ${handlaggare.titel}` }] : []),
      { etikett: 'Utskriven', varde: dag },
    ],
    delar: [
      ...rubrikdelar(rubrikerFor(mallar, 'utredning', utredning.typ), texter, 2),
      ...utanRubrik(
        mallar.flatMap(({ rubriker }) => rubriker),
        texter,
      ),
    ],
    lopande: displayName(person),
  });
}

function rubrikdelar(rubriker: Rubrik[], texter: Anteckning[], niva: 2 | 3 | 4): Del[] {
  return rubriker.flatMap((rubrik) => {
    const egna = texter.filter(({ rubrikKod }) => rubrikKod === rubrik.kod);
    const under = rubrikdelar(rubrik.underrubriker ?? [], texter, niva === 2 ? 3 : 4);
    return egna.length + under.length === 0
      ? []
      : [{ slag: 'rubrik', niva, text: rubrik.titel } as const, ...egna.flatMap(textdelar), ...under];
  });
}

const textdelar = (anteckning: Anteckning): Del[] => [
  { slag: 'text', text: anteckning.text },
  { slag: 'stycke', text: underskriven(anteckning), dampad: true },
];

/** Text whose rubrik no mall has any longer is not left out. */
function utanRubrik(rubriker: Rubrik[], texter: Anteckning[]): Del[] {
  const kanda = (alla: Rubrik[]): string[] => alla.flatMap(({ kod, underrubriker }) => [kod, ...kanda(underrubriker ?? [])]);
  const koder = new Set(kanda(rubriker));
  const kvar = texter.filter(({ rubrikKod }) => !koder.has(rubrikKod));
  return kvar.length === 0 ? [] : [{ slag: 'rubrik', niva: 2, text: 'Övrigt' }, ...kvar.flatMap(textdelar)];
}

/** The notes of an utredning's journal, or of a verkställighet, the oldest first; those that are felmarkerade say so. */
export function journal(state: Las, { personId, dokumentation, dag, mallId }: Val & { dokumentation: DokumentationRef }): Byggd {
  const person = state.get('person', personId);
  const etikett = dokumentationensNamn(state, dokumentation);
  if (!person || etikett === undefined) return fail([dokumentfel('finns-inte', dokumentation.id)]);
  const hinder = texthinder(state, dokumentation);
  if (hinder) return fail([hinder]);
  const post = state.get(dokumentation.slag, dokumentation.id) ?? {};
  const ram = ramFor(state, { kod: 'journal', dag, enhet: enhetOf(dokumentation.slag, post, person), mallId });
  if (!ram.ok) return ram;
  const egna = noter(state, dokumentation).filter(
    ({ rubrikKod }) => dokumentation.slag === 'verkstallighet' || rubrikKod === journalRubrik,
  );
  return dokumentAv(ram.value, {
    titel: { namn: displayName(person), dokumentation: etikett },
    uppgifter: [...kundensUppgifter(person), { etikett: 'Dokumentation', varde: etikett }, { etikett: 'Utskriven', varde: dag }],
    delar: egna.flatMap(notdelar),
    lopande: displayName(person),
  });
}

const notdelar = (anteckning: Anteckning): Del[] => [
  { slag: 'rubrik', niva: 2, text: [anteckning.handelsedatum, anteckning.titel].filter(Boolean).join(' ') },
  ...textdelar(anteckning),
];

/** One note. One that is felmarkerad says so, with its reason: it is crossed out, not gone. */
export function anteckningsdokument(state: Las, { personId, anteckningId, dag, mallId }: Val & { anteckningId: string }): Byggd {
  const [person, anteckning] = [state.get('person', personId), state.get('anteckning', anteckningId)];
  if (!person || !anteckning) return fail([dokumentfel('finns-inte', anteckningId)]);
  const hinder = texthinder(state, anteckning.dokumentation);
  if (hinder) return fail([hinder]);
  const ram = ramFor(state, { kod: 'anteckning', dag, enhet: enhetOf('anteckning', anteckning, person), mallId });
  if (!ram.ok) return ram;
  if (!anteckning.signerad) return fail([dokumentfel('anteckning-osignerad', anteckningId)]);
  return dokumentAv(ram.value, {
    titel: { namn: displayName(person), titel: anteckning.titel ?? 'Anteckning' },
    uppgifter: [
      ...kundensUppgifter(person),
      { etikett: 'Händelsedatum', varde: anteckning.handelsedatum },
      { etikett: 'Dokumentation', varde: dokumentationensNamn(state, anteckning.dokumentation) ?? '' },
    ],
    delar: textdelar(anteckning),
    lopande: displayName(person),
  });
}

function dokumentationensNamn(state: Las, { slag, id }: DokumentationRef): string | undefined {
  if (slag === 'utredning') {
    const utredning = state.get('utredning', id);
    return utredning && etikettUtredning(utredning);
  }
  const verkstallighet = state.get('verkstallighet', id);
  return verkstallighet && etikettVerkstallighet(verkstallighet, state.katalog('utforare', verkstallighet.utforareId)?.namn ?? '');
}
