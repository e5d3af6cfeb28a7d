import { plusDagar } from '../../util/datum.ts';
import { avslagFor } from '../katalog/uppslag.ts';
import type { BeslutFakta } from './fakta.ts';
import type { Beslutsutkast } from './input.ts';
import { type Felrad, fel } from './rad.ts';
import { sammaManad } from './serie.ts';

type Fakta = Pick<BeslutFakta, 'insatser' | 'beslut'>;

/** What is wrong between the beslut of one operation: pairs, series and delavslag stand or fall together (FORB-24, -26, -28). */
export function sambandFel(fakta: Fakta, utkast: Beslutsutkast[]): Felrad[] {
  const upprepade = utkast.filter(({ id }, index) => utkast.findIndex((other) => other.id === id) !== index);
  const krets = utkast.find(({ personkrets }) => personkrets !== undefined)?.personkrets;
  return [
    ...upprepade.map(({ id }) => fel('finns-redan', 'id', id)),
    ...utkast
      .filter(({ personkrets }) => personkrets !== undefined && personkrets !== krets)
      .map(({ id }) => fel('personkrets-kravs', 'personkrets', id)),
    ...utkast.filter((one) => !one.koppling && parMed(fakta, one)).map(({ id }) => fel('par-kravs', 'koppling', id)),
    ...[...grupper(utkast).values()].flatMap((grupp) => gruppFel(fakta, grupp)),
  ];
}

function grupper(utkast: Beslutsutkast[]): Map<string, Beslutsutkast[]> {
  const grupper = new Map<string, Beslutsutkast[]>();
  for (const one of utkast) if (one.koppling) grupper.set(one.koppling.id, [...(grupper.get(one.koppling.id) ?? []), one]);
  return grupper;
}

const parMed = ({ insatser }: Fakta, { insatsId, utfall }: Beslutsutkast): string | undefined =>
  utfall === 'bifall' ? insatser.find(({ id }) => id === insatsId)?.data.parMedId : undefined;

function gruppFel(fakta: Fakta, grupp: Beslutsutkast[]): Felrad[] {
  const koppling = grupp[0]?.koppling;
  if (grupp.some((one) => one.koppling?.slag !== koppling?.slag)) return grupp.map(({ id }) => fel('par-kravs', 'koppling', id));
  // A saved pair or series is changed by beslut.spara, never lengthened behind its back.
  if (fakta.beslut.some(({ data }) => data.koppling?.id === koppling?.id)) return grupp.map(({ id }) => fel('finns-redan', 'koppling', id));
  return kopplingFel(fakta, grupp);
}

/** The rules of one group, saved or about to be: also what beslut.spara asks when one of them is changed. */
export function kopplingFel(fakta: Pick<BeslutFakta, 'insatser'>, grupp: Beslutsutkast[]): Felrad[] {
  const bifall = grupp.filter(({ utfall }) => utfall === 'bifall');
  const avslag = grupp.filter(({ utfall }) => utfall === 'avslag');
  const helt = { ...fakta, beslut: [] };
  switch (grupp[0]?.koppling?.slag) {
    case 'delavslag':
      return delavslagFel(helt, grupp, bifall, avslag);
    case 'stodfamilj':
      return [...parFel(helt, bifall), ...avslagsFel(helt, bifall, avslag)];
    case 'serie':
      return [...serieFel(helt, bifall), ...avslagsFel(helt, bifall, avslag)];
    default:
      return [];
  }
}

const delavslagFel = (fakta: Fakta, grupp: Beslutsutkast[], bifall: Beslutsutkast[], avslag: Beslutsutkast[]): Felrad[] =>
  bifall.length === 1 && avslag.length === 1
    ? [
        ...avslagsFel(fakta, bifall, avslag),
        ...bifall.filter((one) => parMed(fakta, one)).map(({ id }) => fel('par-kravs', 'koppling', id)),
      ]
    : grupp.map(({ id }) => fel('par-kravs', 'koppling', id));

/** The refused part of a pair or a series: one at most, and of what is granted. */
function avslagsFel(fakta: Fakta, bifall: Beslutsutkast[], avslag: Beslutsutkast[]): Felrad[] {
  const nekat = (insatsId: string | undefined) => {
    const insats = fakta.insatser.find(({ id }) => id === insatsId);
    return insats && avslagFor(fakta.insatser, insats)?.id;
  };
  const beviljat = bifall.map(({ insatsId }) => nekat(insatsId));
  return avslag
    .filter(({ insatsId }, index) => index > 0 || !beviljat.includes(nekat(insatsId)))
    .map(({ id }) => fel('par-kravs', 'koppling', id));
}

const parFalt = ['niva', 'beslutsdatum', 'giltigFran', 'giltigTom'] as const;

function parFel(fakta: Fakta, bifall: Beslutsutkast[]): Felrad[] {
  const [forsta, andra] = bifall;
  const [a, b] = forsta && parMed(fakta, forsta) ? [forsta, andra] : [andra, forsta];
  if (!a || !b || bifall.length !== 2 || parMed(fakta, a) !== b.insatsId) return bifall.map(({ id }) => fel('par-kravs', 'koppling', id));
  return parFalt.filter((falt) => a[falt] !== b[falt]).map((falt) => fel(falt === 'niva' ? 'niva-stammer-inte' : 'par-kravs', falt, a.id));
}

/** One beslut a calendar month, each beginning the day after the one before it. */
function serieFel({ insatser }: Fakta, bifall: Beslutsutkast[]): Felrad[] {
  const insats = insatser.find(({ id }) => id === bifall[0]?.insatsId);
  const annan = bifall.filter(({ insatsId }) => insatsId !== insats?.id || !insats?.data.bifall.serie);
  if (annan.length > 0) return annan.map(({ id }) => fel('stammer-inte-med-katalogen', 'koppling', id));
  const iOrdning = [...bifall].sort((a, b) => ((a.giltigFran ?? '') < (b.giltigFran ?? '') ? -1 : 1));
  return iOrdning.flatMap(({ id, giltigFran }, index) => {
    const tidigareTom = iOrdning[index - 1]?.giltigTom;
    if (giltigFran === undefined || tidigareTom === undefined) return [];
    const vantad = plusDagar(tidigareTom, 1);
    if (giltigFran === vantad) return sammaManad(tidigareTom, giltigFran) ? [fel('datum-fore', 'giltigFran', id)] : [];
    return [fel(giltigFran > vantad ? 'datum-efter' : 'datum-fore', 'giltigFran', id)];
  });
}
