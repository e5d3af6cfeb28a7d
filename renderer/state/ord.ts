import { type RejectionCode, rejectionCodes } from '../../shared/domain/command.ts';
import { type CallErrorCode, callErrorCodes } from '../../shared/ipc/contract.ts';
import type { SessionVy, StatusVy } from '../../shared/ipc/views.ts';
import { avslagOrd } from './avslagord.ts';
import type { Utfall } from './core.ts';
import { type Ord, ord } from './ordpar.ts';

export type { Ord } from './ordpar.ts';

/** Why a call of the core failed. */
export const felOrd: Record<CallErrorCode, Ord> = {
  'okant-anrop': ord('Programmets delar är av olika version.', 'Starta om programmet. Det du skrivit är sparat på datorn.'),
  'ogiltig-indata': ord('Uppgiften har fel form och togs inte emot.', 'Kontrollera det du skrev och försök igen.'),
  'inte-inloggad': ord('Du är inte inloggad.', 'Logga in igen. Det du skrivit är sparat på datorn.'),
  'servern-svarar-inte': ord('Servern svarar inte.', 'Arbeta vidare: allt sparas på datorn och skickas när servern är tillbaka.'),
  'inloggning-nekad': ord('Servern nekade inloggningen.', 'Kontakta systemförvaltaren. Det du skrivit är sparat på datorn.'),
  'anvandaren-finns-inte-har': ord(
    'Du har inte varit inloggad på den här datorn förut.',
    'Anslut till servern för den första inloggningen.',
  ),
  'finns-inte': ord('Uppgiften finns inte på den här datorn.', 'Hämta från servern och försök igen.'),
  'skal-kravs': ord('Kunden har skyddad folkbokföring.', 'Ange skäl för att öppna. Skälet loggas.'),
  'disken-full': ord('Disken är full: det gick inte att spara.', 'Frigör utrymme på datorn och spara igen. Texten är kvar på skärmen.'),
  'databasen-fel-nyckel': ord(
    'Databasen kan inte låsas upp med den här datorns nyckel.',
    'Kontakta systemförvaltaren. Inget har raderats.',
  ),
  'databasen-okrypterad': ord('Databasen är inte krypterad och öppnas därför inte.', 'Kontakta systemförvaltaren. Inget har raderats.'),
  'databasen-skadad': ord(
    'Databasen på datorn är skadad.',
    'Den har lagts undan. Det som inte hunnit skickas räddas. Kontakta systemförvaltaren.',
  ),
  'databasen-nyare': ord('Databasen har skrivits av en nyare version av programmet.', 'Uppdatera programmet. Inget har raderats.'),
  'lasen-utgatt': ord(
    'Datorn har varit utan kontakt med servern för länge och är låst.',
    'Anslut till servern för att låsa upp. Inget har raderats.',
  ),
  'karnan-stoppad': ord('Programmets kärna svarar inte.', 'Den startas om. Det du skrivit är sparat; försök igen om en stund.'),
  'internt-fel': ord('Ett oväntat fel inträffade.', 'Försök igen. Det du skrivit är kvar. Kontakta systemförvaltaren om det upprepas.'),
};

const isRejectionCode = (code: string): code is RejectionCode => (rejectionCodes as readonly string[]).includes(code);
const isCallErrorCode = (code: string): code is CallErrorCode => (callErrorCodes as readonly string[]).includes(code);

/** Words for a rejection; also for a code of a newer server that this version does not know. */
export const ordForAvslag = (code: string): Ord =>
  isRejectionCode(code)
    ? avslagOrd[code]
    : ord(`Servern avvisade åtgärden (${code}).`, 'Programmet kan behöva uppdateras. Din text är kvar.');

export const ordForFel = (code: string): Ord => (isCallErrorCode(code) ? felOrd[code] : felOrd['internt-fel']);

/** Words for a command that did not go through; undefined when it did. */
export function ordForUtfall(utfall: Utfall): Ord | undefined {
  if (utfall.ok) return undefined;
  return 'rejection' in utfall ? ordForAvslag(utfall.rejection.code) : ordForFel(utfall.fel.code);
}

/** Why a server that answers cannot be used. */
export const hinderOrd: Record<NonNullable<StatusVy['hinder']>, Ord> = {
  'klienten-for-gammal': ord(
    'Programmet är för gammalt för servern.',
    'Uppdatera programmet. Allt du skriver sparas på datorn och skickas sedan.',
  ),
  'servern-for-gammal': ord('Servern är äldre än programmet.', 'Vänta tills servern har uppdaterats. Allt du skriver sparas på datorn.'),
  nekad: ord('Servern nekar åtkomst.', 'Logga ut och in igen. Allt du skriver sparas på datorn.'),
  'servern-aterstalld': ord(
    'Servern har återställts från en säkerhetskopia.',
    'Uppgifterna hämtas på nytt. Det du inte har skickat är kvar i Utkorg.',
  ),
};

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
