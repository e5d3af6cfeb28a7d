import { beslutshinder } from '../../../shared/domain/bestallning/hinder.ts';
import { bestallningskategori, utforarval } from '../../../shared/domain/bestallning/urval.ts';
import { verkstallighetFor } from '../../../shared/domain/bestallning/verkstallighet.ts';
import { insatsAv } from '../../../shared/domain/katalog/uppslag.ts';
import { lssInsatserKategori, oppenLssInsatser } from '../../../shared/domain/lss-insatser.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { yymmdd } from '../../../shared/util/datum.ts';

/** A verkställighet that a handläggare may open now (VERK-02), with the values it is opened with. */
export type Oppningsval = {
  varde: string;
  namn: string;
  insatskategori: string;
  /** The utförare it must have; absent = chosen among those who may have LSS Insatser (VERK-07). */
  utforareId?: string;
  beslutId?: string;
  startdatum: string;
};

/** What can be opened (VERK-02, VERK-03): LSS Insatser when none is open, and that of each bifall whose order the handläggare confirms. */
export function oppningsvalFor(akt: AktVy, katalog: KatalogVy, idag: string): Oppningsval[] {
  const lss: Oppningsval[] = oppenLssInsatser(akt.verkstalligheter, idag)
    ? []
    : [{ varde: 'lss', namn: lssInsatserKategori, insatskategori: lssInsatserKategori, startdatum: senasteBeslutsdatum(akt) ?? idag }];
  const ovriga = akt.beslut.flatMap((post): Oppningsval[] => {
    const insats = insatsAv(katalog.insatser, post.data)?.data;
    if (beslutshinder(post.data, katalog.insatser) || !insats) return [];
    const insatskategori = bestallningskategori(post.data, insats);
    return utforarval(post.data, insats, katalog.utforare)
      .filter(({ egenBekraftelse }) => egenBekraftelse)
      .flatMap(({ utforareId, namn }) => {
        const order = { beslutId: post.id, beslut: post.data, utforareId, insatskategori, egenBekraftelse: true };
        const found = verkstallighetFor(order, akt.beslut, akt.verkstalligheter, idag, post.data.beslutsdatum);
        if (found.slag === 'finns') return [];
        return [
          {
            varde: `${post.id} ${utforareId}`,
            namn: `${insatskategori} – ${namn} (${post.data.beslutsnamn} ${yymmdd(post.data.beslutsdatum)})`,
            insatskategori,
            utforareId,
            beslutId: post.id,
            startdatum: found.startdatum,
          },
        ];
      });
  });
  return [...lss, ...ovriga];
}

/** VERK-07: LSS Insatser starts on the beslutsdatum. */
const senasteBeslutsdatum = (akt: AktVy): string | undefined =>
  akt.beslut
    .filter(({ data }) => data.utfall === 'bifall' && !data.felmarkerad)
    .map(({ data }) => data.beslutsdatum)
    .sort()
    .at(-1);
