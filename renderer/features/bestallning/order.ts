import { z } from 'zod';
import type { Beslut } from '../../../shared/domain/beslut/records.ts';
import { tolkaTimmar } from '../../../shared/domain/beslut/timmar.ts';
import { type BestallningForslag, forvaldBestallning } from '../../../shared/domain/bestallning/forslag.ts';
import { bestallningshinder } from '../../../shared/domain/bestallning/hinder.ts';
import { avvikelserFranBeslut, omfattningsfel, periodfel } from '../../../shared/domain/bestallning/kontroll.ts';
import type { Bestallning } from '../../../shared/domain/bestallning/records.ts';
import { samtidigaBestallningar } from '../../../shared/domain/bestallning/samtidigt.ts';
import { serieAttBestalla } from '../../../shared/domain/bestallning/serie.ts';
import { type Utforarval, utforarval, valbaraInsatser } from '../../../shared/domain/bestallning/urval.ts';
import { type VerkstallighetFor, verkstallighetFor } from '../../../shared/domain/bestallning/verkstallighet.ts';
import type { Rejection } from '../../../shared/domain/command.ts';
import type { Insats } from '../../../shared/domain/katalog/records.ts';
import { insatsAv } from '../../../shared/domain/katalog/uppslag.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

/** An order as it is filled in; what is undefined follows the rules' presets (FORB-33). */
export const ordervarden = z.object({
  bestallningId: z.string(),
  bevakningId: z.string(),
  verkstallighetId: z.string(),
  bestalltDatum: z.string(),
  gallerFran: z.string(),
  gallerTom: z.string(),
  utforareId: z.string().optional(),
  utforarOrganisationId: z.string().optional(),
  bestallarOrganisationId: z.string().optional(),
  insatser: z.array(z.string()).optional(),
  tim: z.string(),
  min: z.string(),
  bestallningstext: z.string(),
  /** The aktualisering whose Anteckning goes along; off by default (BEST-GEN-09, FORB-58). */
  bifogaId: z.string().optional(),
  /** Differences that were seen and confirmed (FORB-34). */
  bekraftade: z.array(z.enum(['gallerFran', 'gallerTom', 'omfattning'])),
  oppnaVerkstallighet: z.boolean(),
  /** The other months of its series that are sent with it (FORB-24). */
  serie: z.array(z.string()).optional(),
  /** Why it runs beside another order of the same insats (BEST-GEN-02). */
  samtidigSkal: z.string().optional(),
});
export type Ordervarden = z.infer<typeof ordervarden>;

export type BeslutPost = AktVy['beslut'][number];
export type Bifall = Pick<BeslutPost, 'id' | 'data'>;
/** What rules and form read. */
export type Orderunderlag = { akt: AktVy; katalog: KatalogVy; beslut: BeslutPost; insats: Insats; val: Utforarval[]; idag: IsoDate };

/** @returns undefined when the catalogue does not know the beslut's insats */
export function orderunderlag(akt: AktVy, katalog: KatalogVy, beslut: BeslutPost, idag: IsoDate): Orderunderlag | undefined {
  const insats = insatsAv(katalog.insatser, beslut.data)?.data;
  return insats && { akt, katalog, beslut, insats, val: utforarval(beslut.data, insats, katalog.utforare), idag };
}

/** An empty order of a bifall: dates and hours are the beslut's (FORB-34). */
export function nyOrder({ beslut: { data }, idag }: Orderunderlag): Ordervarden {
  const minuter = data.omfattning?.minuter;
  return {
    bestallningId: newId(),
    bevakningId: newId(),
    verkstallighetId: newId(),
    bestalltDatum: idag,
    gallerFran: data.giltigFran,
    gallerTom: data.giltigTom ?? '',
    tim: minuter === undefined ? '' : String(Math.floor(minuter / 60)),
    min: minuter === undefined ? '' : String(minuter % 60),
    bestallningstext: '',
    bekraftade: [],
    oppnaVerkstallighet: true,
  };
}

/** The order as it stands: the user's choices over the presets. */
export type Order = BestallningForslag & {
  val: Utforarval | undefined;
  valbara: string[];
  avvikelser: Ordervarden['bekraftade'];
  /** The verkställighet where the handläggare confirms it herself: it is open, or is opened with the order (VERK-02, VERK-06). */
  verkstallighet: VerkstallighetFor | undefined;
  /** The other months of the series that can be ordered too, and those of them that are (FORB-24). */
  serie: Bifall[];
  med: Bifall[];
  /** The orders of the same insats that one of those that are sent runs beside (BEST-GEN-02). */
  samtidiga: { id: string; data: Bestallning }[];
};

export function orderAv(underlag: Orderunderlag, varden: Ordervarden): Order {
  const { beslut, insats, val, katalog, idag, akt } = underlag;
  const forval = forvaldBestallning(beslut, insats, val, katalog.egen, idag, varden.utforareId);
  const valt = val.find(({ utforareId }) => utforareId === forval.utforareId);
  const valbara = valbaraInsatser(val, forval.utforareId);
  const tid = tolkaTimmar(varden.tim, varden.min);
  const enhet = beslut.data.omfattning?.enhet;
  const order = {
    ...forval,
    bestalltDatum: dagAv(varden.bestalltDatum, idag) ?? '',
    gallerFran: dagAv(varden.gallerFran, idag) ?? '',
    gallerTom: dagAv(varden.gallerTom, idag),
    utforarOrganisationId: valt?.organisationId ?? varden.utforarOrganisationId ?? forval.utforarOrganisationId,
    bestallarOrganisationId: varden.bestallarOrganisationId ?? forval.bestallarOrganisationId,
    insatser: varden.insatser?.filter((namn) => valbara.includes(namn)) ?? forval.insatser,
    omfattning: tid.slag === 'tid' && enhet ? { minuter: tid.minuter, enhet } : undefined,
  };
  const serie = serieAttBestalla({ insatser: katalog.insatser, beslut: akt.beslut, bestallningar: akt.bestallningar }, beslut);
  const med = serie.filter(({ id }) => varden.serie?.includes(id) ?? true);
  const fakta = { insatser: katalog.insatser, beslut: akt.beslut, bestallningar: akt.bestallningar };
  const skickas = [
    { beslutId: beslut.id, gallerFran: order.gallerFran, gallerTom: order.gallerTom },
    ...med.map(({ id, data }) => ({ beslutId: id, gallerFran: data.giltigFran, gallerTom: data.giltigTom })),
  ];
  const samtidiga = new Set(skickas.flatMap((one) => samtidigaBestallningar(fakta, one)).map(({ id }) => id));
  const bestalld = { ...order, utforareId: order.utforareId ?? '', beslut: beslut.data, egenBekraftelse: valt?.egenBekraftelse === true };
  return {
    ...order,
    val: valt,
    valbara,
    avvikelser: avvikelserFranBeslut(beslut.data, order),
    serie,
    med,
    samtidiga: akt.bestallningar.filter(({ id }) => samtidiga.has(id)),
    verkstallighet: valt?.egenBekraftelse
      ? verkstallighetFor(bestalld, akt.beslut, akt.verkstalligheter, idag, order.gallerFran)
      : undefined,
  };
}

/** The field of the form that a rule's field is. */
export const orderfalt = (field: string): string =>
  field === 'omfattning' ? 'timmar.tim' : field === 'bifogadAnteckning' ? 'bifogaId' : field;

/** A period that the beslut does not cover, told with the day that does. */
function periodord({ giltigFran, giltigTom }: Beslut, { code, field }: Rejection): string {
  if (code === 'datum-efter') return `Beslutet gäller till och med ${giltigTom}. Skriv den dagen eller tidigare.`;
  return field === 'gallerTom'
    ? 'Slutet ligger före början. Skriv samma dag eller senare.'
    : `Beslutet gäller från ${giltigFran}. Skriv den dagen eller senare.`;
}

/** What is wrong, in the order of the form. */
export function orderfel(underlag: Orderunderlag, varden: Ordervarden): Fel[] {
  const { beslut, katalog, akt, idag } = underlag;
  const order = orderAv(underlag, varden);
  const regel = (rejection: Rejection | undefined, annars: string): Fel[] => {
    if (!rejection) return [];
    const { vad, gor } = ordForAvslag(rejection.code);
    return [{ falt: orderfalt(rejection.field ?? annars), text: `${vad} ${gor}` }];
  };
  const hinder = bestallningshinder(beslut, katalog.insatser, akt.bestallningar);
  const tid = tolkaTimmar(varden.tim, varden.min);
  const datum = (['bestalltDatum', 'gallerFran', 'gallerTom'] as const).flatMap((falt) => {
    const text = datumfel(varden[falt], idag, { krav: falt !== 'gallerTom', framtid: true });
    return text ? [{ falt, text }] : [];
  });
  const timfel: Fel[] =
    beslut.data.omfattning && (tid.slag === 'fraga' || tid.slag === 'fel')
      ? [
          {
            falt: tid.falt === 'minuter' ? 'timmar.min' : 'timmar.tim',
            text: 'Skriv timmar i det första fältet och minuter, 0–59, i det andra.',
          },
        ]
      : regel(omfattningsfel(beslut.data, order.omfattning), 'omfattning');
  const utanfor = datum.length === 0 ? periodfel(beslut.data, order) : undefined;
  const period = utanfor ? [{ falt: utanfor.field ?? 'gallerFran', text: periodord(beslut.data, utanfor) }] : [];
  const seda = order.avvikelser.length === varden.bekraftade.length && order.avvikelser.every((falt) => varden.bekraftade.includes(falt));
  return [
    ...regel(hinder && { code: hinder }, 'beslutId'),
    ...datum,
    ...period,
    ...(order.utforareId === undefined ? [{ falt: 'utforareId', text: 'Utförare saknas. Välj vem som ska utföra insatsen.' }] : []),
    ...(order.utforareId !== undefined && order.insatser.length === 0
      ? [{ falt: 'insatser', text: 'Insats saknas. Välj minst en insats.' }]
      : []),
    ...timfel,
    ...(datum.length + period.length + timfel.length === 0 && !seda
      ? [{ falt: 'avvikelser', text: 'Beställningen skiljer sig från beslutet. Rätta den, eller bekräfta skillnaden.' }]
      : []),
    ...(order.samtidiga.length > 0 && !varden.samtidigSkal?.trim()
      ? [{ falt: 'samtidigSkal', text: 'En annan beställning gäller samma tid. Skriv varför båda ska gälla, eller ändra datumen.' }]
      : []),
  ];
}

export function skickaKommando(underlag: Orderunderlag, varden: Ordervarden): FormCommand<'bestallning.skicka'> {
  const order = orderAv(underlag, varden);
  const { personId } = underlag.akt;
  const bestallningstext = varden.bestallningstext.trim();
  const oppnas = order.verkstallighet?.slag === 'oppna' && varden.oppnaVerkstallighet;
  return {
    name: 'bestallning.skicka',
    input: {
      personId,
      bestallningId: varden.bestallningId,
      beslutId: underlag.beslut.id,
      bestalltDatum: order.bestalltDatum,
      gallerFran: order.gallerFran,
      gallerTom: order.gallerTom,
      utforareId: order.utforareId,
      utforarOrganisationId: order.utforarOrganisationId,
      bestallarOrganisationId: order.bestallarOrganisationId,
      insatser: order.insatser,
      omfattning: order.omfattning,
      ...(bestallningstext === '' ? {} : { bestallningstext }),
      ...(varden.bifogaId === undefined ? {} : { bifogadAnteckning: { aktualiseringId: varden.bifogaId } }),
      avvikelser: order.avvikelser,
      sedda: order.samtidiga.map(({ id }) => id),
      ...(varden.samtidigSkal?.trim() ? { samtidigSkal: varden.samtidigSkal.trim() } : {}),
      ...(oppnas ? { verkstallighet: { verkstallighetId: varden.verkstallighetId, organisationId: order.bestallarOrganisationId } } : {}),
      bevakningId: varden.bevakningId,
      ...(order.med.length === 0
        ? {}
        : { serie: order.med.map(({ id }) => ({ beslutId: id, bestallningId: newId(), bevakningId: newId() })) }),
    },
  };
}
