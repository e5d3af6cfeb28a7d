import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { type Change, type Context, defineCommand, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { vardenAv } from '../katalog/varden.ts';
import { aktScope } from '../scope.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import { slutMed } from './med-verkstallighet.ts';
import { type Franvaro, type Franvarounderlag, franvarofalt } from './records.ts';
import { datumhinder, franvarohinder, overlappad } from './regler.ts';
import { isAndratSedan, raknasTom, raknatUnderlag, senasteUnderlag, underlagsskal } from './underlag.ts';

/** Registers that a kund is away from the unit (PFRAN-01, PFRAN-07 to PFRAN-09): planned or not, of days to come or long gone (PFRAN-03). */
export const registreraFranvaro = defineCommand({
  name: 'franvaro.registrera',
  version: 1,
  input: z.strictObject({ personId: id, franvaroId: id, verkstallighetId: id, ...franvarofalt, rev: id }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('verkstallighet', ({ verkstallighetId }) => verkstallighetId),
  decide(state, { personId: _, franvaroId, verkstallighetId, rev, ...falt }, context) {
    if (state.get('franvaro', franvaroId)) return reject('finns-redan');
    const svar = verkstallighetFor(state, verkstallighetId, context);
    if ('hinder' in svar) return svar.hinder;
    const fel = orsaksfel(state, falt.orsak, undefined);
    if (fel) return fel;
    return sparad(state, franvaroId, { verkstallighetId, ...falt, registrerad: signaturOf(context), rev }, svar.verkstallighet, context);
  },
});

/** Changes a frånvaro, or says when it ended (PFRAN-13): the avgiftshandläggare are told of it as a correction (FRAGA-58). */
export const andraFranvaro = defineCommand({
  name: 'franvaro.andra',
  version: 1,
  input: z.strictObject({
    personId: id,
    franvaroId: id,
    /** The revision that the form showed. */
    sedd: id,
    ...franvarofalt,
    rev: id,
  }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('franvaro', ({ franvaroId }) => franvaroId),
  decide(state, { personId: _, franvaroId, sedd, rev, ...falt }, context) {
    const svar = oppen(state, franvaroId, sedd, context);
    if ('hinder' in svar) return svar.hinder;
    const { franvaro, verkstallighet } = svar;
    const fel = orsaksfel(state, falt.orsak, franvaro.orsak);
    if (fel) return fel;
    const { beskrivning: __, till: ___, medVerkstallighet, ...kvar } = franvaro;
    const sammaSlut = falt.till !== undefined && falt.till === franvaro.till;
    const data = {
      ...kvar,
      // An end that the verkställighet gave stays the verkställighet's until somebody says another.
      ...(sammaSlut && medVerkstallighet ? { medVerkstallighet } : {}),
      ...falt,
      andrad: signaturOf(context),
      rev,
    } as Franvaro;
    return sparad(state, franvaroId, data, verkstallighet, context);
  },
});

/** Says when a frånvaro ended (PFRAN-11, PFRAN-14). */
export const avslutaFranvaron = defineCommand({
  name: 'franvaro.avsluta',
  version: 1,
  input: z.strictObject({ personId: id, franvaroId: id, sedd: id, till: day, kostSista: z.boolean(), rev: id }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('franvaro', ({ franvaroId }) => franvaroId),
  decide(state, { franvaroId, sedd, till, kostSista, rev }, context) {
    const svar = oppen(state, franvaroId, sedd, context);
    if ('hinder' in svar) return svar.hinder;
    const { franvaro, verkstallighet } = svar;
    if (franvaro.till !== undefined) return reject('franvaro-avslutad', 'till');
    return sparad(state, franvaroId, { ...franvaro, till, kostSista, andrad: signaturOf(context), rev }, verkstallighet, context);
  },
});

/** Marks a frånvaro as registered by mistake: it stays in the akt with why, and counts for nothing. Where a colleague has done so it is as wanted. */
export const felmarkeraFranvaro = defineCommand({
  name: 'franvaro.felmarkera',
  version: 1,
  input: z.strictObject({ personId: id, franvaroId: id, sedd: id, orsak: line(500).min(1) }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('franvaro', ({ franvaroId }) => franvaroId),
  decide(state, { franvaroId, sedd, orsak }, context) {
    if (state.get('franvaro', franvaroId)?.felmarkering) return [];
    const svar = oppen(state, franvaroId, sedd, context);
    if ('hinder' in svar) return svar.hinder;
    return [put(franvaroId, { ...svar.franvaro, felmarkering: { ...signaturOf(context), orsak } })];
  },
});

/**
 * Sends the avgiftshandläggare the underlag of a long or late frånvaro (PFRAN-04, FORB-81): exactly what the form showed is kept. What was changed since the latest is
 * sent as a correction of it, also that there was no frånvaro.
 */
export const skickaFranvarounderlag = defineCommand({
  name: 'franvaro.skickaUnderlag',
  version: 1,
  input: z.strictObject({
    personId: id,
    franvaroId: id,
    underlagId: id,
    sedd: id,
    /** The day it is counted to. */
    tom: day,
    /** As the rule counts them, or as the utförare knows better (FRAGA-57). */
    dagarUtanKost: z.int().min(0).max(100_000),
  }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('franvaro', ({ franvaroId }) => franvaroId),
  decide(state, { personId, franvaroId, underlagId, sedd, tom, dagarUtanKost }, context) {
    const [person, franvaro] = [state.get('person', personId), state.get('franvaro', franvaroId)];
    if (!person || !franvaro) return reject('finns-inte', 'franvaroId');
    if (state.get('franvarounderlag', underlagId)) return reject('finns-redan');
    // Also of a verkställighet that never began: what was told of it is to be corrected.
    const svar = egenVerkstallighet(state, franvaro.verkstallighetId, context);
    if ('hinder' in svar) return svar.hinder;
    if (franvaro.rev !== sedd) return reject('andrad-av-annan');
    const today = swedishDay(context.now);
    const sista = raknasTom(franvaro, today);
    const alla = state.list('franvarounderlag');
    const senaste = senasteUnderlag(alla, franvaroId);
    // Counted offline it may be some days old; of one that has an end it is that day.
    if (tom > sista) return reject('datum-efter', 'tom');
    // Before it begins one without an end is no days: that is told only where other days were.
    if (franvaro.till === undefined ? tom < franvaro.fran && !senaste : tom !== sista) return reject('datum-fore', 'tom');
    const skal = underlagsskal({ id: franvaroId, data: franvaro }, alla, today);
    const raknat = raknatUnderlag(franvaro, tom);
    if (dagarUtanKost > raknat.dagar) return reject('franvaro-for-manga-dagar', 'dagarUtanKost');
    if (!skal && !senaste) return reject('franvaro-utan-underlag');
    if (senaste && isLika(senaste.data, { ...raknat, dagarUtanKost }) && !isAndratSedan(franvaro, senaste.data))
      return reject('underlag-redan-skickat');
    const data: Franvarounderlag = {
      ...{ franvaroId, verkstallighetId: franvaro.verkstallighetId, kundnummer: person.kundnummer },
      ...raknat,
      dagarUtanKost,
      ...(dagarUtanKost === raknat.dagarUtanKost ? {} : { raknade: raknat.dagarUtanKost }),
      skal: skal ?? 'rattelse',
      skickat: signaturOf(context),
    };
    return [{ op: 'put', type: 'franvarounderlag', id: underlagId, data }];
  },
});

type Sagt = Pick<Franvarounderlag, 'fran' | 'till' | 'tom' | 'dagar' | 'dagarUtanKost'>;
const isLika = (a: Sagt, b: Sagt): boolean =>
  a.fran === b.fran && a.till === b.till && a.tom === b.tom && a.dagar === b.dagar && a.dagarUtanKost === b.dagarUtanKost;

const put = (franvaroId: string, data: Franvaro): Change => ({ op: 'put', type: 'franvaro', id: franvaroId, data });

type Svar = { verkstallighet: Verkstallighet } | { hinder: Rejection };

/** The verkställighet, where the actor tells of frånvaro from it. */
function egenVerkstallighet(state: State, verkstallighetId: string, { actor }: Context): Svar {
  const verkstallighet = state.get('verkstallighet', verkstallighetId);
  if (!verkstallighet) return { hinder: reject('finns-inte', 'verkstallighetId') };
  const hinder = franvarohinder(verkstallighet, state.katalog('utforare', verkstallighet.utforareId), actor);
  return hinder ? { hinder: reject(hinder) } : { verkstallighet };
}

/** The same, where somebody can be away from it: from one that never began nobody is. */
function verkstallighetFor(state: State, verkstallighetId: string, context: Context): Svar {
  const svar = egenVerkstallighet(state, verkstallighetId, context);
  return 'verkstallighet' in svar && svar.verkstallighet.aldrigPaborjad ? { hinder: reject('verkstallighet-avslutad') } : svar;
}

/** A frånvaro that can be changed, as the form saw it. */
function oppen(
  state: State,
  franvaroId: string,
  sedd: string,
  context: Context,
): { franvaro: Franvaro; verkstallighet: Verkstallighet } | { hinder: Rejection } {
  const franvaro = state.get('franvaro', franvaroId);
  if (!franvaro) return { hinder: reject('finns-inte', 'franvaroId') };
  if (franvaro.felmarkering) return { hinder: reject('franvaro-felmarkerad') };
  if (franvaro.rev !== sedd) return { hinder: reject('andrad-av-annan') };
  if (franvaro.medVerkstallighet?.utgar) return { hinder: reject('verkstallighet-avslutad') };
  const svar = verkstallighetFor(state, franvaro.verkstallighetId, context);
  return 'hinder' in svar ? svar : { franvaro, verkstallighet: svar.verkstallighet };
}

/** A municipality that keeps no list of reasons takes any words; one that the list has no more may stand where it stood. */
function orsaksfel(state: State, orsak: string, tidigare: string | undefined): Rejection | undefined {
  const orsaker = vardenAv(state, 'franvaroorsak');
  const kand = orsak === tidigare || orsaker.length === 0 || orsaker.some(({ namn }) => namn === orsak);
  return kand ? undefined : reject('finns-inte-i-katalogen', 'orsak');
}

/** Its days are the verkställighet's, and no other's. One without an end ends with a verkställighet that has one, whichever came first (FORB-82). */
function sparad(state: State, franvaroId: string, data: Franvaro, verkstallighet: Verkstallighet, context: Context): Change[] | Rejection {
  const hinder = datumhinder(verkstallighet, data);
  if (hinder) return reject(hinder.code, hinder.field);
  const { slutdatum, avslut } = verkstallighet;
  const klar =
    data.till === undefined && slutdatum !== undefined ? slutMed(data, slutdatum, avslut ?? signaturOf(context), undefined) : data;
  if (overlappad(state.list('franvaro'), data.verkstallighetId, franvaroId, klar)) return reject('franvaro-overlappar', 'fran');
  return [put(franvaroId, klar)];
}
