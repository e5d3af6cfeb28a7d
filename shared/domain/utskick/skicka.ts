import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { kortad } from '../../util/kortad.ts';
import { andraId } from '../andra-id.ts';
import type { Beslut } from '../beslut/records.ts';
import { duger, protokollKod, type Utskickslage, utskickslage } from '../beslut/utskick.ts';
import { bevakaUteblivet, uppgifterKlara } from '../beslut/utskicksuppgift.ts';
import { type Change, type Context, defineCommand, reject, type State, signaturOf } from '../command.ts';
import { enhetensPost, enhetOf } from '../enhet.ts';
import { etjanstId } from '../etjanst/records.ts';
import { id } from '../fields.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { vardenAv } from '../katalog/varden.ts';
import { avisering, nabarhet } from '../meddelande/mottagare.ts';
import type { Bilaga, Medborgare, Meddelande } from '../meddelande/records.ts';
import type { Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import { aktScope, meddelandeScope } from '../scope.ts';

/** The message that carries a beslut, and the scope it lies in: one, whoever sends it and however often. */
export const utskickId = (beslutId: string): string => andraId(beslutId, 45);

const skickaUtInput = z.strictObject({
  personId: id,
  /** One of those that the letter tells of, that is not sent. */
  beslutId: id,
  /** The documents that hang on them, and the journal note: what the rule may read. */
  poster: z.array(id).max(200),
});

/**
 * Sends a beslut, its beslutsmeddelande and the protokoll to the kund's e-service (AUTO-01, FORB-75): the server's own. It asks the same rule as who
 * found it to be time, under the lock of the akt: what was marked as wrong, ended or protected meanwhile is not sent, and what has been sent is not sent again.
 * What cannot go there any more is a task to send by post.
 */
export const skickaUtBeslut = defineCommand({
  name: 'beslut.skickaUt',
  version: 1,
  input: skickaUtInput,
  scope: ({ personId }) => aktScope(personId),
  tarIn: ({ beslutId }) => meddelandeScope(utskickId(beslutId)),
  need: ({ poster }) => ({ ids: poster }),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  aviserar: (_, changes) => avisering(changes),
  decide(state, { personId, beslutId, poster }, context) {
    const [person, data] = [state.get('person', personId), state.get('beslut', beslutId)];
    if (!person || !data) return reject('finns-inte', 'beslutId');
    const ett = { id: beslutId, data };
    const lage = lageI(state, person, { personId, poster, ett }, context);
    if (lage.slag === 'uteblir') {
      const uteblivet = { kod: lage.kod, at: context.now };
      const bevakasAvId = state.get('utredning', data.utredningId)?.ansvarigHandlaggareId;
      if (bevakasAvId === undefined) return reject('finns-inte', 'beslutId');
      return [
        medUtskick(ett, { uteblivet }),
        bevakaUteblivet(lage.vag, { enhet: enhetOf('beslut', data, person), bevakasAvId, beslutId }, context),
        ...uppgifterKlara(state, [ett], context),
      ];
    }
    if (lage.slag !== 'nu') return [];
    const nas = nabarhet(state, personId, { slag: 'kund' }, swedishDay(context.now));
    if ('hinder' in nas) return reject(nas.hinder);
    const gruppId = utskickId(beslutId);
    const till = { ...nas.till, levererat: context.now };
    return [
      ...lage.beslut.map((one) => medUtskick(one, { skickat: { at: context.now, gruppId } })),
      ...uppgifterKlara(state, lage.beslut, context),
      { op: 'put', type: 'meddelande', id: gruppId, data: meddelandet(state, { personId, person, ett, lage, till }, context) },
    ];
  },
});

type Ett = { personId: string; ett: Post<Beslut> };

function lageI(state: State, person: Person, { personId, poster, ett }: Ett & { poster: string[] }, { now }: Context): Utskickslage {
  const handlingar = poster.flatMap((one) => {
    const data = state.get('dokument', one);
    return data ? [{ id: one, data }] : [];
  });
  return utskickslage(
    {
      ...{ beslut: state.list('beslut'), person, etjanst: state.get('etjanst', etjanstId(personId)), handlingar },
      anteckning(one, utredningId) {
        const data = poster.includes(one) ? state.get('anteckning', one) : undefined;
        const utredning = state.get('utredning', utredningId);
        return data !== undefined && utredning !== undefined && duger(data, { id: utredningId, data: utredning });
      },
      insatser: state.katalogLista('insats'),
      protokolltyper: protokolltyperna(state),
      dag: swedishDay(now),
    },
    ett,
  );
}

/** The kinds of document that are a protokoll. */
export const protokolltyperna = (state: Pick<State, 'katalogLista'>): string[] =>
  vardenAv(state, 'dokumenttyp').flatMap(({ namn, kod }) => (kod === protokollKod ? [namn] : []));

const medUtskick = ({ id: beslutId, data }: Post<Beslut>, del: Partial<NonNullable<Beslut['utskick']>>): Change => {
  const { utskick } = data;
  return { op: 'put', type: 'beslut', id: beslutId, data: utskick ? { ...data, utskick: { ...utskick, ...del } } : data };
};

type Nu = Extract<Utskickslage, { slag: 'nu' }>;

function meddelandet(
  state: State,
  { personId, person, ett, lage, till }: Ett & { person: Person; lage: Nu; till: Medborgare },
  { now }: Context,
): Meddelande {
  const { utredningId } = ett.data;
  const anvandareId =
    state.get('utredning', utredningId)?.ansvarigHandlaggareId ?? (ett.data.utskick as { anvandareId: string }).anvandareId;
  const handlaggare = state.katalog('anvandare', anvandareId);
  const enhet = enhetOf('beslut', ett.data, person);
  const insatser = state.katalogLista('insats');
  const namn = [...new Set(lage.beslut.map(({ data }) => insatsAv(insatser, data)?.data.namn ?? data.beslutsnamn))];
  const bilagor = lage.handlingar.map(({ del, post: { id: dokumentId, data } }): Bilaga => {
    const { rubrik, sha256, storlek, sidor } = data;
    return { personId, dokumentId, rubrik, sha256, storlek, sidor, del };
  });
  return {
    fran: {
      ...{ slag: 'anvandare', anvandareId, namn: handlaggare?.namn ?? (ett.data.utskick as { namn: string }).namn },
      ...(handlaggare ? { titel: handlaggare.titel } : {}),
    },
    ...{ till: [till], nummer: [till.personnummer], personId },
    ...{ amne: kortad(`Beslut: ${namn.join(', ')}`, 200), text: brevtext(bilagor), bilagor, skickat: now },
    ...(enhet === undefined ? {} : { enhet }),
    // Nobody wrote it just now, and it is of the akt already.
    ...{ automatiskt: true, beslutIds: lage.beslut.map(({ id: one }) => one) },
  };
}

const brevtext = (bilagor: Bilaga[]): string =>
  [
    'Ett beslut har fattats i ditt ärende. Du hittar beslutet och ett meddelande om det som bilagor här.',
    'Där står vad som har beslutats och varför, och hur du överklagar om du tycker att det är fel.',
    ...(bilagor.some(({ del }) => del === 'protokoll') ? ['Det signerade protokollet från individutskottet finns också som bilaga.'] : []),
    'Har du frågor kan du svara här.',
  ].join('\n\n');

/**
 * The kund has opened the letter of a beslut in the e-service: the server's own. That is when she got part of it, which the time to appeal counts from
 * (FL 44 §), unless a day is noted already. That it was sent proves nothing.
 */
export const beslutOppnat = defineCommand({
  name: 'beslut.oppnat',
  version: 1,
  input: z.strictObject({ personId: id, beslutIds: z.array(id).min(1).max(60) }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('beslut', ({ beslutIds }) => beslutIds[0] as string),
  decide(state, { beslutIds }, context) {
    const dag = swedishDay(context.now);
    return beslutIds.flatMap((beslutId): Change[] => {
      const stored = state.get('beslut', beslutId);
      const utskick = stored?.utskick;
      if (!stored || !utskick?.skickat || utskick.oppnat) return [];
      const partTagitDel =
        stored.partTagitDel ??
        (stored.felmarkerad || dag < stored.beslutsdatum
          ? undefined
          : { ...signaturOf(context), dag, satt: 'Öppnade beslutet i e-tjänsten' });
      const data: Beslut = { ...stored, utskick: { ...utskick, oppnat: context.now }, ...(partTagitDel ? { partTagitDel } : {}) };
      return [{ op: 'put', type: 'beslut', id: beslutId, data }];
    });
  },
});
