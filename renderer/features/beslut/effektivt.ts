import { utredningAvslutas } from '../../../shared/domain/beslut/avslutas.ts';
import { beslutsfattareVal, farBesluta } from '../../../shared/domain/beslut/delegation.ts';
import { type Beslutsforval, delavslag, forvaltBeslut, stodfamiljspar } from '../../../shared/domain/beslut/forval.ts';
import type { BeslutInput, Beslutsutkast, LssInsatserVal } from '../../../shared/domain/beslut/input.ts';
import type { Beslutsform } from '../../../shared/domain/beslut/kontroll.ts';
import { behoverLssInsatser } from '../../../shared/domain/beslut/lss-insatser.ts';
import type { Beslutsfattare, Omfattning } from '../../../shared/domain/beslut/records.ts';
import { beslutAttSe } from '../../../shared/domain/beslut/samtidigt.ts';
import { tolkaTimmar } from '../../../shared/domain/beslut/timmar.ts';
import { dagAv } from '../../components/formular/Datumrad.tsx';
import { type Beslutskort, type Beslutsvarden, perioderFor, type Underlag } from './beslutsutkast.ts';

const fattarslag = ['handlaggare', 'enhetschef', 'individutskottet'] as const;
export const fattarnyckel = ({ slag, anvandareId }: Pick<Beslutsfattare, 'slag' | 'anvandareId'>): string => `${slag}:${anvandareId ?? ''}`;

/** A beslut as it stands: what the user chose, and the rules' presets where they chose nothing. */
export type Effektivt = {
  /** Undefined while no insats is chosen. */
  forval: Beslutsforval | undefined;
  omfattning: Omfattning | undefined;
  /** Those who may decide it by the delegation. */
  fattare: Beslutsfattare[];
  beslutsfattare: Beslutsfattare | undefined;
  organisationId: string | undefined;
  personkrets: Beslutskort['personkrets'];
};

/** @param ovriga the other beslut of the same operation: they all have one personkrets */
export function effektivt({ fakta, katalog, idag }: Underlag, kort: Beslutskort, ovriga: readonly Beslutskort[] = []): Effektivt {
  const { insatsId, externPlacering } = kort;
  const utfall = kort.utfall === 'avslag' ? 'avslag' : 'bifall';
  const fraga = (omfattning: Omfattning | undefined) =>
    insatsId === undefined
      ? undefined
      : forvaltBeslut(
          fakta,
          { insatsId, utfall, omfattning, externPlacering: externPlacering && utfall === 'bifall' },
          katalog.egen.anvandareId,
          idag,
        );
  const timenhet = fraga(undefined)?.timenhet;
  const tid = tolkaTimmar(kort.tim, kort.min);
  const omfattning = timenhet && tid.slag === 'tid' ? { minuter: tid.minuter, enhet: timenhet } : undefined;
  const forval = fraga(omfattning);
  const fattare = forval
    ? fattarslag.filter((slag) => farBesluta(slag, forval.delegerat)).flatMap((slag) => beslutsfattareVal(fakta, slag))
    : [];
  return {
    forval,
    omfattning,
    fattare,
    beslutsfattare: fattare.find((one) => fattarnyckel(one) === kort.fattare) ?? forval?.beslutsfattare,
    organisationId: kort.organisationId ?? forval?.organisationId,
    personkrets: kort.personkrets ?? forval?.personkrets.forval ?? ovriga.find((one) => one.personkrets !== undefined)?.personkrets,
  };
}

/** The one beslut whose fields are filled in, as far as they are. */
export function ettBeslut(underlag: Underlag, kort: Beslutskort, ovriga: readonly Beslutskort[] = []): Beslutsutkast {
  const { idag } = underlag;
  const { forval, omfattning, beslutsfattare, organisationId, personkrets } = effektivt(underlag, kort, ovriga);
  const bifall = kort.utfall !== 'avslag';
  return {
    id: kort.id,
    insatsId: kort.insatsId,
    utfall: bifall ? 'bifall' : 'avslag',
    benamning: forval?.friBenamning ? (kort.benamning ?? forval.beslutsnamn).trim() : undefined,
    beslutsdatum: dagAv(kort.beslutsdatum, idag),
    giltigFran: dagAv(kort.giltigFran, idag),
    giltigTom: dagAv(kort.giltigTom, idag),
    beslutsfattare,
    organisationId,
    omfattning,
    niva: forval?.nivaer ? kort.niva : undefined,
    personkrets: forval?.personkrets.anvands ? personkrets : undefined,
    externPlacering: bifall && kort.externPlacering ? true : undefined,
  };
}

/** All beslut that one filled-in form makes: with the other of a pair, the months of a series, the avslag of a delavslag. */
export function beslutAv(underlag: Underlag, kort: Beslutskort, ovriga: readonly Beslutskort[] = []): Beslutsutkast[] {
  const { forval } = effektivt(underlag, kort, ovriga);
  const ett = ettBeslut(underlag, kort, ovriga);
  const alla = forval?.serie ? serieAv(underlag, kort, ett) : forval?.par ? parAv(kort, ett, forval.par) : [ett];
  if (kort.utfall !== 'delvis') return alla;
  const [forsta, ...resten] = alla;
  // The rule only spreads what it is given: what is still missing stays missing, and is told as such.
  const [medKoppling, avslag] = delavslag(forsta as BeslutInput, { id: kort.avslagId, rev: '' }, kort.kopplingId);
  return [medKoppling, ...resten, avslag];
}

function parAv(kort: Beslutskort, ett: Beslutsutkast, par: NonNullable<Beslutsforval['par']>): Beslutsutkast[] {
  return stodfamiljspar(ett as BeslutInput, par, { id: kort.parId, rev: '' }, kort.kopplingId);
}

/** One beslut for each month; the hours of a month are its own where they were changed (FORB-24). */
function serieAv({ idag }: Underlag, kort: Beslutskort, ett: Beslutsutkast): Beslutsutkast[] {
  const perioder = perioderFor(kort, idag);
  if (perioder.length === 0) return [ett];
  return perioder.map(({ giltigFran, giltigTom, manad }) => {
    const egen = kort.manader[manad];
    const tid = tolkaTimmar(egen?.tim ?? kort.tim, egen?.min ?? kort.min);
    const enhet = ett.omfattning?.enhet;
    return {
      ...ett,
      id: egen?.id ?? ett.id,
      giltigFran,
      giltigTom,
      omfattning: tid.slag === 'tid' && enhet ? { minuter: tid.minuter, enhet } : undefined,
      ...(perioder.length > 1 ? { koppling: { slag: 'serie' as const, id: kort.kopplingId } } : {}),
    };
  });
}

const ovrigaAv = (kort: readonly Beslutskort[], ett: Beslutskort) => kort.filter((one) => one !== ett);

/** The form as the rules see it. */
export function formAv(
  underlag: Underlag,
  varden: Beslutsvarden,
): Beslutsform & { beslut: Beslutsutkast[]; avslutaUtredning: boolean; sedda: string[] } {
  const beslut = varden.kort.flatMap((kort) => beslutAv(underlag, kort, ovrigaAv(varden.kort, kort)));
  const avslutaUtredning = varden.avsluta ?? utredningAvslutas(underlag.fakta, beslut).forval;
  const lssInsatser = lssVal(underlag, varden, beslut);
  return {
    beslut,
    avslutaUtredning,
    sedda: beslutAttSe(underlag.fakta, beslut).map(({ id }) => id),
    ...(varden.samtidigSkal?.trim() ? { samtidigSkal: varden.samtidigSkal.trim() } : {}),
    ...(varden.kvarBekraftad ? { kvarAktualisering: true } : {}),
    ...(lssInsatser ? { lssInsatser } : {}),
  };
}

/** Which beslut of the form belongs to which card. */
export const kortFor = (underlag: Underlag, varden: Beslutsvarden, beslutId: string | undefined): Beslutskort | undefined =>
  varden.kort.find((kort) => beslutAv(underlag, kort, ovrigaAv(varden.kort, kort)).some(({ id }) => id === beslutId));

/** FORB-27: LSS Insatser is open, or is opened with the user's own function and the utredning's organisation, or is declined. */
function lssVal({ fakta, katalog, idag }: Underlag, { lss }: Beslutsvarden, beslut: Beslutsutkast[]): LssInsatserVal | undefined {
  const behov = behoverLssInsatser(fakta, beslut, idag);
  if (!behov.kravs) return undefined;
  if (behov.oppen) return { slag: 'finns' };
  if (lss.avsta) return { slag: 'avsta', skal: lss.skal.trim() };
  const utforareId = lss.utforareId ?? katalog.egen.funktionId ?? '';
  return {
    slag: 'oppna',
    verkstallighetId: lss.verkstallighetId,
    utforareId,
    organisationId: lss.organisationId ?? fakta.utredning.organisationId,
  };
}
