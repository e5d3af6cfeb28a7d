import { plusDagar } from '../../util/datum.ts';
import type { Akt } from '../akt.ts';
import type { Beslut } from '../beslut/records.ts';
import { samtidigaBifall } from '../beslut/samtidigt.ts';
import { isAttMeddela } from '../beslut/utskicksuppgift.ts';
import type { Bestallning } from '../bestallning/records.ts';
import { samtidigaBestallningar } from '../bestallning/samtidigt.ts';
import { ersattAv, isBekraftad, isLevande } from '../bestallning/urval.ts';
import { type Bevakning, isOppenBevakning } from '../bevakning/records.ts';
import type { Insats } from '../katalog/records.ts';
import { beviljat, standigtBifall } from '../pagaende.ts';
import type { Post } from '../post.ts';
import { beslutBakom } from '../verkstallighet/avslut.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';

/**
 * What no order of commands may bring an akt to, one line each; empty = the akt is whole. Asked by tests and by the simulation
 * after whatever several people did at once; no command of the product asks it.
 */
export function aktFel(akt: Akt, insatser: Post<Insats>[] = []): string[] {
  const oppnaLss = akt.verkstalligheter.filter(({ data }) => data.lssInsatser && data.slutdatum === undefined);
  return [
    ...(oppnaLss.length > 1 ? [`LSS Insatser is open ${oppnaLss.length} times: ${oppnaLss.map(({ id }) => id).join(', ')}`] : []),
    ...akt.bestallningar.flatMap((one) => bestallningsfel(one, akt)),
    ...akt.beslut.flatMap((one) => beslutsfel(one, akt)),
    ...akt.bevakningar.flatMap((one) => bevakningsfel(one, akt)),
    ...parfel(akt),
    ...periodfel(akt),
    ...samtidigtFel(akt, insatser),
  ];
}

/** No order without its bifall, and none half taken back; an earlier one ends the day before the one that goes on. */
function bestallningsfel({ id, data }: Post<Bestallning>, { beslut, bestallningar, verkstalligheter }: Akt): string[] {
  if (!isLevande(data)) return isBekraftad(data) ? [`bestallning ${id} is confirmed and taken back`] : [];
  const fel: string[] = [];
  const bifall = beslut.find((one) => one.id === data.beslutId)?.data;
  const felmarkerat = bifall?.felmarkerad && !isBekraftad(data);
  if (bifall?.utfall !== 'bifall' || felmarkerat) fel.push(`bestallning ${id} stands without its bifall`);
  if (data.bekraftelse && !verkstalligheter.some((one) => one.id === data.bekraftelse?.verkstallighetId))
    fel.push(`bestallning ${id} is confirmed into no verkställighet`);
  if (data.ersatter === undefined) return fel;
  const tidigare = bestallningar.find((one) => one.id === data.ersatter)?.data;
  if (!tidigare || !isLevande(tidigare) || tidigare.beslutId !== data.beslutId) return [...fel, `bestallning ${id} goes on from nothing`];
  if (tidigare.gallerTom !== plusDagar(data.gallerFran, -1)) fel.push(`the order before bestallning ${id} does not end the day before it`);
  return fel;
}

/** One order stands for each bifall; what was closed with the case is closed in every part. */
function beslutsfel({ id, data }: Post<Beslut>, { beslut, bestallningar, verkstalligheter }: Akt): string[] {
  const fel: string[] = [];
  const order = bestallningar.filter((one) => one.data.beslutId === id && isLevande(one.data));
  const gallande = order.filter((one) => !ersattAv(one.id, bestallningar));
  if (gallande.length > 1) fel.push(`beslut ${id} is ordered ${gallande.length} times`);
  if (data.aldrigPaborjad && order.length > 0) fel.push(`beslut ${id} never began and is ordered`);
  if (!data.avslutad) return fel;
  if (data.giltigTom === undefined) fel.push(`beslut ${id} was closed with the case and has no end`);
  for (const one of order)
    if (!isBekraftad(one.data) || one.data.gallerTom === undefined) fel.push(`bestallning ${one.id} is open in a closed case`);
  for (const one of verkstalligheter)
    if (one.data.beslutId === id && one.data.slutdatum === undefined && !gallerAnnat(one, beslut, bestallningar))
      fel.push(`verkstallighet ${one.id} is open in a closed case`);
  return fel;
}

/** No reminder is left where the case was closed (AVSL-03); who was done with it is said of what is Klar alone. */
function bevakningsfel({ id, data }: Post<Bevakning>, { beslut, bestallningar, verkstalligheter }: Akt): string[] {
  if (!isOppenBevakning(data)) return [];
  const { type, id: refId } = data.ref;
  const beslutId = {
    person: undefined,
    beslut: refId,
    bestallning: bestallningar.find((one) => one.id === refId)?.data.beslutId,
    verkstallighet: verkstalligheter.find((one) => one.id === refId)?.data.beslutId,
  }[type];
  const stangt = beslut.find((one) => one.id === beslutId)?.data;
  return [
    ...(data.klar ? [`bevakning ${id} is open and says who was done with it`] : []),
    // One that never began may have been ended with its verkställighet: the case goes on.
    ...(stangt?.avslutad && !stangt.aldrigPaborjad && !data.bevakasAvRoll && !(beslutId !== undefined && isAttMeddela(id, beslutId))
      ? [`bevakning ${id} is open in a closed case`]
      : []),
  ];
}

/** The two of a stödfamilj pair hold for the same days, are closed together, and are marked as wrong together (FORB-28). */
function parfel({ beslut }: Akt): string[] {
  const i = ({ data: { koppling } }: Post<Beslut>) => (koppling?.slag === 'stodfamilj' ? koppling.id : undefined);
  const par = Map.groupBy(
    beslut.filter(({ data }) => data.utfall === 'bifall'),
    i,
  );
  const lika = ({ giltigFran, giltigTom, avslutad, aldrigPaborjad }: Beslut) =>
    [giltigFran, giltigTom, avslutad !== undefined, aldrigPaborjad !== undefined].join(' ');
  return [...par].flatMap(([koppling, halvor]) => {
    const galler = halvor.filter(({ data }) => beviljat(data));
    if (koppling === undefined || galler.length === 0) return [];
    if (galler.length !== 2) return [`the pair ${koppling} has ${galler.length} halves`];
    return new Set(galler.map(({ data }) => lika(data))).size > 1 ? [`the two of the pair ${koppling} are not alike`] : [];
  });
}

/** It also carries out a bifall that goes on. */
function gallerAnnat(verkstallighet: Post<Verkstallighet>, beslut: Post<Beslut>[], bestallningar: Post<Bestallning>[]): boolean {
  const bakom = beslutBakom(verkstallighet, bestallningar);
  return beslut.some(({ id, data }) => bakom.has(id) && !data.avslutad && standigtBifall(data));
}

/** BEST-GEN-02: what holds for the same days on the same insats does so for a reason that one of the two keeps. */
function samtidigtFel({ beslut, bestallningar }: Akt, insatser: Post<Insats>[]): string[] {
  const standiga = beslut.filter(({ data }) => standigtBifall(data));
  const bifall = standiga.flatMap((one) =>
    samtidigaBifall({ insatser, beslut: standiga }, { ...one.data, id: one.id })
      .filter(({ id, data }) => id > one.id && !data.samtidigSkal && !one.data.samtidigSkal)
      .map(({ id }) => `beslut ${one.id} and ${id} hold for the same days without a reason`),
  );
  const skal = (order: Bestallning) => order.samtidigSkal ?? beslut.find(({ id }) => id === order.beslutId)?.data.samtidigSkal;
  const order = bestallningar
    .filter(({ data }) => isLevande(data))
    .flatMap((one) =>
      samtidigaBestallningar({ insatser, beslut, bestallningar }, one.data)
        .filter(({ id, data }) => id > one.id && !skal(data) && !skal(one.data))
        .map(({ id }) => `bestallning ${one.id} and ${id} run for the same days without a reason`),
    );
  return [...bifall, ...order];
}

/** Nothing ends before it starts. */
function periodfel({ beslut, bestallningar, verkstalligheter }: Akt): string[] {
  const perioder = [
    ...beslut.map(({ id, data }) => ({ namn: `beslut ${id}`, fran: data.giltigFran, till: data.giltigTom })),
    ...bestallningar.map(({ id, data }) => ({ namn: `bestallning ${id}`, fran: data.gallerFran, till: data.gallerTom })),
    ...verkstalligheter.map(({ id, data }) => ({ namn: `verkstallighet ${id}`, fran: data.startdatum, till: data.slutdatum })),
  ];
  return perioder.flatMap(({ namn, fran, till }) => (till !== undefined && till < fran ? [`${namn} ends before it starts`] : []));
}
