import { z } from 'zod';
import { type IsoInstant, swedishDay } from '../../util/datum.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { type Actor, type Change, type Rejection, reject, type State } from '../command.ts';
import { parsePersonnummer } from '../personnummer.ts';
import { type Hushallsmedlem, hushallsmedlem } from './records.ts';

/** Whether the user may know of a member. */
export const maySeMedlem = ({ skyddad }: Pick<Hushallsmedlem, 'skyddad'>, actor: Pick<Actor, 'skyddadBehorighet'>): boolean =>
  skyddad !== true || actor.skyddadBehorighet;

/** A hushåll is a table of people, not a register. */
export const maxHushall = 30;

const { personId, namn, personnummer, relation, vardnadshavare, registerledare } = hushallsmedlem.shape;
/** A member as the form has it; what a stored one holds besides is dropped here and kept by the rule. */
export const hushallFalt = z.object({ personId, namn: namn.min(1), personnummer, relation, vardnadshavare, registerledare });
export type HushallFalt = z.infer<typeof hushallFalt>;
export type Medlem = { id: string; data: HushallFalt };

export type Hushallets = {
  /** The kund. */
  personId: string;
  personnummer: string;
  rev: string;
  /** The user has confirmed that another than the kund is registerledare (FORB-07). */
  bekraftadRegisterledare?: boolean | undefined;
};

/**
 * The members as they are stored: numbers read and unique, the kund registerledare unless another is confirmed (HUSH-06, FORB-07).
 * @param falt name of the input's field, for the place of a fault
 */
export function medlemmarAttSpara(
  state: Pick<State, 'get'>,
  hushallets: Hushallets,
  medlemmar: Medlem[],
  now: IsoInstant,
  falt: string,
): Result<Change[], Rejection> {
  const isKund = ({ data }: Medlem) => data.personId === hushallets.personId;
  const ledare = medlemmar.filter((medlem) => medlem.data.registerledare && !isKund(medlem));
  const [annan] = ledare;
  if (annan && (!hushallets.bekraftadRegisterledare || ledare.length > 1)) {
    return fail(reject('registerledare-ar-kunden', `${falt}.${medlemmar.indexOf(annan)}`));
  }
  const taken = new Set([hushallets.personnummer]);
  const changes: Change[] = [];
  for (const [at, medlem] of medlemmar.entries()) {
    const stored = state.get('hushallsmedlem', medlem.id);
    const number = lasNummer(medlem.data.personnummer, stored, now);
    const place = `${falt}.${at}.data.personnummer`;
    if (!number.ok) return fail(reject('ogiltigt-personnummer', place));
    if (number.value !== undefined && !isKund(medlem)) {
      if (taken.has(number.value)) return fail(reject('finns-redan', place));
      taken.add(number.value);
    }
    const newer = Object.fromEntries(Object.entries(stored ?? {}).filter(([name]) => !Object.hasOwn(hushallFalt.shape, name)));
    const data: Hushallsmedlem = {
      ...newer,
      ...medlem.data,
      ...(number.value === undefined ? {} : { personnummer: number.value }),
      registerledare: isKund(medlem) ? !annan : medlem.data.registerledare,
      rev: hushallets.rev,
    };
    if (number.value === undefined) delete data.personnummer;
    changes.push({ op: 'put', type: 'hushallsmedlem', id: medlem.id, data });
  }
  return ok(changes);
}

/** Twelve characters, whatever way it was written (HUSH-03); a number that is stored and unchanged is taken as it stands. */
function lasNummer(text: string | undefined, stored: Hushallsmedlem | undefined, now: IsoInstant): Result<string | undefined, 'fel'> {
  if (!text || text === stored?.personnummer) return ok(text || undefined);
  const number = parsePersonnummer(text, swedishDay(now), { interim: true });
  return number.ok ? ok(number.value) : fail('fel');
}
