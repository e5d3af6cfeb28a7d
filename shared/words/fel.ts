import { kortastKrislosenord } from '../domain/dokument/krislosenord.ts';
import { type CallErrorCode, callErrorCodes } from '../ipc/contract.ts';
import { type Ord, ord } from './ord.ts';

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
  'utkast-i-annat-fonster': ord(
    'Det här har också skrivits i ett annat fönster.',
    'Välj vilken text som ska gälla. Båda är kvar tills dess.',
  ),
  'skal-kravs': ord('Kunden har skyddad folkbokföring.', 'Ange skäl för att öppna. Skälet loggas.'),
  'disken-full': ord('Disken är full: det gick inte att spara.', 'Frigör utrymme på datorn och spara igen. Texten är kvar på skärmen.'),
  'dokument-ryms-inte': ord(
    'Dokumentet får inte plats: datorns disk är nästan full, eller dokumenten har fyllt sitt utrymme.',
    'Frigör utrymme på datorn och försök igen. Allt annat sparas som vanligt.',
  ),
  'dokument-skadat': ord(
    'Dokumentets innehåll på den här datorn är skadat eller ofullständigt.',
    'Det hämtas på nytt från servern. Har servern det inte måste dokumentet sparas i akten igen.',
  ),
  'dokument-inte-har': ord(
    'Dokumentet har inte hämtats till den här datorn än.',
    'Anslut till servern: då hämtas det och visas. Allt annat i akten kan läsas som vanligt.',
  ),
  'dokument-for-stort': ord('Dokumentet är större än 200 MB.', 'Dela upp det och spara delarna var för sig.'),
  'dokument-gick-inte': ord(
    'Dokumentet kunde inte göras: det som skulle stå i det kom inte ut helt och rätt.',
    'Inget har skrivits ut eller sparats. Försök igen, och kontakta systemförvaltaren om det upprepas.',
  ),
  'kontroll-kravs': ord(
    'Kunden har skyddade personuppgifter.',
    'Kontrollera namn och personnummer, och kryssa för det innan du skriver ut.',
  ),
  'samtycke-saknas': ord(
    'Samtycke saknas till att mottagaren får uppgifter om kunden.',
    'Granska igen, och skriv varför brevet får lämnas.',
  ),
  'samtycket-aterkallat': ord('Samtycket har återkallats sedan du granskade.', 'Inget har lämnats. Granska igen: där står vad som krävs.'),
  'samtycket-utgatt': ord('Samtycket gäller inte längre.', 'Inget har lämnats. Granska igen: där står vad som krävs.'),
  'skrivaren-svarar-inte': ord('Skrivaren svarar inte.', 'Dokumentet är kvar. Välj en annan skrivare eller skapa en PDF.'),
  'losenord-kort': ord('Lösenordet är för kort.', `Välj minst ${kortastKrislosenord} tecken, till exempel fyra ord som du minns.`),
  'losenord-langt': ord('Lösenordet är för långt.', 'Välj ett kortare: en del program tar inte emot fler än omkring hundra tecken.'),
  'losenord-tecken': ord(
    'Lösenordet har tecken som inte alla program skriver likadant.',
    'Välj bokstäver, siffror, mellanslag och vanliga skiljetecken.',
  ),
  'losenord-enkelt': ord('Lösenordet är för enkelt.', 'Välj flera olika tecken, till exempel fyra ord som du minns.'),
  'mapp-finns-inte': ord(
    'Mappen finns inte, eller är programmets egen.',
    'Skriv hela sökvägen till en mapp utanför programmet, till exempel ett USB-minne.',
  ),
  'kopian-skrevs-inte': ord(
    'Kopian gick inte att skriva.',
    'Se efter att mappen går att skriva i och har plats, och försök igen. Dokumentet är kvar i akten.',
  ),
  'krismapp-skrevs-inte': ord(
    'Krismappen gick inte att skriva.',
    'Se efter att mappen går att skriva i och har plats, och försök igen. Det som hann skrivas är borttaget.',
  ),
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
    'Programmet är låst: datorn har varit utan kontakt med servern för länge, eller dess klocka har gått bakåt.',
    'Anslut till servern för att låsa upp. Inget har raderats.',
  ),
  'aterskapad-last': ord(
    'Databasen på datorn var skadad och har lagts undan.',
    'Anslut till servern och logga in: kunderna hämtas på nytt. Det som inte hunnit skickas är räddat så långt det gick att läsa, och du får veta hur mycket.',
  ),
  'kontot-stangt': ord(
    'Ditt konto är stängt på servern, och programmet är låst.',
    'Kontakta systemförvaltaren. Det du har skrivit och inte skickat ligger kvar på datorn.',
  ),
  'karnan-stoppad': ord('Programmets kärna svarar inte.', 'Den startas om. Det du skrivit är sparat; försök igen om en stund.'),
  'internt-fel': ord('Ett oväntat fel inträffade.', 'Försök igen. Det du skrivit är kvar. Kontakta systemförvaltaren om det upprepas.'),
};

const isCallErrorCode = (code: string): code is CallErrorCode => (callErrorCodes as readonly string[]).includes(code);

export const ordForFel = (code: string): Ord => (isCallErrorCode(code) ? felOrd[code] : felOrd['internt-fel']);
