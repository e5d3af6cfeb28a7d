import { type IsoDate, plusDagar, plusManader, sistaDagen } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { workday } from './days.ts';
import { fattaBeslut } from './formular/beslut.ts';
import { bekraftaBestallning, skickaBestallning } from './formular/bestallning.ts';
import { inled } from './utredning.ts';

/** So long before today the ansökan comes in, at least: what is decided of it has had time to begin. */
const dagarSedan = 60;

/**
 * Hemtjänst or trygghetslarm at Bistånd, granted, ordered and carried out; of every third it has ended by the last month. Of every fourth nobody has
 * confirmed it.
 */
export function skrivHemvard(arbete: Arbete): void {
  const { akt, profil, katalog, today } = arbete;
  const ledig = akt.list('utredning').every(({ data }) => data.slutdatum !== undefined);
  if (profil.historia !== 'bistand' || !ledig) return;
  const av = profil.handlaggare;
  const senast =
    akt
      .list('utredning')
      .map(({ data }) => data.slutdatum ?? '')
      .sort()
      .at(-1) ?? '';
  const start = workday(plusDagar(today, -dagarSedan - (profil.index % 30)));
  if (start <= senast) return;
  const insatsId = katalog.insatsId(profil.index % 3 === 0 ? 'TRYGGHETSLARM' : 'HEMTJANST');
  const utredningId = inled(arbete, { typ: 'förenklad utredning', start, insatsIds: [insatsId] });
  const beslutsdatum = workday(plusDagar(start, 8));
  const giltigFran = plusDagar(beslutsdatum, 4);
  const giltigTom: IsoDate | undefined = profil.index % 3 === 1 ? plusDagar(sistaDagen(plusManader(today, -1)), -5) : undefined;
  const val = { utredningId, insatsId, utfall: 'bifall' as const, beslutsdatum, giltigFran, giltigTom, minuter: 1200 };
  const [{ id: beslutId } = { id: '' }] = arbete.gor(av, beslutsdatum, (formular) => fattaBeslut(formular, val)).beslut;
  const data = akt.get('beslut', beslutId);
  if (!data) return;
  const skickad = arbete.gor(av, beslutsdatum, (formular) => skickaBestallning(formular, { id: beslutId, data }));
  const bestallning = akt.get('bestallning', skickad.bestallningId);
  if (!bestallning || profil.index % 4 === 0) return;
  const post = { id: skickad.bestallningId, data: bestallning };
  arbete.gor(av, plusDagar(giltigFran, 2), (formular) => bekraftaBestallning(formular, post, giltigFran));
}
