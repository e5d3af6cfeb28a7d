import type { SessionVy } from '../ipc/views.ts';
import { type Ord, ord } from './ord.ts';

type Aterskapad = NonNullable<Extract<SessionVy, { inloggad: true }>['aterskapad']>;

/** The replica was damaged: what was saved of the user's own, and what to do about the rest. */
export function aterskapadOrd({ raddade, allt }: Aterskapad): Ord {
  const poster =
    raddade === 1
      ? 'Ett utkast eller en osänd post'
      : raddade === 0
        ? 'Inga utkast eller osända poster'
        : `${raddade} utkast och osända poster`;
  return ord(
    'Databasen på den här datorn var skadad och har lagts undan.',
    allt
      ? `${poster} fanns i den${raddade === 0 ? '' : ', och allt är räddat'}. Resten hämtas på nytt från servern. Du kan arbeta vidare.`
      : `${poster} kunde räddas, men inte allt gick att läsa. Se i Utkorg vad som är kvar och skriv om det som saknas. Den skadade filen är sparad: kontakta systemförvaltaren innan du skriver om längre texter.`,
  );
}

/** Nothing can be written here for the moment. */
export const fullDiskOrd = ord(
  'Disken är full.',
  'Det går att läsa, men inget nytt kan sparas på datorn. Frigör utrymme: det du har på skärmen sparas av sig självt när det finns plats.',
);
