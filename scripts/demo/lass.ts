import type { RichText } from '../../shared/domain/text/text.ts';
import { type IsoDate, plusManader } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { fattaLass } from './formular/beslut.ts';
import { insatsOf } from './insatser.ts';
import { borjan } from './insatsval.ts';
import { arendeLuckor } from './luckor.ts';
import { dokumenttexter, journaltexter, mallFor } from './texter.ts';
import { skrivILssInsatser } from './verkstallighet.ts';

/** Försäkringskassan's decision on assistansersättning, an administrative record (LASS-01 to LASS-17). */
export function skrivLass(arbete: Arbete): void {
  const { profil } = arbete;
  const inkom = borjan(arbete, profil.random.between(3, 26));
  const insats = insatsOf('PERSONLIG_ASSISTANS');
  const fran = plusManader(inkom, -1);
  const luckor = { ...arbete.luckor, ...arendeLuckor(profil, { insats, inkom, fran }) };
  const text = (mallar: typeof journaltexter, nyckel: string, variant?: string): RichText => {
    const mall = mallFor(mallar, nyckel, variant);
    if (!mall) throw new Error(`resources/demo lacks ${nyckel}`);
    return arbete.text(mall, luckor).text;
  };
  fatta(arbete, { inkom, fran, journal: text(journaltexter, 'lassInkom'), beslutstext: text(dokumenttexter, 'BESLUT', 'lass') });
  skrivILssInsatser(arbete, { insats, noter: profil.random.between(0, 1) });
}

/** The one guided entry of a LASS-beslut, on the day it came in. */
export function fatta(arbete: Arbete, lass: { inkom: IsoDate; fran: IsoDate; journal: RichText; beslutstext: RichText }): void {
  const { profil } = arbete;
  const { inkom: inkomDatum, fran: giltigFran, ...texter } = lass;
  const minuter = 60 * profil.random.between(25, 120);
  const val = { inkomDatum, giltigFran, minuter, personkrets: profil.diagnos.krets, ...texter };
  arbete.gor(profil.handlaggare, inkomDatum, (formular) => fattaLass(formular, val));
}
