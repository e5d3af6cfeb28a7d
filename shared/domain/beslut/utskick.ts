import { swedishDay } from '../../util/datum.ts';
import { andraId } from '../andra-id.ts';
import { arHandlaggare } from '../behorighet.ts';
import type { Bevakning } from '../bevakning/records.ts';
import type { Change, Context, State } from '../command.ts';
import { signaturOf } from '../command.ts';
import type { Dokument } from '../dokument/records.ts';
import { type Etjanst, etjanstId } from '../etjanst/records.ts';
import type { Insats } from '../katalog/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { vardenAv } from '../katalog/varden.ts';
import { isLass } from '../pagaende.ts';
import type { Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import type { Beslut } from './records.ts';

/** What the kind of document is known by that a minute is, in the list `dokumenttyp`. */
export const protokollKod = 'protokoll';

/** Nothing of a LASS-beslut is sent, nor what the catalogue says is not (FRAGA-48). */
export const skickas = (insatser: Post<Insats>[], beslut: Beslut): boolean =>
  !beslut.felmarkerad && !isLass(beslut) && !(beslut.utfall === 'bifall' && insatsAv(insatser, beslut)?.data.bifall.utskrift === false);

type Handling = { data: Pick<Dokument, 'knytsTill' | 'typ' | 'felmarkerad'> };
/**
 * Whether a beslut must not leave before the signed protokoll is filed with it (DELEG-03, FORB-75).
 * @param protokolltyper the kinds of document that are one
 */
export function vantarPaProtokoll(
  { id, data }: { id: string; data: Pick<Beslut, 'beslutsfattare' | 'felmarkerad'> },
  handlingar: readonly Handling[],
  protokolltyper: readonly string[],
): boolean {
  if (data.felmarkerad || data.beslutsfattare?.slag !== 'individutskottet') return false;
  return !handlingar.some(
    ({ data: { knytsTill, typ, felmarkerad } }) =>
      knytsTill.type === 'beslut' && knytsTill.id === id && !felmarkerad && protokolltyper.includes(typ),
  );
}

/** How a beslut reaches the kund: never by itself to who is protected, and by the e-service alone where that works (FORB-59). */
export type Utskicksvag = 'skyddad' | 'post' | 'etjanstFinns';
export const utskicksvag = ({ skydd }: Pick<Person, 'skydd'>, etjanst: Pick<Etjanst, 'lage'> | undefined): Utskicksvag =>
  skydd !== 'ingen' ? 'skyddad' : etjanst?.lage === 'aktiv' ? 'etjanstFinns' : 'post';

const text: Record<Utskicksvag, string> = {
  skyddad: 'Kunden har skyddade personuppgifter. Kontrollera vart beslutet får skickas.',
  post: 'E-tjänsten är inte aktiv. Skicka beslutet med post.',
  etjanstFinns: 'Skriv ut beslutet och skicka det med post.',
};
const vantan = ' Vänta på det signerade protokollet.';

/**
 * The task to send what has been decided (FORB-59), where the unit wants one: one for what was decided together, with whoever decided, or else with
 * the utredning's handläggare.
 */
export function bevakaUtskick(
  state: Pick<State, 'get' | 'katalog' | 'katalogLista'>,
  { personId, enhet, ansvarigId, beslut }: { personId: string; enhet: string | undefined; ansvarigId: string; beslut: Post<Beslut>[] },
  context: Context,
): Change[] {
  const person = state.get('person', personId);
  const insatser = state.katalogLista('insats');
  const forsta = beslut.find(({ data }) => skickas(insatser, data));
  const vill = vardenAv(state, 'enhet').some(({ kod, bevakaUtskick: on }) => on === true && kod === enhet);
  if (!person || !forsta || !vill) return [];
  const vag = utskicksvag(person, state.get('etjanst', etjanstId(personId)));
  const vantar = beslut.some(({ data }) => data.beslutsfattare?.slag === 'individutskottet');
  const { id, ...egen } = context.actor;
  const data: Bevakning = {
    ...(enhet === undefined ? {} : { enhet }),
    ...{
      datum: swedishDay(context.now),
      status: 'Ej påbörjad' as const,
      typ: 'Skicka beslut',
      text: `${text[vag]}${vantar ? vantan : ''}`,
    },
    bevakasAvId: arHandlaggare(egen) ? id : ansvarigId,
    ref: { type: 'beslut', id: forsta.id },
    skapad: signaturOf(context),
  };
  // Made again by the same operation it is the same.
  return [{ op: 'put', type: 'bevakning', id: andraId(forsta.id, 40), data }];
}
