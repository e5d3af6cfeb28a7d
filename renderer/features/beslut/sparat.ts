import { z } from 'zod';
import type { Beslut } from '../../../shared/domain/beslut/records.ts';
import { samtidigaVidAndring } from '../../../shared/domain/beslut/samtidigt.ts';
import { insatsAv } from '../../../shared/domain/katalog/uppslag.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import { newId } from '../../state/core.ts';
import { beslutskort, type Underlag } from './beslutsutkast.ts';
import { ettBeslut, fattarnyckel } from './effektivt.ts';

/** A saved beslut that is being changed. */
export const sparatVarden = z.object({ basRev: z.string().nullable(), kort: beslutskort, samtidigSkal: z.string().optional() });
export type SparatVarden = z.infer<typeof sparatVarden>;

export function sparatAv({ fakta }: Underlag, { id, data }: { id: string; data: Beslut }): SparatVarden {
  const insats = insatsAv(fakta.insatser, data);
  const minuter = data.omfattning?.minuter;
  // The reason stands on the half of a pair that holds beside another.
  const par = fakta.beslut.filter((one) => data.koppling?.slag === 'stodfamilj' && one.data.koppling?.id === data.koppling.id);
  const samtidigSkal = data.samtidigSkal ?? par.find((one) => one.data.samtidigSkal)?.data.samtidigSkal;
  return {
    basRev: data.rev ?? null,
    ...(samtidigSkal ? { samtidigSkal } : {}),
    kort: {
      id,
      insatsId: insats?.id,
      utfall: data.utfall,
      ...(insats?.data.friBenamning ? { benamning: data.beslutsnamn } : {}),
      beslutsdatum: data.beslutsdatum,
      giltigFran: data.giltigFran,
      giltigTom: data.giltigTom ?? '',
      fattare: data.beslutsfattare && fattarnyckel(data.beslutsfattare),
      organisationId: data.organisationId,
      tim: minuter === undefined ? '' : String(Math.floor(minuter / 60)),
      min: minuter === undefined ? '' : String(minuter % 60),
      niva: data.niva,
      personkrets: data.personkrets,
      externPlacering: data.externPlacering === true,
      kopplingId: data.koppling?.id ?? id,
      avslagId: id,
      parId: id,
      manader: {},
    },
  };
}

export function sparaKommando(underlag: Underlag, { basRev, kort, samtidigSkal }: SparatVarden): FormCommand<'beslut.spara'> {
  const ett = ettBeslut(underlag, kort);
  const { id: beslutId, insatsId: _, utfall: __, koppling: ___, ...falt } = ett;
  return {
    name: 'beslut.spara',
    input: {
      ...{ personId: underlag.akt.personId, beslutId, basRev, ...falt, rev: newId() },
      personkretsSedd: underlag.fakta.personkrets ?? null,
      sedda: samtidigaVidAndring(underlag.fakta, ett).flatMap(({ samtidiga }) => samtidiga.map(({ id }) => id)),
      ...(samtidigSkal?.trim() ? { samtidigSkal: samtidigSkal.trim() } : {}),
    },
  };
}
