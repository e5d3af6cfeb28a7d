import { utredningAvslutas } from '../../../shared/domain/beslut/avslutas.ts';
import { beslutsfattareVal } from '../../../shared/domain/beslut/delegation.ts';
import type { BeslutFakta } from '../../../shared/domain/beslut/fakta.ts';
import { delavslag, forvaltBeslut, stodfamiljspar } from '../../../shared/domain/beslut/forval.ts';
import type { BeslutInput, LssInsatserVal } from '../../../shared/domain/beslut/input.ts';
import { behoverLssInsatser } from '../../../shared/domain/beslut/lss-insatser.ts';
import { beslutAttSe, kraverSamtidigSkal } from '../../../shared/domain/beslut/samtidigt.ts';
import { forslagSerie } from '../../../shared/domain/beslut/serie.ts';
import { kanHaLssInsatser } from '../../../shared/domain/katalog/uppslag.ts';
import { lassInsats } from '../../../shared/domain/lass/fatta.ts';
import { lassAttErsatta } from '../../../shared/domain/lass/pagaende.ts';
import { registreradPersonkrets } from '../../../shared/domain/person/personkrets.ts';
import type { RichText } from '../../../shared/domain/text/text.ts';
import { type IsoDate, plusDagar } from '../../../shared/util/datum.ts';
import { type Formular, faktaFor, type Kommando } from './formular.ts';

export type Beslutsval = {
  utredningId: string;
  insatsId: string;
  utfall: 'bifall' | 'avslag';
  beslutsdatum: IsoDate;
  giltigFran: IsoDate;
  giltigTom?: IsoDate | undefined;
  niva?: string | undefined;
  minuter?: number;
  personkrets?: '1' | '2' | '3';
  externPlacering?: boolean;
  /** Granted in part: a linked avslag beside the bifall (FORB-26). */
  delavslag?: boolean;
  /** Name where the catalogue leaves it to the user (FRAGA-10). */
  benamning?: string;
  /** Why it holds beside another bifall of the same insats. */
  samtidigSkal?: string;
  /** Leaves the utredning open, whatever has been decided. */
  hallOppen?: boolean;
};

/**
 * Beslut as the form holds it when it is saved: the presets, the pair, the series and the delavslag that follow, LSS Insatser
 * opened with it where none is, and the utredning ended with the last aktualisering decided.
 * @returns undefined when the catalogue knows no such beslut, or the view no such utredning
 */
export function fattaBeslut(formular: Formular, val: Beslutsval): Kommando<'beslut.fatta'> | undefined {
  const fakta = faktaFor(formular, val.utredningId);
  const beslut = fakta && beslutsrader(formular, fakta, val);
  if (!fakta || !beslut) return undefined;
  const { kvar } = utredningAvslutas(fakta, beslut);
  const lssInsatser = lssVal(formular, fakta, beslut);
  const avslutaUtredning = !val.hallOppen && kvar.length === 0;
  return {
    name: 'beslut.fatta',
    input: {
      ...{ personId: formular.personId, utredningId: val.utredningId, beslut, avslutaUtredning },
      personkretsSedd: fakta.personkrets ?? null,
      sedda: beslutAttSe(fakta, beslut).map(({ id }) => id),
      ...(kraverSamtidigSkal(fakta, beslut) ? { samtidigSkal: val.samtidigSkal } : {}),
      ...(lssInsatser ? { lssInsatser } : {}),
    },
  };
}

function beslutsrader(formular: Formular, fakta: BeslutFakta, val: Beslutsval): BeslutInput[] | undefined {
  const { newId, katalog, today } = formular;
  const forval = forvaltBeslut(fakta, val, katalog.egen.anvandareId, today);
  const beslutsfattare = forval?.beslutsfattare ?? (forval && beslutsfattareVal(fakta, forval.delegerat.beslutas)[0]);
  if (!forval || !beslutsfattare) return undefined;
  const bifall = val.utfall === 'bifall';
  const ett: BeslutInput = {
    id: newId(),
    insatsId: val.insatsId,
    utfall: val.utfall,
    ...(forval.friBenamning ? { benamning: val.benamning ?? forval.beslutsnamn } : {}),
    beslutsdatum: val.beslutsdatum,
    giltigFran: val.giltigFran,
    ...(val.giltigTom ? { giltigTom: val.giltigTom } : {}),
    beslutsfattare,
    organisationId: forval.organisationId,
    ...(bifall && forval.timenhet ? { omfattning: { minuter: val.minuter ?? 1230, enhet: forval.timenhet } } : {}),
    ...(bifall && forval.nivaer ? { niva: val.niva ?? forval.nivaer[0] } : {}),
    ...(forval.personkrets.kravs ? { personkrets: val.personkrets ?? forval.personkrets.forval ?? '1' } : {}),
    ...(val.externPlacering ? { externPlacering: true } : {}),
    rev: newId(),
  };
  const rader = forval.par
    ? stodfamiljspar(ett, forval.par, { id: newId(), rev: newId() }, newId())
    : forval.serie
      ? serie(ett, newId)
      : [ett];
  return val.delavslag ? medAvslag(rader, newId) : rader;
}

/** One beslut a calendar month (FORB-24); a single month is no series. */
function serie(ett: BeslutInput, newId: () => string): BeslutInput[] {
  const manader = forslagSerie(ett.giltigFran, ett.giltigTom ?? plusDagar(ett.giltigFran, 80));
  const koppling = { slag: 'serie' as const, id: newId() };
  return manader.map((manad, index) => ({ ...ett, ...manad, ...(index > 0 ? { id: newId(), rev: newId() } : {}), koppling }));
}

function medAvslag(rader: BeslutInput[], newId: () => string): BeslutInput[] {
  const [forsta, ...andra] = rader;
  return forsta ? [...delavslag(forsta, { id: newId(), rev: newId() }, newId()), ...andra] : rader;
}

/** Who stands as utförare of a new LSS Insatser: the user's own function, else the authority (VERK-07, FRAGA-29). */
function lssVal(
  { katalog, newId, today }: Formular,
  fakta: BeslutFakta,
  beslut: Pick<BeslutInput, 'insatsId' | 'utfall'>[],
): LssInsatserVal | undefined {
  const behov = behoverLssInsatser(fakta, beslut, today);
  if (!behov.kravs) return undefined;
  return behov.oppen ? { slag: 'finns' } : oppnaLss(katalog, newId);
}

export function oppnaLss(katalog: Formular['katalog'], newId: () => string): LssInsatserVal {
  const { egen, utforare, organisationer } = katalog;
  const mojliga = utforare.filter(({ data }) => kanHaLssInsatser(data));
  const utforareId = (
    mojliga.find(({ id }) => id === egen.funktionId) ??
    mojliga.find(({ data }) => data.slag === 'myndighet') ??
    mojliga[0]
  )?.id;
  const organisationId = organisationer.find(({ id }) => id === egen.organisationId)?.id ?? organisationer[0]?.id;
  return { slag: 'oppna', verkstallighetId: newId(), utforareId: utforareId ?? '', organisationId: organisationId ?? '' };
}

export type Lassval = {
  inkomDatum: IsoDate;
  giltigFran: IsoDate;
  giltigTom?: IsoDate | undefined;
  minuter: number;
  personkrets: '1' | '2' | '3';
  journal: RichText;
  beslutstext: RichText;
};

/** LASS-beslut in one guided entry; the earlier one is replaced (FORB-29, FORB-30). */
export function fattaLass(formular: Formular, { inkomDatum, minuter, journal, beslutstext, ...beslut }: Lassval): Kommando | undefined {
  const { personId, akt, katalog, today, newId } = formular;
  const enhet = lassInsats(katalog.insatser)?.data.bifall.timenhet;
  if (!enhet) return undefined;
  const ersatter = lassAttErsatta(akt.beslut, beslut, today).at(-1);
  const behov = behoverLssInsatser(
    { insatser: katalog.insatser, verkstalligheter: akt.verkstalligheter },
    katalog.insatser.filter(({ data }) => data.lass).map(({ id }) => ({ insatsId: id, utfall: 'bifall' as const })),
    today,
  );
  return {
    name: 'lass.fatta',
    input: {
      personId,
      utredningId: newId(),
      inkomDatum,
      journal: { anteckningId: newId(), rev: newId(), text: journal },
      beslutstext: { anteckningId: newId(), rev: newId(), text: beslutstext },
      beslut: { id: newId(), ...beslut, omfattning: { minuter, enhet }, rev: newId() },
      personkretsSedd: registreradPersonkrets(formular.krets, formular.lassEnhet) ?? null,
      ...(ersatter ? { ersatter: ersatter.id } : {}),
      // VERK-08: of a LASS-beslut the authority itself stands as utförare.
      lssInsatser: behov.oppen ? { slag: 'finns' } : oppnaLss({ ...katalog, egen: { ...katalog.egen, funktionId: '' } }, newId),
    },
  };
}
