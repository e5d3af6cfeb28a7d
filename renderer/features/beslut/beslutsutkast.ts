import { z } from 'zod';
import { utredningAvslutas } from '../../../shared/domain/beslut/avslutas.ts';
import type { BeslutFakta } from '../../../shared/domain/beslut/fakta.ts';
import { forslagSerie } from '../../../shared/domain/beslut/serie.ts';
import { enhetOf } from '../../../shared/domain/enhet.ts';
import { registreradPersonkrets } from '../../../shared/domain/person/personkrets.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { antalManader, type IsoDate } from '../../../shared/util/datum.ts';
import { dagAv } from '../../components/formular/Datumrad.tsx';
import { newId } from '../../state/core.ts';

/**
 * One beslut as it is filled in, with all that hangs on it: the avslag of a delavslag, the other of a pair, the months of a
 * series. What is undefined follows the rules' presets; only what the user chose otherwise is kept.
 */
export const beslutskort = z.object({
  id: z.string(),
  insatsId: z.string().optional(),
  utfall: z.enum(['bifall', 'avslag', 'delvis']),
  benamning: z.string().optional(),
  beslutsdatum: z.string(),
  giltigFran: z.string(),
  giltigTom: z.string(),
  /** `<slag>:<anvandareId>` */
  fattare: z.string().optional(),
  organisationId: z.string().optional(),
  tim: z.string(),
  min: z.string(),
  niva: z.string().optional(),
  personkrets: z.enum(['1', '2', '3']).optional(),
  externPlacering: z.boolean(),
  kopplingId: z.string(),
  avslagId: z.string(),
  parId: z.string(),
  /** By month, `2026-12`: the id of its beslut, and its hours when they are others than the form's. */
  manader: z.record(z.string(), z.object({ id: z.string(), tim: z.string().optional(), min: z.string().optional() })),
});
export type Beslutskort = z.infer<typeof beslutskort>;

/** The draft of all beslut that are made in one operation. */
export const beslutsvarden = z.object({
  kort: z.array(beslutskort),
  /** Undefined = as the rule has it (FORB-22). */
  avsluta: z.boolean().optional(),
  kvarBekraftad: z.boolean(),
  /** Why a bifall holds beside another of the same insats (BEST-GEN-02). */
  samtidigSkal: z.string().optional(),
  lss: z.object({
    avsta: z.boolean(),
    verkstallighetId: z.string(),
    utforareId: z.string().optional(),
    organisationId: z.string().optional(),
    skal: z.string(),
  }),
});
export type Beslutsvarden = z.infer<typeof beslutsvarden>;

/** What rules and form read: the akt and the catalogue as they are now. */
export type Underlag = { fakta: BeslutFakta; akt: AktVy; katalog: KatalogVy; idag: IsoDate };

/** @returns undefined when the akt has no such utredning */
export function underlagFor(akt: AktVy, katalog: KatalogVy, utredningId: string, idag: IsoDate): Underlag | undefined {
  const utredning = akt.utredningar.find(({ id }) => id === utredningId)?.data;
  if (!utredning) return undefined;
  const { insatser, delegationer, utforare, organisationer, handlaggare } = katalog;
  const { aktualiseringar, beslut, verkstalligheter } = akt;
  const fakta = { insatser, delegationer, utforare, organisationer, handlaggare, aktualiseringar, beslut, verkstalligheter };
  const person = akt.person.data;
  const enhet = enhetOf('utredning', utredning, person);
  const personkrets = registreradPersonkrets({ person, personkretsar: akt.personkretsar, beslut }, enhet);
  return { fakta: { ...fakta, personkrets, utredningId, utredning }, akt, katalog, idag };
}

/** An empty beslut; its insats is what the next aktualisering applies for (FORB-22). */
export function nyttKort({ fakta, idag }: Underlag, tidigare: readonly Beslutskort[]): Beslutskort {
  const kvar = utredningAvslutas(
    fakta,
    tidigare.map(({ insatsId }) => ({ insatsId })),
  ).kvar;
  const insatsId = kvar.find(({ data }) => data.insatsId !== undefined)?.data.insatsId;
  return {
    id: newId(),
    ...(insatsId === undefined ? {} : { insatsId }),
    utfall: 'bifall',
    beslutsdatum: idag,
    giltigFran: '',
    giltigTom: '',
    tim: '',
    min: '',
    externPlacering: false,
    kopplingId: newId(),
    avslagId: newId(),
    parId: newId(),
    manader: {},
  };
}

export const nyaVarden = (underlag: Underlag): Beslutsvarden => ({
  kort: [nyttKort(underlag, [])],
  kvarBekraftad: false,
  lss: { avsta: false, verkstallighetId: newId(), skal: '' },
});

/** The months of the period that is typed, each with the id its beslut will have; `flest` = as many as one operation takes. */
export const flest = 40;
export function perioderFor(
  { giltigFran, giltigTom }: Beslutskort,
  idag: IsoDate,
): { giltigFran: IsoDate; giltigTom: IsoDate; manad: string }[] {
  const [fran, tom] = [dagAv(giltigFran, idag), dagAv(giltigTom, idag)];
  if (fran === undefined || tom === undefined || antalManader(fran, tom) > flest) return [];
  return forslagSerie(fran, tom).map((period) => ({ ...period, manad: period.giltigFran.slice(0, 7) }));
}

/** Gives each month of the period its id, once: it stays the same however the form is changed after. */
export function medManader(kort: Beslutskort, idag: IsoDate): Beslutskort {
  const nya = perioderFor(kort, idag).filter(({ manad }) => kort.manader[manad] === undefined);
  return nya.length === 0
    ? kort
    : { ...kort, manader: { ...kort.manader, ...Object.fromEntries(nya.map(({ manad }) => [manad, { id: newId() }])) } };
}
