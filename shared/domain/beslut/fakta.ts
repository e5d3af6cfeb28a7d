import type { Aktualisering } from '../aktualisering/records.ts';
import type { State } from '../command.ts';
import { enhetOf } from '../enhet.ts';
import type { Anvandare, Delegation, Insats, Organisation, Utforare } from '../katalog/records.ts';
import { personkretsAkt, registreradPersonkrets } from '../person/personkrets.ts';
import type { Personkrets } from '../person/records.ts';
import type { Post } from '../post.ts';
import type { Utredning } from '../utredning/records.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import type { Beslut } from './records.ts';

/** What the rules of beslut ask of the catalogue: a form has it from `katalog.hamta`, a command from its State. */
export type BeslutKatalog = {
  insatser: Post<Insats>[];
  delegationer: Post<Delegation>[];
  utforare: Post<Utforare>[];
  organisationer: Post<Organisation>[];
  /** Active users who may stand as beslutsfattare. */
  handlaggare: { id: string; namn: string; roller: Anvandare['roller'] }[];
};

/** What they ask of the akt: a form has it from `kund.akt`. */
export type BeslutAkt = {
  /** That the unit of the utredning has registered. */
  personkrets?: Personkrets | undefined;
  aktualiseringar: Post<Aktualisering>[];
  /** Of the whole akt. */
  beslut: Post<Beslut>[];
  verkstalligheter: Post<Verkstallighet>[];
};

export type BeslutFakta = BeslutKatalog & BeslutAkt & { utredningId: string; utredning: Utredning };

export const beslutKatalog = (state: Pick<State, 'katalogLista'>): BeslutKatalog => ({
  insatser: state.katalogLista('insats'),
  delegationer: state.katalogLista('delegation'),
  utforare: state.katalogLista('utforare'),
  organisationer: state.katalogLista('organisation'),
  handlaggare: state
    .katalogLista('anvandare')
    .filter(({ data }) => data.aktiv)
    .map(({ id, data }) => ({ id, namn: data.namn, roller: data.roller })),
});

/** @returns undefined when the akt has no such person or utredning */
export function beslutFakta(state: State, personId: string, utredningId: string): BeslutFakta | undefined {
  const [person, utredning] = [state.get('person', personId), state.get('utredning', utredningId)];
  if (!person || !utredning) return undefined;
  return {
    ...beslutKatalog(state),
    personkrets: registreradPersonkrets(personkretsAkt(state, person), enhetOf('utredning', utredning, person)),
    utredningId,
    utredning,
    aktualiseringar: state.list('aktualisering'),
    beslut: state.list('beslut'),
    verkstalligheter: state.list('verkstallighet'),
  };
}
