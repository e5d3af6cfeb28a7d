import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { addDays, addMonths } from './days.ts';
import { insatsOf, lassBeslut } from './insatser.ts';
import { readJson } from './resources.ts';
import { richFrom } from './rich.ts';
import { fill, type Luckor } from './texter.ts';
import { avslutadUtredning, fattaBeslut, inled } from './utredning.ts';
import { bestallOchVerkstall, lssInsatser } from './verkstallighet.ts';

type Text = {
  rubrik: string;
  titel?: string;
  sedan: number;
  text: string;
  osignerad?: boolean;
  felmarkering?: { orsak: string; rattad: string };
};

/**
 * The akt of the design pictures 02 and 03 (Ekström, Linnea Maria): an open utredning with the journal and the document
 * of the pictures, a beslut whose beställning waits, an earlier utredning whose beslut runs, a LASS-beslut, and an old one.
 */
export function skrivLinnea(arbete: Arbete): void {
  const { profil, today } = arbete;
  const start = profil.given.inkom ?? addDays(today, -66);
  skrivTidigare(arbete);
  const id = inled(arbete, { typ: 'LSS Utredning', start });
  const luckor = { ...arbete.luckor, inkom: start, utlatande: addDays(today, -21) } satisfies Luckor;
  for (const { rubrik, titel, sedan, text, osignerad, felmarkering } of readJson<Text[]>('demo/linnea.json')) {
    arbete.penna.skriv({
      ref: { slag: 'utredning', id },
      rubrikKod: rubrik,
      ...(titel ? { titel } : {}),
      text: richFrom(fill(text, luckor)),
      dag: addDays(today, -sedan),
      av: profil.handlaggare,
      ...(osignerad ? { osignerad } : {}),
      ...(felmarkering ? { felmarkering: { orsak: felmarkering.orsak, rattad: richFrom(fill(felmarkering.rattad, luckor)) } } : {}),
    });
  }
  const ledsagarservice = insatsOf('LEDSAGARSERVICE');
  const bifall = ledsagarservice.beslut.bifall;
  if (!bifall) throw new Error('no bifall for LEDSAGARSERVICE in the decision catalogue');
  const [dag, fran, tom] = [addDays(today, -8), addDays(today, 11), addDays(today, 375)];
  const beslutId = fattaBeslut(arbete, id, bifall, { utfall: 'bifall', dag, fran, tom });
  bestallOchVerkstall(
    arbete,
    { beslutId, insats: ledsagarservice, beslutsdatum: dag, giltigFran: fran, giltigTom: tom },
    { obekraftad: true },
  );
}

/** What the tree of picture 02 shows below the open utredning. */
function skrivTidigare(arbete: Arbete): void {
  const { today } = arbete;
  const sedan = (months: number): IsoDate => addMonths(today, -months);
  const forsta = { insats: insatsOf('KORTTIDSVISTELSE'), utfall: 'bifall', start: sedan(68), giltigTom: sedan(52), hel: false } as const;
  bestallOchVerkstall(arbete, avslutadUtredning(arbete, forsta), { niva: 1 });
  const andra = { insats: insatsOf('LEDSAGARSERVICE'), utfall: 'bifall', start: sedan(34), hel: true } as const;
  const beslutad = avslutadUtredning(arbete, andra);
  bestallOchVerkstall(arbete, beslutad, {});
  lssInsatser(arbete, { start: beslutad.beslutsdatum, insats: andra.insats, noter: 2 });
  const lass = inled(arbete, { typ: 'LSS Utredning', start: sedan(18), slut: addDays(sedan(18), 28) });
  fattaBeslut(arbete, lass, lassBeslut, { utfall: 'bifall', dag: addDays(sedan(18), 28), fran: sedan(18) });
  const plats = { ref: { slag: 'utredning', id: lass }, rubrikKod: journalRubrik, dag: sedan(18), av: arbete.profil.handlaggare } as const;
  arbete.penna.skriv({
    ...plats,
    titel: 'Beslut från Försäkringskassan inkom',
    text: richFrom('Beslutsmeddelande från Försäkringskassan inkom. Linnea har beviljats assistansersättning.'),
  });
}
