import { swedishDay } from '../../util/datum.ts';
import type { Aviseras, Change, Context, Lasbart, RejectionCode, State } from '../command.ts';
import { enhetOf } from '../enhet.ts';
import { etjanstId } from '../etjanst/records.ts';
import { godkannandeSlut } from '../etjanst/regler.ts';
import { displayName, type Person } from '../person/records.ts';
import type { Samtycke } from '../samtycke/records.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import type { Medborgare } from './records.ts';

/** The kund herself, or somebody near who is approved. */
export type TillMedborgare = { slag: 'kund' } | { slag: 'narstaende'; godkannandeId: string };

/** Whether a message comes to a citizen: at once, or when the night has activated them (FORB-63); or why it never will. */
export type Nabarhet = { lage: 'aktiv' | 'vantar'; till: Medborgare } | { hinder: RejectionCode };

/**
 * The one rule of who may be written to in the e-service, asked by the form, by what is sent, and again when what waited is to be delivered.
 * @param akt of the kund it is about
 * @param dag Swedish day
 * @param enhet whose case it is about: somebody near has to do with the unit that approved them, and no other (OSL 26:1). Absent = it is not chosen yet
 */
export function nabarhet(akt: Pick<Lasbart, 'get'>, personId: string, till: TillMedborgare, dag: string, enhet?: string): Nabarhet {
  const person = akt.get('person', personId);
  if (!person) return { hinder: 'finns-inte' };
  if (person.avliden !== undefined) return { hinder: 'mottagaren-avliden' };
  if (person.skydd === 'skyddadFolkbokforing') return { hinder: 'mottagaren-skyddad' };
  return till.slag === 'kund' ? kundensEgen(akt, personId, person) : narstaendes(akt, person, till.godkannandeId, dag, enhet);
}

function kundensEgen(akt: Pick<Lasbart, 'get'>, personId: string, person: Person): Nabarhet {
  const aktiveringId = etjanstId(personId);
  const etjanst = akt.get('etjanst', aktiveringId);
  if (!etjanst) return { hinder: 'etjanst-ej-aktiverad' };
  if (etjanst.lage === 'avslutad') return { hinder: 'etjanst-avslutad' };
  const namn = displayName(person);
  return {
    lage: etjanst.lage === 'aktiv' ? 'aktiv' : 'vantar',
    till: { slag: 'medborgare', namn, personnummer: person.personnummer, aktiveringId },
  };
}

function narstaendes(akt: Pick<Lasbart, 'get'>, person: Person, godkannandeId: string, dag: string, enhet: string | undefined): Nabarhet {
  const data = akt.get('godkannande', godkannandeId);
  if (!data) return { hinder: 'finns-inte' };
  if (enhet !== undefined && enhetOf('godkannande', data, person) !== enhet) return { hinder: 'annan-enhet' };
  if (data.lage === 'avslutad') return { hinder: 'godkannande-avslutat' };
  const samtycke = data.samtyckeId === undefined ? undefined : akt.get('samtycke', data.samtyckeId);
  const kontakt = akt.get('kontakt', data.till.kontaktId);
  if (data.skyddad || kontakt?.skyddad) return { hinder: 'mottagaren-skyddad' };
  const slut = godkannandeSlut(data, { person, kontakt, samtycke }, dag);
  if (slut === 'slutdatum') return { hinder: 'godkannande-utgatt' };
  if (slut === 'kontaktenBorta') return { hinder: 'kontakten-borta' };
  if (slut !== undefined) return { hinder: samtyckeshinderFor(samtycke) };
  if (data.fran > dag) return { hinder: 'godkannande-borjar-senare' };
  const { namn, personnummer } = data.till;
  return {
    lage: data.lage === 'aktiv' ? 'aktiv' : 'vantar',
    till: { slag: 'medborgare', namn, personnummer, aktiveringId: godkannandeId, godkannandeId },
  };
}

const samtyckeshinderFor = (samtycke: Samtycke | undefined): RejectionCode =>
  samtycke === undefined ? 'samtycke-saknas' : samtycke.aterkallat !== undefined ? 'samtycket-aterkallat' : 'samtycket-utgatt';

/** Whether the kund is one of the user's own (FORB-67): whose utredning, or aktualisering that nobody examines yet, is theirs. */
export const isEgenKund = (akt: Pick<Lasbart, 'list'>, anvandareId: string): boolean =>
  akt.list('utredning').some(({ data }) => data.ansvarigHandlaggareId === anvandareId) ||
  akt.list('aktualisering').some(({ data }) => data.utredningId === undefined && data.ansvarigHandlaggareId === anvandareId);

type Anvandarposter = ReturnType<typeof anvandareI>;
const anvandareI = (state: Pick<State, 'katalogLista'>) => state.katalogLista('anvandare');

/** Who may read what is about a kund of a unit. */
export const laserKunden = (
  { aktiv, roller, enheter, skyddadBehorighet }: Anvandarposter[number]['data'],
  { skydd }: Pick<Person, 'skydd'>,
  enhet: string | undefined,
): boolean =>
  aktiv &&
  roller.some((roll) => roll !== 'utforare') &&
  (enhet === undefined || enheter.includes(enhet)) &&
  (skydd !== 'skyddadFolkbokforing' || skyddadBehorighet);

/** The handläggare whom what a kund writes to a unit goes to (FORB-72): those of its open utredningar; of none open, of the latest. */
export function handlaggareFor(state: State, akt: Lasbart, person: Person, enhet: string): Anvandarposter {
  const dess = akt.list('utredning').filter(({ data }) => (enhetOf('utredning', data, person) ?? enhet) === enhet);
  const oppna = dess.filter(({ data }) => isOpenUtredning(data));
  const senast = [...dess].sort((a, b) => (a.data.startdatum < b.data.startdatum ? 1 : -1)).slice(0, 1);
  const ids = new Set((oppna.length > 0 ? oppna : senast).map(({ data }) => data.ansvarigHandlaggareId));
  return anvandareI(state).filter(({ id, data }) => ids.has(id) && laserKunden(data, person, enhet));
}

/** What is asked of a citizen's recipient, today, in a unit's case. */
export const nabarhetNu = (
  akt: Pick<Lasbart, 'get'>,
  personId: string,
  till: TillMedborgare,
  { now }: Pick<Context, 'now'>,
  enhet: string | undefined,
): Nabarhet => nabarhet(akt, personId, till, swedishDay(now), enhet);

/** Of what was delivered those it came to are told, each once (FORB-61). */
export const avisering = (changes: readonly Change[]): Aviseras[] =>
  changes.flatMap((change) => {
    if (change.op !== 'put' || change.type !== 'meddelande') return [];
    const { personId, till } = change.data;
    if (personId === undefined) return [];
    return till.flatMap((en): Aviseras[] =>
      en.slag === 'medborgare' && en.levererat !== undefined
        ? [{ handelse: `meddelande ${change.id} ${en.aktiveringId}`, slag: 'nytt', personId, postId: en.aktiveringId }]
        : [],
    );
  });
