import type { Insats } from '../katalog/records.ts';
import { avslagFor, paretFor } from '../katalog/uppslag.ts';
import type { Personkrets } from '../person/records.ts';
import type { Post } from '../post.ts';
import { beslutsfattareVal, type Delegerat, delegationFor } from './delegation.ts';
import type { BeslutFakta } from './fakta.ts';
import type { BeslutInput, Beslutsutkast } from './input.ts';
import type { Beslutsfattare, Periodenhet } from './records.ts';

/** What follows from insats and outcome, and what is proposed (FORB-20, FORB-23, FORB-25, FORB-33). */
export type Beslutsval = {
  /** The insats that is decided: for an avslag of stödfamilj, korttidsvistelse (FRAGA-16). */
  insats: Post<Insats>;
  beslutskod: string;
  beslutsnamn: string;
  insatskategori: string;
  /** The user names the beslut; `beslutsnamn` is then the proposal (FRAGA-10). */
  friBenamning: boolean;
  /** Hours are filled in, in this unit; absent = none are. */
  timenhet?: Periodenhet;
  /** One of these is chosen; absent = none. */
  nivaer?: string[];
  /** One beslut for each month of the period (FORB-24). */
  serie: boolean;
  personkrets: { anvands: boolean; kravs: boolean; forval?: Personkrets };
  /** The insats that must be granted with it (FORB-28). */
  par?: Post<Insats>;
  /** Assessed with this instrument at a bifall (BESLUT-DV-04). */
  instrumentId?: string;
  /** Printed and sent (LASS-14, BESLUT-KORT-06). */
  utskrift: boolean;
};

/** The catalogue's say on an insats and an outcome; undefined when it knows no such beslut. */
export function beslutsvalFor(
  { insatser, personkrets }: Pick<BeslutFakta, 'insatser' | 'personkrets'>,
  { insatsId, utfall }: Pick<BeslutInput, 'insatsId' | 'utfall'>,
): Beslutsval | undefined {
  const sokt = insatser.find(({ id }) => id === insatsId);
  if (!sokt) return undefined;
  const refused = utfall === 'avslag' ? avslagFor(insatser, sokt) : undefined;
  if (utfall === 'avslag' && !refused) return undefined;
  const insats: Post<Insats> = refused ? { id: refused.id, data: refused.data } : sokt;
  const { bifall, friBenamning, instrumentId } = insats.data;
  const { kod, namn, insatskategori } = refused?.avslag ?? bifall;
  const gemensamt = {
    insats,
    beslutskod: kod,
    beslutsnamn: namn,
    insatskategori,
    friBenamning: friBenamning === true,
    personkrets: personkretsFor(bifall.personkrets, personkrets),
  };
  if (refused) return { ...gemensamt, serie: false, utskrift: true };
  const par = paretFor(insatser, insatsId);
  return {
    ...gemensamt,
    ...(bifall.timenhet ? { timenhet: bifall.timenhet } : {}),
    ...(bifall.nivaer ? { nivaer: bifall.nivaer } : {}),
    serie: bifall.serie !== undefined,
    ...(par ? { par } : {}),
    ...(instrumentId ? { instrumentId } : {}),
    utskrift: bifall.utskrift,
  };
}

/** FRAGA-23: a kund is new while the unit has registered no personkrets, whatever the history. */
function personkretsFor(regel: Insats['bifall']['personkrets'], personkrets: Personkrets | undefined): Beslutsval['personkrets'] {
  if (regel === 'aldrig') return { anvands: false, kravs: false };
  return { anvands: true, kravs: regel === 'alltid' || personkrets === undefined, ...(personkrets ? { forval: personkrets } : {}) };
}

/** What the form fills in, and what it offers. */
export type Beslutsforval = Beslutsval & {
  delegerat: Delegerat;
  beslutsfattare?: Beslutsfattare;
  organisationId: string;
  beslutsdatum: string;
};

/** The form's presets: the signed-in handläggare decides, or whoever the delegation names when it can only be one. */
export function forvaltBeslut(
  fakta: BeslutFakta,
  val: Pick<BeslutInput, 'insatsId' | 'utfall'> & Pick<Beslutsutkast, 'omfattning' | 'externPlacering'>,
  egenId: string,
  today: string,
): Beslutsforval | undefined {
  const beslutsval = beslutsvalFor(fakta, val);
  if (!beslutsval) return undefined;
  const delegerat = delegationFor(fakta.delegationer, { ...val, insatsId: beslutsval.insats.id });
  const mojliga = beslutsfattareVal(fakta, delegerat.beslutas);
  const beslutsfattare = mojliga.find(({ anvandareId }) => anvandareId === egenId) ?? (mojliga.length === 1 ? mojliga[0] : undefined);
  return {
    ...beslutsval,
    delegerat,
    ...(beslutsfattare ? { beslutsfattare } : {}),
    organisationId: fakta.utredning.organisationId,
    beslutsdatum: today,
  };
}

type Ny = { id: string; rev: string };

/**
 * A delavslag of a filled-in bifall: the bifall and its avslag, held together (BESLUT-GEN-06, FORB-26). The avslag joins the
 * pair or the series that the bifall already belongs to.
 */
export function delavslag(bifall: BeslutInput, avslag: Ny, kopplingId: string): [BeslutInput, BeslutInput] {
  const koppling = bifall.koppling ?? { slag: 'delavslag' as const, id: kopplingId };
  const { omfattning: _, niva: __, giltigTom: ___, ...gemensamt } = bifall;
  return [
    { ...bifall, koppling },
    { ...gemensamt, ...avslag, utfall: 'avslag', koppling },
  ];
}

/** The pair of a korttidsvistelse in a stödfamilj: the same nivå, dates and beslutsfattare on both (BESLUT-KORT-04, FORB-28). */
export function stodfamiljspar(stodfamilj: BeslutInput, par: Post<Insats>, korttid: Ny, kopplingId: string): [BeslutInput, BeslutInput] {
  const koppling = { slag: 'stodfamilj' as const, id: kopplingId };
  return [
    { ...stodfamilj, ...korttid, insatsId: par.id, koppling },
    { ...stodfamilj, koppling },
  ];
}
