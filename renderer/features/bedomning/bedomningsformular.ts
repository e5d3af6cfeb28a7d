import { z } from 'zod';
import { bedomningsforslag, instrumentFor } from '../../../shared/domain/bedomning/forslag.ts';
import type { Bedomning } from '../../../shared/domain/bedomning/records.ts';
import type { Instrument } from '../../../shared/domain/katalog/records.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

/** A bedömning as it is filled in; lies on disk as a draft. */
export const bedomningsvarden = z.object({
  basRev: z.string().nullable(),
  bedomningId: z.string(),
  beslutId: z.string().optional(),
  instrumentId: z.string().optional(),
  datum: z.string(),
  /** By the function's code; an absent one is untouched. */
  funktioner: z.record(z.string(), z.object({ niva: z.string().optional(), kommentar: z.string() })),
  verkstallighetId: z.string().optional(),
});
export type Bedomningsvarden = z.infer<typeof bedomningsvarden>;

/** The bifall of the utredning that are assessed, and by what (BESLUT-DV-04); the one asked for alone when there is one. */
export const attBedoma = (akt: AktVy, { insatser }: Pick<KatalogVy, 'insatser'>, utredningId: string, beslutId?: string): AktVy['beslut'] =>
  akt.beslut.filter(
    ({ id, data }) =>
      data.utredningId === utredningId && (beslutId === undefined || id === beslutId) && instrumentFor(data, insatser) !== undefined,
  );

/** A new bedömning of a bifall, as the rules fill it in (BEDOM-03, BEDOM-04, FORB-44). */
export function nyBedomning(
  akt: AktVy,
  { insatser, egen }: Pick<KatalogVy, 'insatser' | 'egen'>,
  beslut: AktVy['beslut'][number] | undefined,
  idag: IsoDate,
): Bedomningsvarden {
  const forslag = beslut && bedomningsforslag(beslut, insatser, akt.verkstalligheter, egen, idag);
  return {
    basRev: null,
    bedomningId: newId(),
    ...(beslut ? { beslutId: beslut.id } : {}),
    instrumentId: forslag?.instrumentId,
    datum: forslag?.datum ?? idag,
    funktioner: {},
    verkstallighetId: forslag?.verkstallighetId,
  };
}

/** A saved bedömning as the form is filled from it. */
export const bedomningAv = ({ id, data }: { id: string; data: Bedomning }): Bedomningsvarden => ({
  basRev: data.rev,
  bedomningId: id,
  ...(data.beslutId === undefined ? {} : { beslutId: data.beslutId }),
  instrumentId: data.instrumentId,
  datum: data.datum,
  funktioner: Object.fromEntries(data.funktioner.map(({ kod, niva, kommentar }) => [kod, { niva, kommentar: kommentar ?? '' }])),
  verkstallighetId: data.verkstallighetId,
});

export const funktionsfalt = (kod: string): string => `funktion.${kod}`;

/** What is wrong, in the order of the form. Nothing is chosen for the user: an untouched function is a fault (FORB-44). */
export function bedomningsfel(varden: Bedomningsvarden, instrument: Instrument | undefined, idag: IsoDate): Fel[] {
  const datum = datumfel(varden.datum, idag, { krav: true, framtid: false });
  return [
    ...(instrument ? [] : [{ falt: 'instrumentId', text: 'Metod/Instrument saknas. Välj ett i listan.' }]),
    ...(datum ? [{ falt: 'datum', text: datum }] : []),
    ...(instrument?.funktioner ?? []).flatMap(({ kod, namn }) =>
      varden.funktioner[kod]?.niva === undefined ? [{ falt: funktionsfalt(kod), text: `Nivå saknas för ${namn}. Välj en nivå.` }] : [],
    ),
    ...(varden.verkstallighetId === undefined
      ? [{ falt: 'verkstallighetId', text: 'Kryssa för LSS Insatser. Är den inte öppen, öppna den först.' }]
      : []),
  ];
}

export function bedomningskommando(
  varden: Bedomningsvarden,
  plats: { personId: string; utredningId: string },
  instrument: Instrument,
  idag: IsoDate,
): FormCommand<'bedomning.spara'> {
  const { basRev, bedomningId, beslutId, instrumentId, funktioner, verkstallighetId } = varden;
  const given = instrument.funktioner.map(({ kod }) => {
    const kommentar = funktioner[kod]?.kommentar.trim() ?? '';
    return { kod, niva: funktioner[kod]?.niva, ...(kommentar === '' ? {} : { kommentar }) };
  });
  return {
    name: 'bedomning.spara',
    input: {
      ...plats,
      bedomningId,
      basRev,
      rev: newId(),
      ...(beslutId === undefined ? {} : { beslutId }),
      instrumentId,
      datum: dagAv(varden.datum, idag),
      funktioner: given,
      verkstallighetId,
    },
  };
}
