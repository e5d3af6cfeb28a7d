import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { kopplad } from '../aktualisering/koppla.ts';
import type { Aktualisering } from '../aktualisering/records.ts';
import { ejBehandlade } from '../aktualisering/regler.ts';
import { provaAnsvar } from '../ansvar.ts';
import { type Change, defineCommand, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { enhetensPost, enhetOf } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { vardenAv } from '../katalog/varden.ts';
import { aktScope } from '../scope.ts';
import { foreslagetInledningsdatum, kraverInledningsskal } from './forslag.ts';
import type { Utredning } from './records.ts';

const input = z
  .strictObject({
    personId: id,
    utredningId: id,
    typ: line(80).min(1),
    inledningsdatum: day,
    /** Why it begins another day than the earliest ansökan came in (FORB-13). */
    inledningsskal: line(500).optional(),
    ansvarigHandlaggareId: id,
    organisationId: id,
    aktualiseringIds: z.array(id).min(1).max(100),
    /** Every other ej behandlad one, and why this utredning does not examine it (FORB-14). */
    utelamnade: z.array(z.strictObject({ id, skal: line(500) })).max(100),
    rev: id,
  })
  .refine(
    ({ aktualiseringIds, utelamnade }) => {
      const ids = [...aktualiseringIds, ...utelamnade.map((one) => one.id)];
      return new Set(ids).size === ids.length;
    },
    { path: ['aktualiseringIds'], error: 'duplicate-id' },
  );

/** Opens an utredning of what has come in (UTR-01 to UTR-09, UTR-11). */
export const inledUtredning = defineCommand({
  name: 'utredning.inled',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('aktualisering', ({ aktualiseringIds: [forsta = ''] }) => forsta),
  decide(state, { personId, utredningId, aktualiseringIds, utelamnade: namnda, ...falt }, context) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    if (state.get('utredning', utredningId)) return reject('finns-redan');
    const typer = vardenAv(state, 'utredningstyp');
    if (typer.length > 0 && !typer.some(({ namn }) => namn === falt.typ)) return reject('finns-inte-i-katalogen', 'typ');
    if (falt.inledningsdatum > swedishDay(context.now)) return reject('datum-i-framtiden', 'inledningsdatum');
    const chosen = posterna(state, aktualiseringIds, 'aktualiseringIds');
    if ('code' in chosen) return chosen;
    // An utredning is the unit's to which the ansökan came.
    const enhetAv = (data: Aktualisering | undefined) => enhetOf('aktualisering', data ?? {}, person);
    const enhet = enhetAv(chosen.poster[0]?.data);
    if (chosen.poster.some(({ data }) => enhetAv(data) !== enhet)) return reject('tva-enheter', 'aktualiseringIds');
    const ansvar = provaAnsvar(state, personId, enhet, falt);
    if (ansvar) return ansvar;
    // Another unit's is not left out of it: a program that lists all of an akt names that too.
    const utelamnade = namnda.filter((one) => enhetAv(state.get('aktualisering', one.id)) === enhet || !state.get('aktualisering', one.id));
    const left = posterna(
      state,
      utelamnade.map((one) => one.id),
      'utelamnade',
    );
    if ('code' in left) return left;
    const named = new Set([...aktualiseringIds, ...utelamnade.map((one) => one.id)]);
    if (ejBehandlade(state).some((one) => !named.has(one.id))) return reject('skal-kravs', 'utelamnade');
    const utanSkal = utelamnade.findIndex(({ skal }) => skal === '');
    if (utanSkal >= 0) return reject('skal-kravs', `utelamnade.${utanSkal}.skal`);
    const behoverSkal = kraverInledningsskal(falt.inledningsdatum, chosen.poster);
    if (behoverSkal && !falt.inledningsskal) return reject('skal-kravs', 'inledningsskal');
    const utredning: Utredning = {
      typ: falt.typ,
      startdatum: falt.inledningsdatum,
      inkomDatum: foreslagetInledningsdatum(chosen.poster) ?? falt.inledningsdatum,
      ansvarigHandlaggareId: falt.ansvarigHandlaggareId,
      organisationId: falt.organisationId,
      ...(behoverSkal ? { inledningsskal: falt.inledningsskal } : {}),
      rev: falt.rev,
      ...(enhet === undefined ? {} : { enhet }),
    };
    return [
      { op: 'put', type: 'utredning', id: utredningId, data: utredning },
      ...chosen.poster.map((one): Change => ({ op: 'put', type: 'aktualisering', id: one.id, data: kopplad(one.data, utredningId) })),
      ...left.poster.map((one, at): Change => {
        const utelamnad = { ...signaturOf(context), skal: utelamnade[at]?.skal ?? '' };
        return { op: 'put', type: 'aktualisering', id: one.id, data: { ...one.data, utelamnad } };
      }),
    ];
  },
});

/** The aktualiseringar of these ids, none of them examined already. */
function posterna(state: State, ids: string[], field: string): { poster: { id: string; data: Aktualisering }[] } | Rejection {
  const poster: { id: string; data: Aktualisering }[] = [];
  for (const [at, aktualiseringId] of ids.entries()) {
    const data = state.get('aktualisering', aktualiseringId);
    if (!data) return reject('finns-inte', `${field}.${at}`);
    if (data.utredningId !== undefined) return reject('redan-kopplad', `${field}.${at}`);
    poster.push({ id: aktualiseringId, data });
  }
  return { poster };
}
