import type { Sokvarde } from '../domain/sokverktyg/falt.ts';
import type { EgenSokning, Sokning } from '../domain/sokverktyg/records.ts';
import type { PersonRad } from './views.ts';

/** A search of the catalogue as it is chosen; `hinder`: a newer program made it of what this one does not know. */
export type SokningVal = { id: string; data: Sokning; hinder?: true };
/** `finns`: the catalogue still has the search that it is one of. */
export type EgenSokningVal = EgenSokning & { finns: boolean };
export type SokverktygVy = { sokningar: SokningVal[]; egna: EgenSokningVal[] };

/** A hit: a record and whose akt it is in. What it says is asked for when it is shown, so that it is never of before. */
export type Soktraff = { id: string; personId: string };
/** `fler`: there were more hits than one result holds. */
export type Soksvar = { slag: 'klar'; traffar: Soktraff[]; fler: boolean } | { slag: 'avbruten' };

/** A hit as it is now. `stammer`: the conditions still hold; what was worked on since may have left them, and keeps its place. */
export type Sokrad = { id: string; person: PersonRad; varden: Record<string, Sokvarde>; stammer: boolean };

/** What was written, and how many kunder were left out because they are protected. */
export type Exportsvar = { fil: string; rader: number; kunder: number; skyddade: number };
