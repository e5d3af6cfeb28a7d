import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { type Change, type Context, defineCommand, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { type Inkomstblankett, type Inkomstsvar, langstBegaran, svarsfalt } from './records.ts';
import { ifyllnadshinder, inlamningshinder, isUte, sistahinder } from './regler.ts';
import { blankettavisering, handlaggarhinder } from './skicka.ts';
import { svarshinder } from './svar.ts';

const put = (blankettId: string, blankett: Inkomstblankett, svarId: string, svar: Inkomstsvar): Change[] => [
  { op: 'put', type: 'inkomstblankett', id: blankettId, data: blankett },
  { op: 'put', type: 'inkomstsvar', id: svarId, data: svar },
];

/** Takes in what the kund has returned in the e-service (MEDB-06): the server's own, in her name. The same again changes nothing. */
export const taEmotInkomstsvar = defineCommand({
  name: 'inkomst.taEmot',
  version: 1,
  input: z.strictObject({ personId: id, blankettId: id, svarId: id, ...svarsfalt }),
  scope: ({ personId }) => aktScope(personId),
  decide(state, { personId, blankettId, svarId, svar, ovrigt, avstar }, context) {
    const blankett = state.get('inkomstblankett', blankettId);
    if (!blankett) return reject('finns-inte');
    if (blankett.svarId === svarId || state.get('inkomstsvar', svarId)) return [];
    if (!isUte(blankett.lage)) return reject('blankett-stangd');
    const hinder = inlamningshinder(state, personId, swedishDay(context.now));
    if (hinder) return reject(hinder);
    const formular = state.katalog('inkomstformular', blankett.formularId);
    if (!formular) return reject('finns-inte-i-katalogen');
    const [fel] = svarshinder(formular, svar, avstar ?? false);
    if (fel) return reject('svar-ofullstandigt', 'svar');
    const data: Inkomstsvar = {
      ...{ enhet: blankett.avgiftsenhet, blankettId, svar, inlamnat: context.now },
      ...(ovrigt ? { ovrigt } : {}),
      ...(avstar ? { avstar } : {}),
    };
    return put(blankettId, { ...blankett, lage: 'inlamnad', svarId, inlamnad: context.now, rev: svarId }, svarId, data);
  },
});

const hantering = { personId: id, blankettId: id, svarId: id, basRev: id, rev: id };
type Hantering = z.infer<z.ZodObject<typeof hantering>>;

/** A returned blankett and its latest answer, for whoever handles it. */
function inlamnad(
  state: State,
  { personId, blankettId, svarId, basRev }: Hantering,
  context: Context,
): { blankett: Inkomstblankett; svar: Inkomstsvar } | Rejection {
  const [person, blankett] = [state.get('person', personId), state.get('inkomstblankett', blankettId)];
  const svar = state.get('inkomstsvar', svarId);
  if (!person || !blankett || !svar || svar.blankettId !== blankettId) return reject('finns-inte');
  const hinder = handlaggarhinder(blankett, person, basRev, context);
  if (hinder) return hinder;
  return blankett.lage === 'inlamnad' && blankett.svarId === svarId ? { blankett, svar } : reject('blankett-ej-inlamnad');
}
const isHinder = (found: object): found is Rejection => 'code' in found;
const hensEnhet = enhetensPost('inkomstsvar', ({ svarId }: Hantering) => svarId);

/** Gives it back to the kund with what is missing: what she wrote is kept, and she returns it once more. */
export const kompletteraInkomstsvar = defineCommand({
  name: 'inkomst.komplettera',
  version: 1,
  input: z.strictObject({ ...hantering, text: line(langstBegaran), sista: day }),
  scope: ({ personId }) => aktScope(personId),
  enhet: hensEnhet,
  aviserar: ({ personId, svarId }, changes) => (changes.length > 0 ? [blankettavisering(personId, `${svarId} komplettera`)] : []),
  decide(state, given, context) {
    const { personId, blankettId, svarId, rev, text, sista } = given;
    const found = inlamnad(state, given, context);
    if (isHinder(found)) return found;
    if (text === '') return reject('tom-text', 'text');
    const dag = swedishDay(context.now);
    const hinder = ifyllnadshinder(state, personId, dag);
    if (hinder && hinder !== 'blankett-avvald') return reject(hinder);
    const fel = sistahinder(sista, dag);
    if (fel) return reject(fel, 'sista');
    const { blankett, svar } = found;
    const komplettering = { ...signaturOf(context), text, sista };
    return put(blankettId, { ...blankett, lage: 'kompletteras', sista, rev }, svarId, { ...svar, komplettering });
  },
});

/** It is handled: the fee is set by it, or nothing more is to be done. */
export const klarInkomstsvar = defineCommand({
  name: 'inkomst.klar',
  version: 1,
  input: z.strictObject({ ...hantering, anteckning: line(langstBegaran).optional() }),
  scope: ({ personId }) => aktScope(personId),
  enhet: hensEnhet,
  decide(state, given, context) {
    const { blankettId, svarId, rev, anteckning } = given;
    const found = inlamnad(state, given, context);
    if (isHinder(found)) return found;
    const { blankett, svar } = found;
    const klar = { ...signaturOf(context), ...(anteckning ? { anteckning } : {}) };
    return put(blankettId, { ...blankett, lage: 'klar', rev }, svarId, { ...svar, klar });
  },
});
