import type { Akt } from '../../../shared/domain/akt.ts';
import { aktAv } from '../../../shared/domain/akt.ts';
import type { BeslutFakta } from '../../../shared/domain/beslut/fakta.ts';
import type { State } from '../../../shared/domain/command.ts';
import { egnaEnheter, enhetensAkt, enhetFor, enhetOf } from '../../../shared/domain/enhet.ts';
import { type PersonkretsAkt, personkretsAkt, registreradPersonkrets } from '../../../shared/domain/person/personkrets.ts';
import type { Person, Personkrets } from '../../../shared/domain/person/records.ts';
import type { CommandName, NamedCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { KatalogVy } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';

/** A command as a form sends it. */
export type Kommando<N extends CommandName = CommandName> = NamedCommand<N>;

/** What a form sees of a kund and of the catalogue: the commands made from it are as right as the view is. */
export type Formular = {
  personId: string;
  /** What tells the registered personkrets, and whose it is; the unit that a LASS-beslut of the user's would be of. */
  krets: PersonkretsAkt;
  lassEnhet: string | undefined;
  akt: Akt;
  katalog: KatalogVy;
  today: IsoDate;
  newId: () => string;
};

/** The forms of an akt that is read as a State: of another unit's cases the user's replica has nothing. */
export function formularAv(state: State, personId: string, rest: Pick<Formular, 'katalog' | 'today' | 'newId'>): Formular {
  const person = state.get('person', personId);
  const egna = person ? egnaEnheter(rest.katalog.egen, person) : [];
  const akt = person && egna.length === 1 ? enhetensAkt(aktAv(state), egna[0], person) : aktAv(state);
  const lassEnhet = person && lassEnhetFor(rest.katalog, person);
  return { personId, krets: personkretsAkt(state, person ?? { enheter: [] }), lassEnhet, akt, ...rest };
}

/** @returns undefined when the view has no such utredning */
export function faktaFor({ akt, katalog, krets }: Formular, utredningId: string): BeslutFakta | undefined {
  const utredning = akt.utredningar.find(({ id }) => id === utredningId)?.data;
  return utredning && { ...katalog, personkrets: kretsFor(krets, utredning), utredningId, utredning, ...akt };
}

/** The unit that a LASS-beslut of the user's would be of. */
export const lassEnhetFor = ({ egen, organisationer }: KatalogVy, person: Pick<Person, 'enheter'>): string | undefined =>
  enhetFor(egen, person, organisationer.find(({ id }) => id === egen.organisationId)?.data);

/** The personkrets that the unit of an utredning or a beslut has registered. */
export const kretsFor = (krets: PersonkretsAkt, del: { enhet?: string | undefined }): Personkrets | undefined =>
  registreradPersonkrets(krets, enhetOf('utredning', del, krets.person));
