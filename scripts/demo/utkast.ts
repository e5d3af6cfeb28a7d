import type { Actor } from '../../shared/domain/command.ts';
import type { Personnamn, Ursprung } from './namn.ts';
import type { Nummer } from './nummer.ts';
import type { Diagnos, Given, Historia, Narstaende, Profil } from './profil.ts';

/** What is fixed of a person before the rest is left to chance. */
export type Utkast = {
  nummer: Nummer;
  namn?: Personnamn;
  ursprung?: Ursprung;
  historia: Historia;
  handlaggare?: Actor;
  skydd?: Profil['skydd'];
  narstaende?: Narstaende[];
  diagnos?: Diagnos;
  boende?: string;
  given?: Given;
};
