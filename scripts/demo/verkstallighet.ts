import type { Actor } from '../../shared/domain/command.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { addDays, daysBetween, later } from './days.ts';
import type { Insats } from './insatser.ts';
import { arendeLuckor } from './luckor.ts';
import { mallFor, verkstallighetstexter } from './texter.ts';
import type { Beslutad } from './utredning.ts';

/** The beställning of a bifall and, once the utförare has confirmed it, the verkställighet (ROLL-02). */
export function bestallOchVerkstall(arbete: Arbete, beslutad: Beslutad, val: { obekraftad?: boolean; niva?: number }): void {
  const { akt, katalog, profil, today } = arbete;
  const { insats, beslutsdatum, giltigFran, giltigTom } = beslutad;
  const till = profil.random.pick(insats.bestallning);
  const utforareId = katalog.idOf('utforare', till.utforare);
  const bekraftad = addDays(beslutsdatum, profil.random.between(3, 24));
  const vantar = val.obekraftad === true || bekraftad >= today;
  const insatsval = val.niva ? till.insatser[val.niva - 1] : profil.random.pick(till.insatser);
  akt.put('bestallning', akt.newId(beslutsdatum), {
    beslutId: beslutad.beslutId,
    bestalltDatum: beslutsdatum,
    gallerFran: giltigFran,
    ...(giltigTom ? { gallerTom: giltigTom } : {}),
    utforareId,
    insatser: insatsval ? [insatsval] : [],
    ...(vantar ? {} : { bekraftad }),
  });
  if (vantar) return;
  const start = later(giltigFran, bekraftad);
  const slut = giltigTom && giltigTom < today ? giltigTom : undefined;
  if (slut && slut < start) return;
  const id = akt.put('verkstallighet', akt.newId(bekraftad), {
    insatskategori: insats.beslut.bifall?.insatskategori ?? insats.namn,
    utforareId,
    organisationId: katalog.idOf('organisation', 'LSS Myndighet'),
    startdatum: start,
    ...(slut ? { slutdatum: slut } : {}),
    lssInsatser: false,
  });
  const personal = katalog.personalAt(utforareId);
  if (personal) skrivSomUtforare(arbete, { id, insats, start, slut: slut ?? today, av: personal });
}

type Noter = { id: string; insats: Insats; start: IsoDate; slut: IsoDate; av: Actor };

/** Notes of the utförare's staff, from the start of the insats to its end or today. */
function skrivSomUtforare(arbete: Arbete, { id, insats, start, slut, av }: Noter): void {
  const { profil, today } = arbete;
  const dagar = daysBetween(start, slut);
  if (dagar < 3 || start >= today) return;
  const koder = ['VERK_GENOMFORANDE', 'VERK_ANTECKNINGAR', 'VERK_UPPFOLJNING'].filter((_, index) =>
    profil.random.chance(index === 0 ? 0.8 : 0.3),
  );
  const luckor = { ...arbete.luckor, ...arendeLuckor(profil, { insats, inkom: start }) };
  koder.forEach((kod, index) => {
    const mall = mallFor(verkstallighetstexter.utforare, kod);
    if (!mall) throw new Error(`resources/demo/texter-verkstallighet.json lacks ${kod}`);
    const dag = addDays(start, 2 + Math.floor((dagar * index) / (koder.length + 1)));
    arbete.skriv(mall, luckor, { ref: { slag: 'verkstallighet', id }, rubrikKod: kod, dag, av });
  });
}

type Egen = { start: IsoDate; slut?: IsoDate | undefined; insats: Insats; utforare?: string; noter: number };

/** The verkställighet LSS Insatser, whose utförare is the handläggare's function, and where handläggare write (VERK-01, ROLL-04). */
export function lssInsatser(arbete: Arbete, { start, slut, insats, utforare, noter }: Egen): string {
  const { akt, katalog, profil, today } = arbete;
  const id = akt.put('verkstallighet', akt.newId(start), {
    insatskategori: 'LSS Insatser',
    utforareId: utforare
      ? katalog.idOf('utforare', utforare)
      : (profil.handlaggare.funktionId ?? katalog.idOf('utforare', 'LSS Myndighet')),
    organisationId: katalog.idOf('organisation', 'LSS Myndighet'),
    startdatum: start,
    ...(slut ? { slutdatum: slut } : {}),
    lssInsatser: true,
  });
  const luckor = { ...arbete.luckor, ...arendeLuckor(profil, { insats, inkom: start }) };
  const dagar = daysBetween(start, slut ?? today);
  for (let n = 1; n <= noter; n++) {
    const kod = n % 2 === 0 ? 'VERK_UPPFOLJNING' : 'VERK_ANTECKNINGAR';
    const mall = mallFor(verkstallighetstexter.handlaggare, kod);
    if (!mall) throw new Error(`resources/demo/texter-verkstallighet.json lacks ${kod}`);
    const dag = addDays(start, Math.floor((dagar * n) / (noter + 1)));
    arbete.skriv(mall, luckor, { ref: { slag: 'verkstallighet', id }, rubrikKod: kod, dag, av: profil.handlaggare });
  }
  return id;
}
