import { dagarMellan, type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import type { Insats } from './insatser.ts';
import { arendeLuckor } from './luckor.ts';
import { inled, journalsteg, rubrikerOf, skrivRubrik } from './utredning.ts';

type Oppen = { insats: Insats; inkom: IsoDate; typ?: string };

/** An utredning that goes on: as far written as its age suggests, the last rubriker still unsigned drafts of the handläggare. */
export function oppenUtredning(arbete: Arbete, { insats, inkom, typ = 'LSS Utredning' }: Oppen): string {
  const { profil, today, katalog } = arbete;
  const { data } = katalog.list('insats').find((one) => one.data.utredningstyper[0] === typ) ?? {};
  const kod = typ === 'LSS Utredning' ? insats.id : (data?.kod ?? insats.id);
  const id = inled(arbete, { typ, start: inkom, insatsIds: [katalog.insatsId(kod)] });
  const luckor = { ...arbete.luckor, ...arendeLuckor(profil, { insats, inkom }) };
  const dagar = dagarMellan(inkom, today);
  const inledd = { id, luckor, insats, start: inkom };
  const steg = ['forstaKontakt', 'hembesok', 'intygInkom', 'telefonAnhorig', 'mote'].slice(0, 1 + Math.floor(dagar / 18));
  journalsteg(arbete, inledd, steg, plusDagar(today, -1));
  const ersattning = typ !== 'LSS Utredning';
  const alla = ersattning ? ['ANSOKAN', 'UNDERLAG', 'BEDOMNING'] : rubrikerOf(arbete, insats).filter((kod) => !isDecision(kod));
  const skrivna = alla.slice(0, Math.max(1, Math.min(alla.length, Math.round(dagar / 12))));
  const utkast = dagar < 12 ? 0 : Math.min(skrivna.length - 1, profil.random.between(1, 2));
  skrivna.forEach((kod, index) => {
    const dag = plusDagar(inkom, Math.round((dagar * (index + 1)) / (skrivna.length + 1)));
    const osignerad = index >= skrivna.length - utkast;
    skrivRubrik(arbete, inledd, { kod, dag, ...(ersattning ? { variant: 'ersattning' } : {}), osignerad });
  });
  return id;
}

/** Written when the outcome is known, which it is not yet. */
const isDecision = (kod: string): boolean => kod === 'BEDOMNING' || kod === 'FORSLAG_TILL_BESLUT' || kod === 'BESLUT';
