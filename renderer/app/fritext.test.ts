import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Fields of forms over `useFormular` or `usePaborjat`: what is typed lies on disk as a draft. */
const iUtkast = [
  'components/Datumruta.tsx',
  'components/Titelfalt.tsx',
  'components/formular/Textfalt.tsx',
  'components/formular/Timmar.tsx',
  'features/bedomning/Funktionstabell.tsx',
  'features/beslut/Serietabell.tsx',
  'features/utredning/InledUtredning.tsx',
];
/**
 * What is looked for, or where, and is nothing of the akt's (a page of a document, a file of the computer); which pages are bound, which lies in the draft of its
 * bundle; the number of a receipt, typed beside its day and saved with one press; the reason to open an akt, an e-ansökan or a message, which is the opening's own and goes to the access log with it; and a password, which is kept nowhere.
 */
const utanUtkast = [
  'app/Kommandoruta.tsx',
  'components/Filval.tsx',
  'components/export/Exportdialog.tsx',
  'components/export/SkyddadeFalt.tsx',
  'features/bestallning/Insatsval.tsx',
  'features/bevakningar/ValjKundDialog.tsx',
  'features/bindare/Buntrad.tsx',
  'features/bindare/Dokumentlista.tsx',
  'features/eansokan/Skalfraga.tsx',
  'features/infoga/Mappval.tsx',
  'features/ivo/RapporteraDialog.tsx',
  'features/kris/KrismappDialog.tsx',
  'features/meddelanden/Skalfraga.tsx',
  'features/kund/LaggTillMedlem.tsx',
  'features/sok/Anteckningssok.tsx',
  'features/sok/SkalDialog.tsx',
  'features/sok/Soklada.tsx',
  'features/sokverktyg/Parameterfalt.tsx',
  'features/sokverktyg/SparaSokningDialog.tsx',
  'features/utskrift/SparaKopiaDialog.tsx',
  'features/utskrift/Vadochmall.tsx',
  'visare/Losenordsfraga.tsx',
  'visare/Skrivarval.tsx',
  'visare/Sokrad.tsx',
  'visare/Verktygsrad.tsx',
];

test('FORB-32 a box to type in is in a form that keeps a draft, or this test says why it is in none', () => {
  const root = new URL('../', import.meta.url).pathname;
  const filer = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.tsx') && !path.includes('.test.'),
  );
  const medRuta = filer.filter((path) => /<(?:Input|Textarea|SearchBox|input|textarea)\b/.test(readFileSync(`${root}${path}`, 'utf8')));
  expect(medRuta.map((path) => path.replaceAll('\\', '/')).sort()).toEqual([...iUtkast, ...utanUtkast].sort());
  for (const path of iUtkast.filter((one) => one.startsWith('features/')))
    expect(readFileSync(`${root}${path}`, 'utf8'), path).toMatch(/useFormular|usePaborjat|useSkrivning|Formular/);
});
