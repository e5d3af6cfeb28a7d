import { compare } from '../../util/compare.ts';
import { type IsoDate, swedishDay } from '../../util/datum.ts';
import { fail } from '../../util/result.ts';
import { type Anteckning, type DokumentationRef, journalRubrik, nottitel } from '../anteckning/records.ts';
import type { State } from '../command.ts';
import { enhetOf } from '../enhet.ts';
import { etikettUtredning, etikettVerkstallighet } from '../etikett.ts';
import type { Rubrik } from '../katalog/records.ts';
import { rubrikerFor } from '../katalog/rubriker.ts';
import { displayName } from '../person/records.ts';
import type { Post } from '../post.ts';
import { isEmptyText } from '../text/text.ts';
import { dokumentfel } from './fel.ts';
import type { Del } from './modell.ts';
import { type Byggd, dokumentAv, kundensUppgifter, ramFor } from './ram.ts';
import { texthinder, utskriftshinder } from './utskrift.ts';
import type { Dokumentval } from './val.ts';

type Las = Pick<State, 'get' | 'list' | 'katalogLista' | 'katalog'>;
type Val = { personId: string; dag: IsoDate; mallId?: string | undefined };

/** Who signed, and that it is crossed out. */
const underskriven = ({ signerad, felmarkerad }: Anteckning): string =>
  [
    ...(signerad ? [`Signerad ${swedishDay(signerad.at)} av ${signerad.namn}`] : []),
    ...(felmarkerad ? [`Felmarkerad ${swedishDay(felmarkerad.at)} av ${felmarkerad.namn}: ${felmarkerad.orsak}`] : []),
  ].join('. ');

type Texter = { signerade: Anteckning[]; osignerade: Post<Anteckning>[] };

/** The texts that a document is of, the oldest first; those that are not signed are work in progress and left out of it (PDF-05). */
function texter(state: Pick<State, 'list'>, ref: DokumentationRef, hor: (anteckning: Anteckning) => boolean): Texter {
  const alla = state
    .list('anteckning', { dokumentationId: ref.id })
    .filter(({ data }) => data.dokumentation.slag === ref.slag && data.dokumentation.id === ref.id && hor(data))
    .sort((a, b) => compare(a.data.handelsedatum, b.data.handelsedatum) || compare(a.data.skapad.at, b.data.skapad.at));
  return {
    signerade: alla.flatMap(({ data }) => (data.signerad ? [data] : [])),
    osignerade: alla.filter(({ data }) => !data.signerad && !isEmptyText(data.text)),
  };
}
const iDokumentet = ({ rubrikKod, text, felmarkerad }: Anteckning): boolean =>
  rubrikKod !== journalRubrik && !felmarkerad && !isEmptyText(text);
const iJournalen =
  ({ slag }: DokumentationRef) =>
  ({ rubrikKod }: Anteckning): boolean =>
    slag === 'verkstallighet' || rubrikKod === journalRubrik;

/** The texts that are left out of the chosen document since they are not signed (PDF-05), in the order they would stand. */
export function utelamnade(state: Pick<State, 'list'>, val: Dokumentval): Post<Anteckning>[] {
  if (val.slag === 'utredning') return texter(state, { slag: 'utredning', id: val.utredningId }, iDokumentet).osignerade;
  return val.slag === 'journal' ? texter(state, val.dokumentation, iJournalen(val.dokumentation)).osignerade : [];
}

/** Where something is written and nothing of it is signed there is no document yet. */
const ingetSignerat = ({ signerade, osignerade: [forsta] }: Texter) =>
  signerade.length === 0 && forsta ? fail([dokumentfel('texter-osignerade', forsta.id)]) : undefined;

/** The Utredningsdokument with its rubriker in the order of its rubrikmall; rubriker without a signed text are left out. */
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
  const skrivna = texter(state, { slag: 'utredning', id: utredningId }, iDokumentet);
  const inget = ingetSignerat(skrivna);
  if (inget) return inget;
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
      ...rubrikdelar(rubrikerFor(mallar, 'utredning', utredning.typ), skrivna.signerade, 2),
      ...utanRubrik(
        mallar.flatMap(({ rubriker }) => rubriker),
        skrivna.signerade,
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

/** The signed notes of an utredning's journal, or of a verkställighet, the oldest first; those that are felmarkerade say so. */
export function journal(state: Las, { personId, dokumentation, dag, mallId }: Val & { dokumentation: DokumentationRef }): Byggd {
  const person = state.get('person', personId);
  const etikett = dokumentationensNamn(state, dokumentation);
  if (!person || etikett === undefined) return fail([dokumentfel('finns-inte', dokumentation.id)]);
  const hinder = texthinder(state, dokumentation);
  if (hinder) return fail([hinder]);
  const post = state.get(dokumentation.slag, dokumentation.id) ?? {};
  const ram = ramFor(state, { kod: 'journal', dag, enhet: enhetOf(dokumentation.slag, post, person), mallId });
  if (!ram.ok) return ram;
  const skrivna = texter(state, dokumentation, iJournalen(dokumentation));
  const inget = ingetSignerat(skrivna);
  if (inget) return inget;
  return dokumentAv(ram.value, {
    titel: { namn: displayName(person), dokumentation: etikett },
    uppgifter: [...kundensUppgifter(person), { etikett: 'Dokumentation', varde: etikett }, { etikett: 'Utskriven', varde: dag }],
    delar: skrivna.signerade.flatMap(notdelar),
    lopande: displayName(person),
  });
}

const notdelar = (anteckning: Anteckning): Del[] => [
  { slag: 'rubrik', niva: 2, text: [anteckning.handelsedatum, nottitel(anteckning)].filter(Boolean).join(' ') },
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
      ...(anteckning.typ ? [{ etikett: 'Typ', varde: anteckning.typ }] : []),
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
