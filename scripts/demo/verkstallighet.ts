import { bestallningFor } from '../../shared/domain/beslut/bestallbart.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { dagarMellan, type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { earlier, later } from './days.ts';
import { avslutaArende, avslutaVerkstallighet } from './formular/avslut.ts';
import { bekraftaBestallning, skickaBestallning } from './formular/bestallning.ts';
import type { Insats } from './insatser.ts';
import { arendeLuckor } from './luckor.ts';
import { mallFor, verkstallighetstexter } from './texter.ts';
import type { Beslutad } from './utredning.ts';

export type Bestallt = {
  /** Nobody has confirmed it yet. */
  obekraftad?: boolean | undefined;
  utforareId?: string | undefined;
};

/** The beställning of each bifall and, once it is confirmed, the verkställighet (ROLL-02), ended with its bifall. */
export function bestallOchVerkstall(arbete: Arbete, beslutad: Beslutad, val: Bestallt = {}): void {
  const { akt, katalog, profil, today } = arbete;
  const utforareId =
    val.utforareId ?? profil.random.pick(beslutad.insats.bestallning.map(({ utforare }) => katalog.idOf('utforare', utforare)));
  const bestalld = later(
    earlier(plusDagar(beslutad.beslutsdatum, profil.random.between(0, 3)), plusDagar(today, -1)),
    beslutad.beslutsdatum,
  );
  const bekraftad = plusDagar(bestalld, profil.random.between(3, 24));
  const verkstallda = new Set<string>();
  for (const beslutId of beslutad.beslutIds) {
    const data = akt.get('beslut', beslutId);
    if (!data || !bestallningFor(katalog.list('insats'), data)) continue;
    const skickad = arbete.gor(profil.handlaggare, bestalld, (formular) =>
      skickaBestallning(formular, { id: beslutId, data }, { utforareId, oppna: true }),
    );
    const bestallning = akt.get('bestallning', String(skickad.bestallningId));
    const av = katalog.get('utforare', utforareId)?.bekraftasAv === 'handlaggare' ? profil.handlaggare : katalog.personalAt(utforareId);
    if (val.obekraftad || bekraftad >= today || !bestallning || !av) continue;
    const datum = earlier(later(data.giltigFran, bekraftad), data.giltigTom ?? later(data.giltigFran, bekraftad));
    arbete.gor(av, bekraftad, (formular) =>
      bekraftaBestallning(
        formular,
        { id: String(skickad.bestallningId), data: bestallning },
        datum,
        katalog.idOf('organisation', 'LSS Myndighet'),
      ),
    );
    const inne = akt.get('bestallning', String(skickad.bestallningId))?.bekraftelse?.verkstallighetId;
    if (inne) verkstallda.add(inne);
  }
  for (const id of verkstallda) {
    const verkstallighet = akt.get('verkstallighet', id);
    if (!verkstallighet) continue;
    const slut = beslutad.giltigTom && beslutad.giltigTom < today ? later(beslutad.giltigTom, verkstallighet.startdatum) : undefined;
    const personal = katalog.personalAt(utforareId);
    const { insats } = beslutad;
    if (personal) skrivSomUtforare(arbete, { id, insats, start: verkstallighet.startdatum, slut: slut ?? today, av: personal });
    if (slut)
      arbete.gor(personal ?? profil.handlaggare, earlier(slut, plusDagar(today, -1)), (formular) =>
        avslutaVerkstallighet(formular, { id, data: verkstallighet }, slut),
      );
  }
}

type Noter = { id: string; insats: Insats; start: IsoDate; slut: IsoDate; av: Actor };

/** Notes of the utförare's staff, from the start of the insats to its end or today. */
function skrivSomUtforare(arbete: Arbete, { id, insats, start, slut, av }: Noter): void {
  const { profil, today } = arbete;
  const dagar = dagarMellan(start, slut);
  if (dagar < 3 || start >= today) return;
  const koder = ['VERK_GENOMFORANDE', 'VERK_ANTECKNINGAR', 'VERK_UPPFOLJNING'].filter((_, index) =>
    profil.random.chance(index === 0 ? 0.8 : 0.3),
  );
  const luckor = { ...arbete.luckor, ...arendeLuckor(profil, { insats, inkom: start }) };
  koder.forEach((kod, index) => {
    const mall = mallFor(verkstallighetstexter.utforare, kod);
    if (!mall) throw new Error(`resources/demo/texter-verkstallighet.json lacks ${kod}`);
    const dag = plusDagar(start, 2 + Math.floor((dagar * index) / (koder.length + 1)));
    arbete.skriv(mall, luckor, { ref: { slag: 'verkstallighet', id }, rubrikKod: kod, dag, av });
  });
}

/** Notes in the verkställighet LSS Insatser, where handläggare write (VERK-01, ROLL-03). */
export function skrivILssInsatser(
  arbete: Arbete,
  { insats, slut, noter }: { insats: Insats; slut?: IsoDate | undefined; noter: number },
): void {
  const { akt, profil, today } = arbete;
  const egen = akt.list('verkstallighet').findLast(({ data }) => data.lssInsatser);
  if (!egen) throw new Error(`no LSS Insatser in ${akt.scope}`);
  const { startdatum: start } = egen.data;
  const luckor = { ...arbete.luckor, ...arendeLuckor(profil, { insats, inkom: start }) };
  const dagar = Math.max(0, dagarMellan(start, slut ?? today));
  for (let n = 1; n <= noter; n++) {
    const kod = n % 2 === 0 ? 'VERK_UPPFOLJNING' : 'VERK_ANTECKNINGAR';
    const mall = mallFor(verkstallighetstexter.handlaggare, kod);
    if (!mall) throw new Error(`resources/demo/texter-verkstallighet.json lacks ${kod}`);
    const dag = plusDagar(start, Math.floor((dagar * n) / (noter + 1)));
    arbete.skriv(mall, luckor, { ref: { slag: 'verkstallighet', id: egen.id }, rubrikKod: kod, dag, av: profil.handlaggare });
  }
}

/** Closes the case with an end date everywhere (AVSL-01). */
export function avslutaArendet(arbete: Arbete, datum: IsoDate): void {
  arbete.gor(arbete.profil.handlaggare, datum, (formular) => avslutaArende(formular, datum));
}
