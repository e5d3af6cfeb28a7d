import type { Bevakningsvarden } from '../domain/bevakning/andra.ts';
import type { CommandInput } from '../domain/rulebook/command-list.ts';
import type { IsoDate } from '../util/datum.ts';
import type { BeraknadBevakningRad, PersonRad } from './views.ts';

/** A handläggare of the unit, or a function that nobody holds, and how much they have. */
export type HandlaggarRad = {
  /** Of the user, or of the function that nobody holds. */
  agareId: string;
  namn: string;
  /** The function they hold. */
  funktion?: string;
  /** At work: something can be given to them. */
  iTjanst: boolean;
  /** Different kunder they have an utredning, an aktualisering or LSS Insatser of. */
  kunder: number;
  utredningar: number;
  /** Days since the oldest came in. */
  aldst?: number;
  /** Past their lagfrist. */
  forsenade: number;
  ejBehandlade: number;
  osignerade: number;
  /** Laid, and computed ones that are in their list today, as their camera counts them. */
  bevakningar: number;
  /** Those of them whose day is past, but for the lagfrist, which is told by its utredning. */
  forfallna: number;
};
/** `klar`: false while some computed bevakningar wait to be made. */
export type EnhetVy = { klar: boolean; rader: HandlaggarRad[] };

type Grund = { id: string; person: PersonRad; vad: string; datum: IsoDate; sen: boolean };
/** A computed bevakning that a handläggare has in their list: it goes with what it is about, and is not given by itself. */
export type FoljerRad = Grund & Pick<BeraknadBevakningRad, 'slag' | 'ref' | 'not' | 'horTill'>;
/** What a handläggare has. */
export type HosRad = FordelbarRad | FoljerRad;
/** What a handläggare has that can be given to another; `sett`: what a command says that the list showed. */
export type FordelbarRad = Grund &
  (
    | { slag: 'utredning'; sett: { ansvarigHandlaggareId: string } }
    | { slag: 'aktualisering'; sett: Omit<CommandInput<'aktualisering.spara'>, 'personId' | 'aktualiseringId' | 'rev'> }
    | { slag: 'verkstallighet'; sett: { utforareId: string; organisationId: string } }
    | { slag: 'bevakning'; sett: Bevakningsvarden }
  );
