import type { Anmarkning, Bindfel, Bindsteg, Filhinder } from '../ipc/bindning.ts';
import { type Ord, ord } from './ord.ts';

/** Why documents are not bound. Said of one document where the answer says which. */
export const bindfelOrd: Record<Bindfel, Ord> = {
  'inga-dokument': ord('Bunten är tom.', 'Kryssa i dokument i akten, eller lägg till filer.'),
  'inte-pdf': ord('Filen är ingen PDF.', 'Ta bort den ur bunten, eller be avsändaren om en PDF.'),
  'losenord-behovs': ord('Dokumentet är låst med ett lösenord.', 'Skriv lösenordet på raden i bunten.'),
  'fel-losenord': ord('Lösenordet stämmer inte.', 'Skriv det igen; stora och små bokstäver skiljs åt.'),
  skadad: ord('Dokumentet är skadat eller inte helt.', 'Ta bort det ur bunten, be avsändaren om ett nytt, eller skanna det igen.'),
  'sidor-saknas': ord('Dokumentet har inte de sidor som är valda.', 'Ändra sidorna på raden i bunten.'),
  'formular-xfa': ord(
    'Dokumentet är ett formulär som bara Adobe Reader kan visa (XFA).',
    'Öppna det där, skriv ut det till en PDF och lägg till den i stället.',
  ),
  'lases-olika': ord(
    'Två läsare visar dokumentet olika, och det går inte att säga vilken som har rätt.',
    'Skriv ut det och skanna in det, eller be avsändaren om ett nytt.',
  ),
  'for-lang-tid': ord('Dokumentet tog för lång tid att läsa.', 'Det kan vara skadat. Ta bort det ur bunten, eller dela upp det.'),
  'for-mycket-minne': ord('Dokumentet kräver mer minne än vad programmet får ta.', 'Ta bort det ur bunten, eller dela upp det.'),
  avbruten: ord('Bindningen avbröts.', 'Inget har sparats. Bunten är som den var.'),
  'dokument-inte-har': ord(
    'Dokumentet finns inte på den här datorn och kan inte hämtas nu.',
    'Anslut till servern och bind igen, eller ta bort det ur bunten så länge.',
  ),
  'dokument-skadat': ord(
    'Dokumentets innehåll på den här datorn är skadat eller saknas.',
    'Öppna dokumentet, så hämtas det på nytt om servern har det. Bind sedan igen.',
  ),
  felmarkerat: ord('Dokumentet är felmarkerat.', 'Ta bort det ur bunten.'),
  'finns-inte': ord(
    'Dokumentet finns inte kvar, eller så har du inte längre rätt att läsa det.',
    'Ta bort det ur bunten. En fil som du har lagt till glöms när du loggar ut: lägg till den igen.',
  ),
  'bunten-for-stor': ord('Dokumenten är tillsammans för stora (mer än 400 MB).', 'Bind dem i två buntar.'),
};

/** Why a file is not taken in. */
export const filhinderOrd: Record<Filhinder, Ord> = {
  'okant-format': ord('Filen är varken PDF, TIFF, JPEG eller PNG.', 'Spara den som PDF i det program den kommer från, och lägg till den.'),
  skadad: ord('Filen är skadad, tom eller inte hel.', 'Be avsändaren om en ny.'),
  'okand-form': ord('Bilden har en form som inte kan bli PDF utan att något går förlorat.', 'Spara den som PDF och lägg till den.'),
  'for-stor': ord('Filen är för stor (mer än 200 MB).', 'Dela upp den, eller skanna med lägre upplösning.'),
  'losenord-behovs': ord('Filen är låst med ett lösenord.', 'Be avsändaren om en utan lösenord.'),
  'for-lang-tid': ord('Filen tog för lång tid att läsa.', 'Den kan vara skadad. Be avsändaren om en ny.'),
  'for-mycket-minne': ord('Filen kräver mer minne än vad programmet får ta.', 'Skanna med lägre upplösning, eller dela upp den.'),
};

/** What is to be known of a document in the bundle; undefined for what is said of the whole. */
export function anmarkningText(anmarkning: Anmarkning): string | undefined {
  switch (anmarkning.slag) {
    case 'signerad':
      return 'Är elektroniskt underskrivet. Underskriften gäller inte i bunten: behåll originalet bredvid.';
    case 'bilagor':
      return `Har filer inuti, som följer med i bunten men inte syns på sidorna: ${anmarkning.namn.join(', ')}.`;
    case 'skydd-mot-andring':
      return 'Var skyddat mot ändring. I bunten är det inte det.';
    case 'losenord':
      return 'Öppnades med lösenord. Bunten öppnas utan.';
    case 'lagad':
      return 'Filens innehållsförteckning var fel och gjordes om. Alla sidor är med.';
    case 'falt-ritade':
      return anmarkning.antal === 1
        ? 'Ett ifyllt formulärfält som inte syntes på sidan är utritat.'
        : `${anmarkning.antal} ifyllda formulärfält som inte syntes på sidorna är utritade.`;
    case 'taggar-borta':
      return 'Är taggat för skärmläsare. Bunten är inte det, för alla dokument i den är det inte.';
    case 'otaggad':
      return undefined;
  }
}

/** What is under way, with which document of how many. */
export const stegText = ({ steg, klart, av }: Bindsteg): string =>
  `${{ laser: 'Läser', skriver: 'Binder', jamfor: 'Jämför med originalet' }[steg]}: dokument ${Math.min(klart + 1, av)} av ${av}`;
