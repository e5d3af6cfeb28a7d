import type { Change } from '../command.ts';
import { kandBeslutsfattare } from './delegation.ts';
import type { BeslutFakta } from './fakta.ts';
import { beslutsvalFor } from './forval.ts';
import type { BeslutInput } from './input.ts';
import type { Beslut } from './records.ts';

/** The record of a beslut that the rules have let through: category, code and name are the catalogue's (FORB-23). */
export function beslutPost(fakta: BeslutFakta, input: BeslutInput): Beslut | undefined {
  const val = beslutsvalFor(fakta, input);
  const beslutsfattare = kandBeslutsfattare(
    fakta,
    input.beslutsfattare,
    fakta.beslut.find(({ id }) => id === input.id)?.data.beslutsfattare,
  );
  if (!val || !beslutsfattare) return undefined;
  const { giltigTom, omfattning, niva, personkrets, externPlacering, koppling, benamning } = input;
  return {
    utredningId: fakta.utredningId,
    insatsId: val.insats.id,
    beslutskod: val.beslutskod,
    beslutsnamn: benamning ?? val.beslutsnamn,
    utfall: input.utfall,
    insatskategori: val.insatskategori,
    beslutsdatum: input.beslutsdatum,
    giltigFran: input.giltigFran,
    ...(giltigTom === undefined ? {} : { giltigTom }),
    beslutsfattare,
    organisationId: input.organisationId,
    ...(omfattning === undefined ? {} : { omfattning }),
    ...(niva === undefined ? {} : { niva }),
    ...(personkrets === undefined ? {} : { personkrets }),
    ...(externPlacering ? { externPlacering } : {}),
    ...(koppling === undefined ? {} : { koppling }),
    rev: input.rev,
  };
}

export const putBeslut = (id: string, data: Beslut): Change => ({ op: 'put', type: 'beslut', id, data });
