import { type IsoDate, plusDagar, plusManader } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { insatsOf } from './insatser.ts';
import { fatta as fattaLass } from './lass.ts';
import { readJson } from './resources.ts';
import { richFrom } from './rich.ts';
import { fill, type Luckor } from './texter.ts';
import { avslutadUtredning, fatta, inled } from './utredning.ts';
import { avslutaArendet, bestallOchVerkstall, skrivILssInsatser } from './verkstallighet.ts';

type Text = {
  rubrik: string;
  titel?: string;
  sedan: number;
  text: string;
  osignerad?: boolean;
  felmarkering?: { orsak: string; rattad: string };
};

/**
 * The akt of the first screens (Ekström, Linnea Maria): an open utredning with the journal and the document
 * they show, a beslut whose beställning waits, an earlier utredning whose beslut runs, a LASS-beslut, and an old one.
 */
export function skrivLinnea(arbete: Arbete): void {
  const { profil, today, katalog } = arbete;
  const start = profil.given.inkom ?? plusDagar(today, -66);
  skrivTidigare(arbete);
  const id = inled(arbete, {
    typ: 'LSS Utredning',
    start,
    insatsIds: ['PERSONLIG_ASSISTANS', 'LEDSAGARSERVICE'].map((kod) => katalog.insatsId(kod)),
  });
  const luckor = { ...arbete.luckor, inkom: start, utlatande: plusDagar(today, -21) } satisfies Luckor;
  for (const { rubrik, titel, sedan, text, osignerad, felmarkering } of readJson<Text[]>('demo/linnea.json')) {
    arbete.penna.skriv({
      ref: { slag: 'utredning', id },
      rubrikKod: rubrik,
      ...(titel ? { titel } : {}),
      text: richFrom(fill(text, luckor)),
      dag: plusDagar(today, -sedan),
      av: profil.handlaggare,
      ...(osignerad ? { osignerad } : {}),
      ...(felmarkering ? { felmarkering: { orsak: felmarkering.orsak, rattad: richFrom(fill(felmarkering.rattad, luckor)) } } : {}),
    });
  }
  const insats = insatsOf('LEDSAGARSERVICE');
  const [beslutsdatum, giltigFran, giltigTom] = [plusDagar(today, -8), plusDagar(today, 11), plusDagar(today, 375)];
  // The ansökan also concerns personlig assistans, which is being examined: the utredning goes on.
  const beslutad = fatta(arbete, id, { insats, utfall: 'bifall', beslutsdatum, giltigFran, giltigTom, hallOppen: true });
  bestallOchVerkstall(arbete, beslutad, { obekraftad: true });
}

/** What the tree shows below the open utredning. */
function skrivTidigare(arbete: Arbete): void {
  const { today } = arbete;
  const sedan = (months: number): IsoDate => plusManader(today, -months);
  const forsta = {
    insats: insatsOf('KORTTIDSVISTELSE'),
    utfall: 'bifall',
    start: sedan(68),
    giltigTom: sedan(52),
    hel: false,
    niva: 1,
  } as const;
  bestallOchVerkstall(arbete, avslutadUtredning(arbete, forsta));
  avslutaArendet(arbete, sedan(52));
  const andra = { insats: insatsOf('LEDSAGARSERVICE'), utfall: 'bifall', start: sedan(34), hel: true } as const;
  bestallOchVerkstall(arbete, avslutadUtredning(arbete, andra));
  skrivILssInsatser(arbete, { insats: andra.insats, noter: 2 });
  fattaLass(arbete, {
    inkom: sedan(18),
    fran: sedan(18),
    journal: richFrom('Beslutsmeddelande från Försäkringskassan inkom. Linnea har beviljats assistansersättning.'),
    beslutstext: richFrom('Försäkringskassan har beviljat Linnea assistansersättning enligt 51 kap. socialförsäkringsbalken.'),
  });
}
