import { type RejectionCode, rejectionCodes } from '../../shared/domain/command.ts';
import { type CallErrorCode, callErrorCodes } from '../../shared/ipc/contract.ts';
import type { SessionVy, StatusVy } from '../../shared/ipc/views.ts';
import type { Utfall } from './core.ts';

/** Swedish words for a code: what happened, and what to do about it. */
export type Ord = { vad: string; gor: string };
const ord = (vad: string, gor: string): Ord => ({ vad, gor });

/** Why a command was refused, here or by the server. */
export const avslagOrd: Record<RejectionCode, Ord> = {
  'okant-kommando': ord('Servern känner inte till åtgärden.', 'Programmet behöver uppdateras. Din text är kvar här.'),
  regelfel: ord('Ett fel i programmets regler hindrade åtgärden.', 'Din text är kvar. Anmäl felet till systemförvaltningen.'),
  'ogiltig-indata': ord('Något i det som sparades har fel form.', 'Öppna och kontrollera fälten. Din text är kvar.'),
  'atkomst-saknas': ord('Du har inte längre åtkomst till akten.', 'Kopiera din text och tala med din enhetschef om åtkomsten.'),
  'behorighet-saknas': ord('Din roll får inte göra detta.', 'Be en kollega med rätt behörighet. Din text är kvar.'),
  'utforarens-verkstallighet': ord(
    'Verkställigheten hör till utföraren och kan bara skrivas av dem.',
    'Skriv i LSS Insatser i stället. Din text är kvar.',
  ),
  'finns-inte': ord('Det som skulle ändras finns inte längre.', 'Öppna akten och se vad som finns. Din text är kvar.'),
  'finns-redan': ord('Det finns redan.', 'Öppna akten och se vad som står där.'),
  'text-andrad': ord('Någon annan har ändrat texten sedan du började skriva.', 'Jämför texterna och välj. Båda finns kvar.'),
  'rubrik-har-text': ord('Rubriken har redan en osignerad text av någon annan.', 'Jämför texterna och välj. Båda finns kvar.'),
  signerad: ord('Anteckningen är signerad och låst.', 'Felmarkera den om den är fel, och skriv en ny. Din text är kvar.'),
  'inte-signerad': ord('Anteckningen är inte signerad.', 'En osignerad anteckning ändras i stället för att felmarkeras.'),
  'redan-felmarkerad': ord('Anteckningen är redan felmarkerad.', 'Inget mer behöver göras.'),
  'tom-text': ord('Texten är tom.', 'Skriv något innan du sparar.'),
  'inte-forfattare': ord('Bara den som skrev texten får göra detta.', 'Be den som skrev den, eller enhetschefen.'),
  'datum-i-framtiden': ord('Händelsedatumet ligger i framtiden.', 'Ändra till dagens datum eller tidigare. Din text är kvar.'),
  'andrad-av-annan': ord(
    'Någon annan har ändrat uppgiften sedan du läste den.',
    'Se den nya uppgiften och gör om din ändring om den behövs.',
  ),
  'listan-full': ord('Kundlistan är full.', 'Ta bort en kund ur listan och lägg till igen.'),
};

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
