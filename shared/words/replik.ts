import type { SessionVy } from '../ipc/views.ts';
import { type Ord, ord } from './ord.ts';

type Aterskapad = NonNullable<Extract<SessionVy, { inloggad: true }>['aterskapad']>;

/** The replica was damaged or gone: what was saved of the user's own, and what to do about the rest. */
export function aterskapadOrd({ orsak, raddade, allt, osanda }: Aterskapad): Ord {
  const poster = posterOrd(raddade);
  const skickas =
    osanda && osanda.antal > 0
      ? `${osanda.antal === 1 ? 'En post' : `${osanda.antal} poster`} hade inte skickats, den sista nr ${osanda.tillNr}. `
      : '';
  if (allt) {
    const raddat = raddade === 0 ? '' : ', och allt är räddat';
    return ord(aterskapadVad[orsak], `${skickas}${poster} fanns${raddat}. Resten hämtas på nytt från servern. Du kan arbeta vidare.`);
  }
  const fil = orsak === 'saknas' ? '' : ': den skadade filen är sparad';
  return ord(
    aterskapadVad[orsak],
    `${skickas}${poster} kunde räddas, men inte allt gick att läsa. Se i Utkorg vad som är kvar och skriv om det som saknas. Kontakta systemförvaltaren innan du skriver om längre texter${fil}.`,
  );
}

const posterOrd = (antal: number): string => {
  if (antal === 0) return 'Inga utkast eller osända poster';
  return antal === 1 ? 'Ett utkast eller en osänd post' : `${antal} utkast och osända poster`;
};

const aterskapadVad: Record<Aterskapad['orsak'], string> = {
  skadad: 'Databasen på den här datorn var skadad och har lagts undan.',
  saknas: 'Databasen på den här datorn saknades eller var tom.',
  loggen: 'En del av databasen på den här datorn saknades. Resten var därmed skadad och har lagts undan.',
  aldre: 'Databasen på den här datorn var en äldre, skadad eller återlagd fil och har lagts undan.',
};

/** Nothing can be written here for the moment. */
export const fullDiskOrd = ord(
  'Disken är full.',
  'Det går att läsa, men inget nytt kan sparas på datorn. Frigör utrymme: det du har på skärmen sparas av sig självt när det finns plats.',
);
