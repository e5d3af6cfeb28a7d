import { type IsoDate, svenskTid, swedishDay } from '../../util/datum.ts';
import { fail } from '../../util/result.ts';
import type { Aktualisering } from '../aktualisering/records.ts';
import type { State } from '../command.ts';
import { displayName } from '../person/records.ts';
import type { Post } from '../post.ts';
import { dokumentfel } from './fel.ts';
import { type Byggd, dokumentAv, kundensUppgifter, ramFor, stycken } from './ram.ts';
import type { Dokument } from './records.ts';

type Las = Pick<State, 'get' | 'katalogLista'>;
type Ansokan = Pick<NonNullable<Aktualisering['eansokan']>, 'inkom' | 'insats' | 'text' | 'telefon' | 'epost'>;

/**
 * An e-ansökan as it came in, whole (EANS-13, DOK-16). It is of the day it came in, so that it is the same document whenever it is made.
 * @param annans it was sent by another than the kund, of whom nothing stands in her akt (FORB-74)
 */
export function eansokansdokument(
  state: Las,
  {
    personId,
    ansokan,
    annans,
    enhet,
    mallId,
  }: { personId: string; ansokan: Ansokan; annans: boolean; enhet: string | undefined; mallId?: string | undefined },
): Byggd {
  const person = state.get('person', personId);
  if (!person) return fail([dokumentfel('finns-inte', personId)]);
  const dag: IsoDate = swedishDay(ansokan.inkom);
  const ram = ramFor(state, { kod: 'eansokan', dag, enhet, mallId });
  if (!ram.ok) return ram;
  const kontaktvag = annans ? [] : [ansokan.telefon, ansokan.epost].filter((one) => one !== undefined && one !== '');
  return dokumentAv(ram.value, {
    titel: { namn: displayName(person), insats: ansokan.insats, dag },
    uppgifter: [
      ...kundensUppgifter(person),
      { etikett: 'Inkommen', varde: svenskTid(ansokan.inkom) },
      { etikett: 'Insats', varde: ansokan.insats },
      ...(kontaktvag.length > 0 ? [{ etikett: 'Kontaktväg', varde: kontaktvag.join(', ') }] : []),
      ...(annans ? [{ etikett: 'Avsändare', varde: 'En annan person än den som ansökan gäller' }] : []),
    ],
    delar: [
      { slag: 'rubrik', niva: 2, text: 'Övrig information' },
      ...stycken(ansokan.text.split(/\n+/).filter((rad) => rad.trim() !== '')),
    ],
    lopande: displayName(person),
  });
}

/** The same, of what an akt has taken in. */
export function aktualiseringensAnsokan(
  state: Las,
  { personId, aktualiseringId, mallId }: { personId: string; aktualiseringId: string; mallId?: string | undefined },
): Byggd {
  const aktualisering = state.get('aktualisering', aktualiseringId);
  if (!aktualisering?.eansokan) return fail([dokumentfel('finns-inte', aktualiseringId)]);
  const { eansokan: ansokan, enhet } = aktualisering;
  return eansokansdokument(state, { personId, ansokan, annans: ansokan.kommentar !== undefined, enhet, mallId });
}

/** What a document made of an e-ansökan names among what it is made from: thereby it belongs to every aktualisering of that application. */
export const eansokansUnderlag = (eansokanId: string) => ({ type: 'eansokan', id: eansokanId });
const isMadeOf = ({ underlag = [] }: Pick<Dokument, 'underlag'>, eansokanId: string): boolean =>
  underlag.some(({ type, id }) => type === 'eansokan' && id === eansokanId);

/** The documents of an aktualisering: what is tied to it, and the application that it and others came of (EANS-13). */
export const handlingarTill = <T extends Pick<Post<Dokument>, 'data'>>(
  handlingar: readonly T[],
  { id, data: { eansokan } }: Post<Aktualisering>,
): T[] =>
  handlingar.filter(
    ({ data }) =>
      (data.knytsTill.type === 'aktualisering' && data.knytsTill.id === id) ||
      (eansokan !== undefined && isMadeOf(data, eansokan.eansokanId)),
  );

/** Whether the application is in the akt as a document that stands. */
export const harAnsokan = (handlingar: readonly Pick<Post<Dokument>, 'data'>[], { eansokan }: Aktualisering): boolean =>
  eansokan !== undefined && handlingar.some(({ data }) => !data.felmarkerad && isMadeOf(data, eansokan.eansokanId));
