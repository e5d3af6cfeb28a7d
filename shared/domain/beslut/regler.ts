import { delegationFor, farBesluta, kandBeslutsfattare } from './delegation.ts';
import type { BeslutFakta } from './fakta.ts';
import { type Beslutsval, beslutsvalFor } from './forval.ts';
import type { Beslutsutkast } from './input.ts';
import { type Felkod, type Felrad, fel } from './rad.ts';
import type { Beslut } from './records.ts';
import { sammaManad } from './serie.ts';

/** Everything that is wrong with one beslut by itself, in the order of the form's fields (BESLUT-GEN-01). */
export function beslutFel(fakta: BeslutFakta, utkast: Beslutsutkast, today: string): Felrad[] {
  const { insatsId, utfall } = utkast;
  if (insatsId === undefined || utfall === undefined) return [fel('saknas', insatsId === undefined ? 'insatsId' : 'utfall', utkast.id)];
  const val = beslutsvalFor(fakta, { insatsId, utfall });
  const insats = fakta.insatser.find(({ id }) => id === insatsId);
  const sparat = fakta.beslut.find(({ id }) => id === utkast.id)?.data;
  // What was decided while the insats was in use can still be put right.
  if (!insats || !(insats.data.aktiv || sparat)) return [fel('finns-inte-i-katalogen', 'insatsId', utkast.id)];
  // LASS is entered by its own command, and nothing else makes it (FORB-30).
  if (insats.data.lass || !insats.data.utredningstyper.includes(fakta.utredning.typ))
    return [fel('stammer-inte-med-katalogen', 'insatsId', utkast.id)];
  if (!val) return [fel('stammer-inte-med-katalogen', 'utfall', utkast.id)];
  const fynd = [
    ...namnFel(val, utkast),
    ...datumFel(fakta, val, utkast, today),
    ...vemFel(fakta, val, utkast, sparat),
    ...omfattningFel(val, utkast),
  ];
  return fynd.map(([kod, falt]) => fel(kod, falt, utkast.id));
}

type Fynd = [kod: Felkod, falt: string];
const nar = (villkor: boolean, kod: Felkod, falt: string): Fynd[] => (villkor ? [[kod, falt]] : []);

function namnFel({ friBenamning }: Beslutsval, { benamning }: Beslutsutkast): Fynd[] {
  if (friBenamning) return nar(!benamning?.trim(), 'tom-text', 'benamning');
  return nar(benamning !== undefined, 'stammer-inte-med-katalogen', 'benamning');
}

function datumFel({ utredning }: BeslutFakta, { serie }: Beslutsval, utkast: Beslutsutkast, today: string): Fynd[] {
  const { beslutsdatum, giltigFran, giltigTom } = utkast;
  return [
    ...nar(beslutsdatum === undefined, 'saknas', 'beslutsdatum'),
    ...nar(beslutsdatum !== undefined && beslutsdatum > today, 'datum-i-framtiden', 'beslutsdatum'),
    ...nar(beslutsdatum !== undefined && beslutsdatum < utredning.startdatum, 'datum-fore', 'beslutsdatum'),
    ...nar(giltigFran === undefined, 'saknas', 'giltigFran'),
    ...nar(giltigFran !== undefined && giltigTom !== undefined && giltigTom < giltigFran, 'datum-fore', 'giltigTom'),
    ...(serie ? manadFel(giltigFran, giltigTom) : []),
  ];
}

/** BESLUT-PA-05: one beslut for each month, none over two. */
function manadFel(giltigFran: string | undefined, giltigTom: string | undefined): Fynd[] {
  if (giltigTom === undefined) return [['saknas', 'giltigTom']];
  return nar(giltigFran !== undefined && giltigTom >= giltigFran && !sammaManad(giltigFran, giltigTom), 'datum-efter', 'giltigTom');
}

function vemFel(fakta: BeslutFakta, { insats }: Beslutsval, utkast: Beslutsutkast, sparat: Beslut | undefined): Fynd[] {
  const { beslutsfattare, organisationId, utfall } = utkast;
  const delegerat = delegationFor(fakta.delegationer, { ...utkast, insatsId: insats.id, utfall: utfall ?? 'bifall' });
  const organisation = fakta.organisationer.some(({ id }) => id === organisationId);
  const far =
    beslutsfattare && farBesluta(beslutsfattare.slag, delegerat) && kandBeslutsfattare(fakta, beslutsfattare, sparat?.beslutsfattare);
  return [
    ...nar(beslutsfattare === undefined, 'saknas', 'beslutsfattare'),
    ...nar(beslutsfattare !== undefined && !far, 'fel-beslutsfattare', 'beslutsfattare'),
    ...nar(organisationId === undefined, 'saknas', 'organisationId'),
    ...nar(organisationId !== undefined && !organisation, 'finns-inte-i-katalogen', 'organisationId'),
  ];
}

/** Nivå, personkrets and hours: what the catalogue says the beslut has, and nothing else. */
function omfattningFel({ timenhet, nivaer, personkrets: regel }: Beslutsval, { omfattning, niva, personkrets }: Beslutsutkast): Fynd[] {
  return [
    ...(nivaer && niva === undefined
      ? nar(true, 'niva-kravs', 'niva')
      : nar(niva !== undefined && !nivaer?.includes(niva), 'niva-stammer-inte', 'niva')),
    ...nar(regel.kravs && personkrets === undefined, 'personkrets-kravs', 'personkrets'),
    ...nar(!regel.anvands && personkrets !== undefined, 'stammer-inte-med-katalogen', 'personkrets'),
    ...nar(timenhet !== undefined && omfattning === undefined, 'timmar-kravs', 'omfattning'),
    ...nar(timenhet === undefined && omfattning !== undefined, 'timmar-anvands-inte', 'omfattning'),
    ...nar(timenhet !== undefined && omfattning !== undefined && omfattning.enhet !== timenhet, 'enheten-stammer-inte', 'omfattning'),
  ];
}
