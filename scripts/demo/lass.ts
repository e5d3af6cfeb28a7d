import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import type { Arbete } from './arbete.ts';
import { addMonths } from './days.ts';
import { insatsOf, lassBeslut } from './insatser.ts';
import { borjan } from './insatsval.ts';
import { arendeLuckor } from './luckor.ts';
import { journaltexter, mallFor } from './texter.ts';
import { fattaBeslut, inled, skrivRubrik } from './utredning.ts';
import { lssInsatser } from './verkstallighet.ts';

/** Försäkringskassan's decision on assistansersättning, an administrative record (LASS-01 to LASS-17). */
export function skrivLass(arbete: Arbete): void {
  const { profil } = arbete;
  const start = borjan(arbete, profil.random.between(3, 26));
  const insats = insatsOf('PERSONLIG_ASSISTANS');
  const id = inled(arbete, { typ: 'LSS Utredning', start, slut: start });
  const fran = addMonths(start, -1);
  const luckor = { ...arbete.luckor, ...arendeLuckor(profil, { insats, inkom: start, fran }) };
  const mall = mallFor(journaltexter, 'lassInkom');
  if (!mall) throw new Error('resources/demo/texter-journal.json lacks lassInkom');
  arbete.skriv(mall, luckor, { ref: { slag: 'utredning', id }, rubrikKod: journalRubrik, dag: start, av: profil.handlaggare });
  skrivRubrik(arbete, { id, luckor }, { kod: 'BESLUT', dag: start, variant: 'lass' });
  fattaBeslut(arbete, id, lassBeslut, { utfall: 'bifall', dag: start, fran });
  lssInsatser(arbete, { start: fran, insats, utforare: 'LSS Myndighet', noter: profil.random.between(0, 1) });
}
