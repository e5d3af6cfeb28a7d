import { type Rejection, reject, type State } from '../command.ts';
import { type Varde, vardenAv } from '../katalog/varden.ts';
import type { Aktualisering } from './records.ts';

/** What rules know the values of an omprövning by, in the lists aktualiseringstyp and franVem (AKT-11). */
const omprovningKod = 'omprovning';
export const egnaMyndighetenKod = 'egnaMyndigheten';

export type Aktualiseringsval = { typ: string; insatsId?: string | undefined };

/** The values Typ av aktualisering offers for an ansökan beside the insatser, or for an omprövning (AKT-03, AKT-11). */
export const typerFor = (slag: Aktualisering['slag'], typer: Varde[]): Varde[] =>
  typer.filter(({ kod }) => (kod === omprovningKod) === (slag === 'omprovning'));

/**
 * Typ is an insats of the catalogue with its own name, or a value of the list that fits the kind (AKT-03, AKT-11). A list the
 * municipality has not filled lets any text through.
 */
export function provaTyp(
  state: Pick<State, 'katalog' | 'katalogLista'>,
  slag: Aktualisering['slag'],
  val: Aktualiseringsval,
): Rejection | undefined {
  if (val.insatsId !== undefined) {
    const insats = state.katalog('insats', val.insatsId);
    if (!insats) return reject('finns-inte-i-katalogen', 'insatsId');
    return slag === 'ansokan' && insats.namn === val.typ ? undefined : reject('stammer-inte-med-katalogen', 'typ');
  }
  const typer = vardenAv(state, 'aktualiseringstyp');
  if (typer.length === 0) return undefined;
  if (!typer.some(({ namn }) => namn === val.typ)) return reject('finns-inte-i-katalogen', 'typ');
  return typerFor(slag, typer).some(({ namn }) => namn === val.typ) ? undefined : reject('stammer-inte-med-katalogen', 'typ');
}

/** An omprövning comes from the own authority (AKT-11); an ansökan from whoever applied, in the user's own words (AKT-05). */
export function provaFranVem(state: Pick<State, 'katalogLista'>, slag: Aktualisering['slag'], franVem: string): Rejection | undefined {
  const egna = vardenAv(state, 'franVem').find(({ kod }) => kod === egnaMyndighetenKod);
  if (slag === 'ansokan' || !egna || egna.namn === franVem) return undefined;
  return reject('stammer-inte-med-katalogen', 'franVem');
}
