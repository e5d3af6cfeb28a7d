import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { provaAnsvar } from '../ansvar.ts';
import { type Change, defineCommand, olderInput, reject } from '../command.ts';
import { enhetOf, provaEnhet, valdEnhet } from '../enhet.ts';
import { day, forEnhet, id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import type { Aktualisering } from './records.ts';
import { inkomDatumEfter } from './regler.ts';
import { provaFranVem, provaTyp } from './typer.ts';

/** More insatser than any ansökan holds. */
const maxAktualiseringar = 20;

/** What a user fills in, shared by every insats of one form (AKT-03 to AKT-06). */
export const aktualiseringFalt = {
  datum: day,
  franVem: line(120).min(1),
  ansvarigHandlaggareId: id,
  organisationId: id,
  anteckning: line(4000).optional(),
};

const utanEnhet = z.strictObject({
  personId: id,
  slag: z.enum(['ansokan', 'omprovning']),
  ...aktualiseringFalt,
  gruppId: id,
  /** The ongoing utredning it came in to (AKT-09). */
  utredningId: id.optional(),
  /** One for each insats applied for (AKT-02, FORB-11). */
  aktualiseringar: z
    .array(z.strictObject({ id, typ: line(120).min(1), insatsId: id.optional() }))
    .min(1)
    .max(maxAktualiseringar),
  rev: id,
});
const olika = ({ aktualiseringar }: Pick<z.infer<typeof utanEnhet>, 'aktualiseringar'>): boolean =>
  new Set(aktualiseringar.map((one) => one.id)).size === aktualiseringar.length;
const dubblett = { path: ['aktualiseringar'], error: 'duplicate-id' };
/** With `utredningId` it is the unit's whose utredning it came in to. */
const input = utanEnhet.extend({ enhet: forEnhet }).refine(olika, dubblett);
export type RegistreraAktualisering = z.infer<typeof input>;

/** Fields of the form that are still to be filled in before it can be saved (UTR-02, FORB-12), in the form's order. */
export function saknadeFalt(formular: Partial<RegistreraAktualisering>): (keyof RegistreraAktualisering)[] {
  const names = ['aktualiseringar', 'datum', 'franVem', 'ansvarigHandlaggareId', 'organisationId'] as const;
  return names.filter((name) => !input.shape[name].safeParse(formular[name]).success);
}

/** Registers that something has come in (AKT-01 to AKT-12): every insats of the form in one operation. */
export const registreraAktualisering = defineCommand({
  name: 'aktualisering.registrera',
  version: 2,
  input,
  older: [olderInput(utanEnhet.refine(olika, dubblett), (older) => older)],
  scope: ({ personId }) => aktScope(personId),
  decide(state, { personId, aktualiseringar, enhet: vald, ...gemensamt }, { now, actor }) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    const felEnhet = provaEnhet(actor, person, vald);
    if (felEnhet) return felEnhet;
    const { utredningId, slag, datum } = gemensamt;
    const utredning = utredningId === undefined ? undefined : state.get('utredning', utredningId);
    if (utredningId !== undefined && !utredning) return reject('finns-inte', 'utredningId');
    if (utredning && !isOpenUtredning(utredning)) return reject('utredningen-avslutad', 'utredningId');
    if (datum > swedishDay(now)) return reject('datum-i-framtiden', 'datum');
    const enhet = utredning
      ? enhetOf('utredning', utredning, person)
      : valdEnhet(actor, person, vald, state.katalog('organisation', gemensamt.organisationId));
    const fel = provaAnsvar(state, personId, enhet, gemensamt) ?? provaFranVem(state, slag, gemensamt.franVem);
    if (fel) return fel;
    const changes: Change[] = [];
    const typer = new Set<string>();
    for (const [at, { id, ...val }] of aktualiseringar.entries()) {
      if (state.get('aktualisering', id)) return reject('finns-redan', `aktualiseringar.${at}.id`);
      const felTyp = provaTyp(state, slag, val);
      if (felTyp) return reject(felTyp.code, `aktualiseringar.${at}.${felTyp.field}`);
      // One for each insats: the same one twice would be examined twice (AKT-02).
      if (typer.has(val.typ)) return reject('finns-redan', `aktualiseringar.${at}.typ`);
      typer.add(val.typ);
      const data: Aktualisering = { ...gemensamt, ...val, ...(utredning || enhet === undefined ? {} : { enhet }) };
      if (!data.anteckning) delete data.anteckning;
      changes.push({ op: 'put', type: 'aktualisering', id, data });
    }
    return utredningId !== undefined && utredning ? [...changes, ...inkomDatumEfter(utredningId, utredning, [{ datum }])] : changes;
  },
});
