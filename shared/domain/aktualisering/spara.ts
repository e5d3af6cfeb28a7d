import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { provaAnsvar } from '../ansvar.ts';
import { defineCommand, reject } from '../command.ts';
import { enhetensPost, enhetOf } from '../enhet.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import type { Aktualisering } from './records.ts';
import { aktualiseringFalt } from './registrera.ts';
import { inkomDatumEfter } from './regler.ts';
import { provaFranVem, provaTyp } from './typer.ts';

const input = z
  .strictObject({
    personId: id,
    aktualiseringId: id,
    /** The revision the form was filled from. */
    basRev: id,
    rev: id,
    typ: line(120).min(1),
    insatsId: id.optional(),
    ...aktualiseringFalt,
  })
  .refine(({ rev, basRev }) => rev !== basRev, { path: ['rev'], error: 'same-revision' });

/** Corrects an aktualisering while its utredning is open. The form is whole: a field that is left out has been emptied. */
export const sparaAktualisering = defineCommand({
  name: 'aktualisering.spara',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('aktualisering', ({ aktualiseringId }) => aktualiseringId),
  decide(state, { personId, aktualiseringId, basRev, ...falt }, { now }) {
    const stored = state.get('aktualisering', aktualiseringId);
    if (!stored) return reject('finns-inte');
    if (stored.rev !== basRev) return reject('andrad-av-annan');
    const utredning = stored.utredningId === undefined ? undefined : state.get('utredning', stored.utredningId);
    if (utredning && !isOpenUtredning(utredning)) return reject('utredningen-avslutad');
    if (falt.datum > swedishDay(now)) return reject('datum-i-framtiden', 'datum');
    // When it came in is a fact (FRAGA-39).
    if (stored.eansokan && falt.datum !== stored.datum) return reject('eansokans-dag', 'datum');
    const sammaTyp = falt.typ === stored.typ && falt.insatsId === stored.insatsId;
    const fel =
      provaAnsvar(state, personId, enhetOf('aktualisering', stored, state.get('person', personId)), falt, stored) ??
      (falt.franVem === stored.franVem ? undefined : provaFranVem(state, stored.slag, falt.franVem)) ??
      (sammaTyp ? undefined : provaTyp(state, stored.slag, falt));
    if (fel) return fel;
    const { insatsId: _insats, anteckning: _anteckning, ...kept } = stored;
    const data = { ...kept, ...falt } as Aktualisering;
    if (!data.anteckning) delete data.anteckning;
    const put = { op: 'put', type: 'aktualisering', id: aktualiseringId, data } as const;
    if (stored.utredningId === undefined || !utredning) return [put];
    const others = state.list('aktualisering').filter((one) => one.data.utredningId === stored.utredningId && one.id !== aktualiseringId);
    const connected = [data, ...others.map((one) => one.data)];
    return [put, ...inkomDatumEfter(stored.utredningId, utredning, connected, stored.datum)];
  },
});
