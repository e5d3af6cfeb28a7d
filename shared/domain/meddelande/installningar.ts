import { z } from 'zod';
import { type IsoDate, swedishDay } from '../../util/datum.ts';
import { kortad } from '../../util/kortad.ts';
import { andraId } from '../andra-id.ts';
import { type Brevladeref, brevladeref } from '../brevlada.ts';
import { type Change, type Context, defineCommand, reject, type State } from '../command.ts';
import { day, id, line } from '../fields.ts';
import { vardenAv } from '../katalog/varden.ts';
import { katalogScope } from '../scope.ts';
import type { Meddelande, Meddelandeinstallning, Mottagare } from './records.ts';

/** Each user has one. */
export const installningId = (anvandareId: string): string => andraId(anvandareId, 101);

/** A shared mailbox by its name; undefined when the catalogue has none such. */
export function brevladan(
  state: Pick<State, 'katalogLista'>,
  { enhet, kod }: Brevladeref,
): { kod: string; namn: string; medborgarnas?: boolean | undefined } | undefined {
  return brevladorFor(state, enhet).find((one) => one.kod === kod);
}
export const brevladorFor = (state: Pick<State, 'katalogLista'>, enhet: string) =>
  vardenAv(state, 'enhet').find(({ kod }) => kod === enhet)?.brevlador ?? [];

/** A user's choices for their messages: signature, absence message, forwarding (MINST-02 to -04). */
export const sparaMeddelandeinstallning = defineCommand({
  name: 'meddelande.installningar',
  version: 1,
  input: z.strictObject({
    signatur: line(500).optional(),
    franvaro: z.strictObject({ fran: day, tom: day, text: line(1000).min(1) }).optional(),
    vidarebefordran: z.strictObject({ ...brevladeref.shape, nar: z.enum(['alltid', 'franvaro']) }).optional(),
    /** The revision the form was filled from; null where there was none. */
    basRev: id.nullable(),
    rev: id,
  }),
  scope: () => katalogScope,
  iKatalogen: true,
  decide(state, { basRev, signatur, franvaro, vidarebefordran, rev }, { actor }) {
    const ett = installningId(actor.id);
    const stored = state.katalog('meddelandeinstallning', ett);
    if ((stored?.rev ?? null) !== basRev) return reject('andrad-av-annan');
    if (franvaro && franvaro.tom < franvaro.fran) return reject('datum-fore', 'franvaro.tom');
    if (vidarebefordran) {
      if (!brevladan(state, vidarebefordran)) return reject('finns-inte-i-katalogen', 'vidarebefordran');
      if (!actor.enheter.includes(vidarebefordran.enhet)) return reject('annan-enhet', 'vidarebefordran');
    }
    const data: Meddelandeinstallning = {
      ...{ anvandareId: actor.id, rev },
      ...(signatur ? { signatur } : {}),
      ...(franvaro ? { franvaro } : {}),
      ...(vidarebefordran ? { vidarebefordran } : {}),
    };
    return [{ op: 'put', type: 'meddelandeinstallning', id: ett, data }];
  },
});

/** The absence message that counts on a day. */
export const franvaroPa = (
  { franvaro }: Pick<Meddelandeinstallning, 'franvaro'>,
  dag: IsoDate,
): { text: string; tom: IsoDate } | undefined => (franvaro && franvaro.fran <= dag && dag <= franvaro.tom ? franvaro : undefined);

type Ny = { id: string; data: Meddelande };
/**
 * A message as it lies when it has come: also in the shared mailboxes that its recipients forward to; and what those who are away answer by themselves
 * (FORB-72, MINST-03, MINST-04). Nothing answers an automatic message.
 */
export function medFranvaro(state: Pick<State, 'katalog' | 'katalogLista'>, { id: meddelandeId, data }: Ny, context: Context): Change[] {
  const dag = swedishDay(context.now);
  const till: Mottagare[] = [...data.till];
  const svar: Ny[] = [];
  for (const [nr, en] of data.till.entries()) {
    const installning = en.slag === 'anvandare' ? state.katalog('meddelandeinstallning', installningId(en.anvandareId)) : undefined;
    if (en.slag !== 'anvandare' || !installning) continue;
    const borta = franvaroPa(installning, dag);
    const { vidarebefordran: vidare } = installning;
    const brevlada = vidare && (vidare.nar === 'alltid' || borta) ? brevladan(state, vidare) : undefined;
    // What is about a kund of one unit is forwarded to none of another's (OSL 26:1).
    const inom = vidare && (data.enhet === undefined || data.enhet === vidare.enhet);
    const redan = till.some((one) => one.slag === 'brevlada' && one.enhet === vidare?.enhet && one.kod === vidare.kod);
    if (vidare && brevlada && inom && !redan) till.push({ slag: 'brevlada', enhet: vidare.enhet, kod: vidare.kod, namn: brevlada.namn });
    // One who is protected is not written to (FRAGA-62).
    if (borta && !data.automatiskt && (data.fran.slag === 'anvandare' || !data.skyddad))
      svar.push({ id: andraId(meddelandeId, 120 + nr), data: franvarosvar(data, en, borta.text, context) });
  }
  return [{ id: meddelandeId, data: { ...data, till } }, ...svar].map((one) => ({ op: 'put', type: 'meddelande', ...one }));
}

function franvarosvar(
  { fran, amne, personId, enhet, nummer, skyddad }: Meddelande,
  { anvandareId, namn }: { anvandareId: string; namn: string },
  text: string,
  { now }: Context,
): Meddelande {
  const till: Mottagare =
    fran.slag === 'anvandare' ? { slag: 'anvandare', anvandareId: fran.anvandareId, namn: fran.namn } : { ...fran, levererat: now };
  return {
    ...{ fran: { slag: 'anvandare', anvandareId, namn }, till: [till], amne: kortad(`Frånvaro: ${amne}`, 200), text, bilagor: [] },
    ...{ skickat: now, automatiskt: true },
    ...(personId === undefined ? {} : { personId }),
    ...(enhet === undefined ? {} : { enhet }),
    ...(nummer === undefined ? {} : { nummer }),
    ...(skyddad ? { skyddad } : {}),
  };
}
