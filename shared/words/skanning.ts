import type { Mapphinder, Skanhinder } from '../ipc/skanning.ts';
import { type Ord, ord } from './ord.ts';

/** Why the folder of scanned files is not read. */
export const mapphinderOrd: Record<Mapphinder, Ord> = {
  'mapp-finns-inte': ord(
    'Mappen för skannade dokument finns inte.',
    'Kontrollera sökvägen. Ligger mappen på en server kan datorn sakna nät; då läses den igen när nätet är tillbaka.',
  ),
  'mapp-gar-inte-att-lasa': ord(
    'Mappen för skannade dokument går inte att läsa.',
    'Du kan sakna rättighet till den, eller så svarar inte servern som den ligger på. Programmet försöker igen av sig självt.',
  ),
  'mapp-ar-programmets': ord('Mappen är programmets egen.', 'Välj den mapp som skannern sparar i.'),
};

/** Why a scanned file is not shown, filed or removed. It always stays where it is. */
export const skanhinderOrd: Record<Skanhinder, Ord> = {
  'fil-borta': ord(
    'Filen finns inte längre i mappen.',
    'Någon annan kan ha sparat den i en akt eller flyttat den. Det du har skrivit är kvar; välj en annan fil.',
  ),
  'fil-andrad': ord('Filen har ändrats sedan den visades.', 'Välj den igen i listan när den är klar, och granska den på nytt.'),
  'fil-skrivs': ord('Filen skrivs fortfarande.', 'Den visas när den inte längre ändras.'),
  'fil-last': ord(
    'Filen går inte att läsa eller ta bort nu.',
    'Ett annat program kan ha den öppen, eller så saknar du rättighet till den. Stäng den där och försök igen.',
  ),
  'fil-glomd': ord('Filen finns inte kvar i programmet.', 'Hämta den igen. Det du har skrivit är kvar.'),
  'inte-sparad': ord('Filen är inte sparad i någon akt och tas därför inte bort.', 'Spara den i akten först.'),
  'okant-format': ord('Filen är varken PDF, TIFF, JPEG eller PNG.', 'Skanna om dokumentet som PDF, eller spara filen som PDF.'),
  skadad: ord('Filen är skadad eller inte hel.', 'Skanna dokumentet igen, eller be avsändaren om en ny. Filen ligger kvar där den var.'),
  'okand-form': ord(
    'Filen har en form som inte kan sparas utan att något går förlorat.',
    'Skanna om dokumentet som PDF. Filen ligger kvar där den var.',
  ),
  'for-stor': ord('Filen är för stor.', 'Skanna om dokumentet med lägre upplösning, eller dela upp det.'),
  'losenord-behovs': ord('Filen är låst med ett lösenord.', 'Be avsändaren om en utan lösenord, eller skriv ut och skanna den.'),
  'for-lang-tid': ord('Det tog för lång tid att läsa filen.', 'Den kan vara skadad. Skanna dokumentet igen, i mindre delar.'),
  'for-mycket-minne': ord('Filen kräver mer minne än vad programmet får ta.', 'Skanna om dokumentet med lägre upplösning.'),
};
