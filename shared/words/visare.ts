import { type Ord, ord } from './ord.ts';

/** Why a document is not shown, beside the failures of calls (`fel.ts`). */
export const visarhinder = [
  'far-inte',
  'inte-pa-servern',
  'skadat',
  'tomt',
  'losenord',
  'for-lang-tid',
  'visaren-stannade',
  'bild-saknas',
] as const;
export type Visarhinder = (typeof visarhinder)[number];

export const visarOrd: Record<Visarhinder, Ord> = {
  'far-inte': ord(
    'Dokumentet finns inte längre i akten, eller så har du inte längre rätt att läsa det.',
    'Det visas därför inte. Öppna akten på nytt om du tror att det är fel.',
  ),
  'inte-pa-servern': ord(
    'Dokumentets innehåll har inte kommit till servern än.',
    'Den som sparade det behöver vara ansluten. Det hämtas hit när det har kommit fram: försök igen om en stund.',
  ),
  skadat: ord(
    'Filen går inte att läsa: den är skadad eller är ingen PDF.',
    'Be avsändaren om en ny, eller skanna dokumentet igen och spara det i akten.',
  ),
  tomt: ord('Dokumentet har inga sidor.', 'Be avsändaren om ett nytt, eller skanna det igen och spara det i akten.'),
  losenord: ord(
    'Dokumentet är låst med ett lösenord och har inte öppnats.',
    'Försök igen med lösenordet, eller be avsändaren om ett utan lösenord.',
  ),
  'for-lang-tid': ord(
    'Det tog för lång tid att läsa eller rita dokumentet, och försöket avbröts.',
    'Filen kan vara skadad. Försök igen, eller be avsändaren om en ny.',
  ),
  'bild-saknas': ord(
    'En bild i dokumentet går inte att läsa, och ett ofullständigt dokument skrivs inte ut.',
    'Be avsändaren om en ny fil, eller spara en kopia och skriv ut den från en annan läsare.',
  ),
  'visaren-stannade': ord('Delen av programmet som visar dokument stannade.', 'Försök igen. Det du skriver är sparat och påverkas inte.'),
};

/** Shown, but perhaps not all of it: a document of which something could not be read. */
export const ofullstandigOrd = ord(
  'Allt i dokumentet går inte att visa.',
  'Det som gick att läsa visas. Jämför med originalet innan du litar på det.',
);

/** What a document has that is not drawn: a choice in a form, something put on a page, a file inside it. */
export type Osynligt = { slag: 'val' | 'tillagg'; sida: number } | { slag: 'bilaga'; namn: string };

/** Shown, but not all that the file has; each thing once, where it is. */
export function osynligtOrd(alla: readonly Osynligt[]): Ord {
  const sidor = (slag: 'val' | 'tillagg') => [...new Set(alla.flatMap((ett) => (ett.slag === slag ? ett.sida : [])))].sort((a, b) => a - b);
  const bilagor = [...new Set(alla.flatMap((ett) => (ett.slag === 'bilaga' ? ett.namn : [])))];
  const [val, tillagg] = [sidor('val'), sidor('tillagg')];
  const delar = [
    ...(val.length > 0 ? [`val i ett formulär (${pa(val)})`] : []),
    ...(tillagg.length > 0 ? [`stämplar eller tillägg (${pa(tillagg)})`] : []),
    ...(bilagor.length > 0 ? [`filer inuti dokumentet (${nagra(bilagor)})`] : []),
  ];
  return ord(
    `Det här finns i filen men visas inte: ${delar.join(', ')}.`,
    'Spara en kopia och öppna den i en annan läsare om du behöver se det.',
  );
}
const nagra = (alla: readonly (string | number)[]): string => [...alla.slice(0, 5), ...(alla.length > 5 ? ['…'] : [])].join(', ');
const pa = (sidor: readonly number[]): string => `${sidor.length === 1 ? 'sida' : 'sidorna'} ${nagra(sidor)}`;
