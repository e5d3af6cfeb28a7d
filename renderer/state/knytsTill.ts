import type { State } from '../../shared/domain/command.ts';
import { type KnytsTill, knytsTill } from '../../shared/domain/dokument/records.ts';
import { dokumenthinder } from '../../shared/domain/dokument/skrivhinder.ts';
import { etikettBeslut, etikettUtredning, etikettVerkstallighet } from '../../shared/domain/etikett.ts';
import type { AktVy, KatalogVy } from '../../shared/ipc/views.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import { utforarnamn } from './utforarnamn.ts';

export type Knytval = { varde: string; namn: string; grupp: string };

/** A place of the akt as a form holds it: `utredning/<id>`. */
export const knytvarde = ({ type, id }: KnytsTill): string => `${type}/${id}`;

export function knytsTillAv(varde: string | undefined): KnytsTill | undefined {
  const [type, id] = varde?.split('/') ?? [];
  return knytsTill.safeParse({ type, id }).data;
}

/** What a document of the akt can be tied to by this user (SKAN-05), as a form offers it. */
export function knytsTillVal(akt: AktVy, katalog: KatalogVy): Knytval[] {
  const idag = swedishDay(new Date().toISOString());
  const { egen } = katalog;
  const state = {
    get: (type: string, id: string) => (type === 'verkstallighet' ? akt.verkstalligheter.find((one) => one.id === id)?.data : undefined),
  } as Pick<State, 'get'>;
  const rader = <T>(
    type: KnytsTill['type'],
    grupp: string,
    poster: readonly { id: string; data: T }[],
    { etikett, fran, slut }: { etikett: (data: T) => string; fran: (data: T) => string; slut?: (data: T) => string | undefined },
  ): Knytval[] =>
    poster
      .filter(({ id }) => dokumenthinder(state, { type, id }, egen) === undefined)
      // What is done with now stands first, and what is over is said to be.
      .sort((a, b) => fran(b.data).localeCompare(fran(a.data)))
      .map(({ id, data }) => ({
        varde: knytvarde({ type, id }),
        namn: `${etikett(data)}${isSlut(slut?.(data)) ? ' (avslutad)' : ''}`,
        grupp,
      }));
  const isSlut = (dag: string | undefined) => dag !== undefined && dag <= idag;
  return [
    ...rader('utredning', 'Utredningar', akt.utredningar, {
      etikett: etikettUtredning,
      fran: ({ startdatum }) => startdatum,
      slut: ({ slutdatum }) => slutdatum,
    }),
    ...rader('verkstallighet', 'Verkställigheter', akt.verkstalligheter, {
      etikett: (v) => etikettVerkstallighet(v, utforarnamn(katalog, v.utforareId)),
      fran: ({ startdatum }) => startdatum,
      slut: ({ slutdatum }) => slutdatum,
    }),
    ...rader('aktualisering', 'Aktualiseringar', akt.aktualiseringar, {
      etikett: ({ typ, datum }) => `${typ} ${datum}`,
      fran: ({ datum }) => datum,
    }),
    ...rader('beslut', 'Beslut', akt.beslut, { etikett: etikettBeslut, fran: ({ beslutsdatum }) => beslutsdatum }),
    ...rader('bestallning', 'Beställningar', akt.bestallningar, {
      etikett: ({ insatser, gallerFran, utforareId }) => `${insatser.join(', ')} ${gallerFran} – ${utforarnamn(katalog, utforareId)}`,
      fran: ({ gallerFran }) => gallerFran,
    }),
  ];
}

/** Who reads what is tied there beside the unit, and is not the user's own. */
function utforareVid(akt: AktVy, katalog: KatalogVy, varde: string | undefined): string | undefined {
  const till = knytsTillAv(varde);
  const poster = till?.type === 'verkstallighet' ? akt.verkstalligheter : till?.type === 'bestallning' ? akt.bestallningar : [];
  const utforareId = poster.find(({ id }) => id === till?.id)?.data.utforareId;
  const utforare = utforareId === katalog.egen.utforareId ? undefined : katalog.utforare.find((one) => one.id === utforareId);
  // Handläggarfunktioner and myndigheter are no readers of their own.
  return utforare?.data.slag === 'utforare' ? utforare.data.namn : undefined;
}

/** Who reads what is tied there: said where it is chosen. */
export function lasesAv(akt: AktVy, katalog: KatalogVy, varde: string | undefined): string | undefined {
  const namn = utforareVid(akt, katalog, varde);
  return namn === undefined ? undefined : `${namn} kan läsa det som knyts hit.`;
}

/** Whether somebody outside the unit reads what is tied there. */
export const lasesUtanfor = (akt: AktVy, katalog: KatalogVy, varde: string): boolean => utforareVid(akt, katalog, varde) !== undefined;
