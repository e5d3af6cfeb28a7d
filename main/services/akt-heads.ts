import type { Akt } from '../../shared/domain/rubriktrad/trad.ts';
import type { Head } from './ports.ts';

/** Sorts the heads of an akt's records by what the rubrikträd makes of them; other types have no node. */
export function aktOfHeads(heads: Head[]): Akt {
  const akt: Akt = {
    aktualiseringar: [],
    utredningar: [],
    beslut: [],
    bestallningar: [],
    bedomningar: [],
    bevakningar: [],
    verkstalligheter: [],
    anteckningar: [],
    utlamningar: [],
    mottagna: [],
    handlingar: [],
  };
  for (const head of heads) {
    switch (head.type) {
      case 'aktualisering':
        akt.aktualiseringar.push({ id: head.id, data: head.huvud });
        break;
      case 'bevakning':
        akt.bevakningar.push({ id: head.id, data: head.huvud });
        break;
      case 'bedomning':
        akt.bedomningar.push({ id: head.id, data: head.huvud });
        break;
      case 'utredning':
        akt.utredningar.push({ id: head.id, data: head.huvud });
        break;
      case 'beslut':
        akt.beslut.push({ id: head.id, data: head.huvud });
        break;
      case 'bestallning':
        akt.bestallningar.push({ id: head.id, data: head.huvud });
        break;
      case 'verkstallighet':
        akt.verkstalligheter.push({ id: head.id, data: head.huvud });
        break;
      case 'utlamning':
        akt.utlamningar.push({ id: head.id, data: head.huvud });
        break;
      case 'mottagen':
        akt.mottagna.push({ id: head.id, data: head.huvud });
        break;
      case 'dokument':
        akt.handlingar.push({ id: head.id, data: head.huvud });
        break;
      case 'anteckning':
        akt.anteckningar.push({ id: head.id, huvud: head.huvud });
        break;
    }
  }
  return akt;
}
