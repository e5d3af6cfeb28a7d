import { z } from 'zod';
import { plusManader, swedishDay } from '../../util/datum.ts';
import { type Context, defineCommand, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { enhetensPost, provaEnhet, valdEnhet } from '../enhet.ts';
import { day, forEnhet, id, line } from '../fields.ts';
import type { Kontakt } from '../kontakt/records.ts';
import { isEpost } from '../kontaktvag.ts';
import type { Post } from '../post.ts';
import type { Samtycke } from '../samtycke/records.ts';
import { kravsSamtycke, samtyckeGaller } from '../samtycke/regler.ts';
import { aktScope } from '../scope.ts';
import { type Godkannande, isOppen } from './records.ts';
import { isMobil, narstaendehinder } from './regler.ts';

/** At most so long is approved at a time: five years, as a fullmakt is looked over. */
const langstAr = 5;
/** REL-03: one year is suggested; never longer than the samtycke. */
export const foreslagenTom = (fran: string, samtycke: Pick<Samtycke, 'tom'> | undefined): string => {
  const ettAr = plusManader(fran, 12);
  return samtycke?.tom !== undefined && samtycke.tom < ettAr ? samtycke.tom : ettAr;
};

/** The samtycke that an approval of a contact rests on; `saknas` when one is asked for and none holds. */
export function ombudssamtycke(
  samtycken: readonly Post<Samtycke>[],
  kontakt: Post<Pick<Kontakt, 'typ'>>,
  dag: string,
): Post<Samtycke> | 'saknas' | undefined {
  const gallande = samtyckeGaller(samtycken, 'ombudETjanst', { kontaktId: kontakt.id }, dag);
  return gallande ?? (kravsSamtycke(kontakt.data) ? 'saknas' : undefined);
}

const input = z.strictObject({
  personId: id,
  godkannandeId: id,
  /** The revision the form was filled from; null for a new one. */
  basRev: id.nullable(),
  rev: id,
  /** The user's unit that approves. */
  enhet: forEnhet,
  kontaktId: id,
  fran: day,
  tom: day,
  anteckning: line(2000).optional(),
  mobil: line(40).optional(),
  epost: line(120).optional(),
});

/**
 * Approves that somebody near signs in to the e-service in the kund's place, or changes for how long and how they are told (REL-01 to -09,
 * FORB-64): asked of an akt with an utredning, and by a samtycke that holds (FORB-65). The server activates it in the night.
 */
export const sparaGodkannande = defineCommand({
  name: 'godkannande.spara',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: (state, given, context) => {
    const person = state.get('person', given.personId);
    const hens = enhetensPost('godkannande', ({ godkannandeId }: typeof given) => godkannandeId)(state, given);
    return hens ?? (person && valdEnhet(context.actor, person, given.enhet, undefined));
  },
  decide(state, { personId, godkannandeId, basRev, rev, enhet: vald, kontaktId, fran, tom, ...falt }, context) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    const stored = state.get('godkannande', godkannandeId);
    if ((stored?.rev ?? null) !== basRev) return reject(stored ? 'andrad-av-annan' : 'finns-inte');
    if (stored && (!isOppen(stored) || stored.till.kontaktId !== kontaktId)) return reject('godkannande-avslutat');
    const annan = stored ? undefined : provaEnhet(context.actor, person, vald);
    if (annan) return annan;
    if (person.avliden !== undefined) return reject('etjanst-avliden');
    const kontakt = state.get('kontakt', kontaktId);
    if (!kontakt) return reject('finns-inte', 'kontaktId');
    const hinder = narstaendehinder(kontakt, person);
    if (hinder) return reject(hinder, 'kontaktId');
    if (state.list('utredning').length === 0) return reject('godkannande-utan-utredning');
    const redan = state
      .list('godkannande')
      .some(({ id: annat, data }) => annat !== godkannandeId && data.till.kontaktId === kontaktId && isOppen(data));
    if (redan) return reject('godkannande-finns', 'kontaktId');
    const samtycke = ombudssamtycke(state.list('samtycke'), { id: kontaktId, data: kontakt }, swedishDay(context.now));
    if (samtycke === 'saknas') return reject('ombudssamtycke-kravs', 'kontaktId');
    const fel = tidfel(fran, tom, samtycke, context) ?? aviseringen(kontakt, falt);
    if (fel) return fel;
    const enhet = stored ? stored.enhet : valdEnhet(context.actor, person, vald, undefined);
    const ny = !stored || stored.lage === 'misslyckades';
    const { samtyckeId: _, anteckning: __, mobil: ___, epost: ____, misslyckande, uteblivenAvisering, ...kvar } = stored ?? {};
    const data: Godkannande = {
      ...kvar,
      ...(enhet === undefined ? {} : { enhet }),
      lage: ny ? 'vantarPaNatten' : stored.lage,
      begard: ny ? signaturOf(context) : stored.begard,
      till: { kontaktId, namn: kontakt.namn, personnummer: kontakt.personnummer as string },
      ...(samtycke ? { samtyckeId: samtycke.id } : {}),
      ...{ fran, tom, ...utanTomma(falt), rev },
      ...(kontakt.skyddad ? { skyddad: true as const } : {}),
    };
    return [{ op: 'put', type: 'godkannande', id: godkannandeId, data }];
  },
});

const utanTomma = <T extends object>(falt: T): T => Object.fromEntries(Object.entries(falt).filter(([, one]) => one !== undefined)) as T;

function tidfel(fran: string, tom: string, samtycke: Post<Samtycke> | undefined, { now }: Context): Rejection | undefined {
  if (tom < fran || tom < swedishDay(now)) return reject('datum-fore', 'tom');
  if (tom > plusManader(fran, langstAr * 12)) return reject('datum-efter', 'tom');
  const sista = samtycke?.data.tom;
  return sista !== undefined && tom > sista ? reject('godkannande-langre-an-samtycket', 'tom') : undefined;
}

function aviseringen(
  kontakt: Kontakt,
  { mobil, epost }: { mobil?: string | undefined; epost?: string | undefined },
): Rejection | undefined {
  if (kontakt.skyddad && (mobil ?? epost) !== undefined) return reject('etjanst-skydd-avisering', mobil === undefined ? 'epost' : 'mobil');
  if (mobil !== undefined && !isMobil(mobil)) return reject('mobil-kravs', 'mobil');
  return epost !== undefined && !isEpost(epost) ? reject('epost-kravs', 'epost') : undefined;
}

/** Ends an approval at once (REL-10). */
export const avslutaGodkannande = defineCommand({
  name: 'godkannande.avsluta',
  version: 1,
  input: z.strictObject({ personId: id, godkannandeId: id, basRev: id, rev: id, skal: line(500).optional() }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('godkannande', ({ godkannandeId }) => godkannandeId),
  decide(state: State, { godkannandeId, basRev, rev, skal }, context) {
    const stored = state.get('godkannande', godkannandeId);
    if (!stored) return reject('finns-inte', 'godkannandeId');
    if (!isOppen(stored)) return [];
    if (stored.rev !== basRev) return reject('andrad-av-annan');
    const slut = { ...signaturOf(context), orsak: 'valt' as const, ...(skal ? { skal } : {}) };
    return [{ op: 'put', type: 'godkannande', id: godkannandeId, data: { ...stored, lage: 'avslutad', slut, rev } }];
  },
});
