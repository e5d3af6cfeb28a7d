import { swedishDay } from '../../util/datum.ts';
import { andraId } from '../andra-id.ts';
import { arHandlaggare } from '../behorighet.ts';
import { klarmarkerad } from '../bevakning/klarmarkera.ts';
import { type Bevakning, isOppenBevakning } from '../bevakning/records.ts';
import { type Change, type Context, type State, signaturOf } from '../command.ts';
import { etjanstId } from '../etjanst/records.ts';
import { vardenAv } from '../katalog/varden.ts';
import type { Post } from '../post.ts';
import { isDigitaltMottaget } from './digital-post.ts';
import type { Beslut } from './records.ts';
import { skickas, type Utskicksvag, utskicksvag } from './utskick.ts';

const text: Record<Utskicksvag, string> = {
  skyddad: 'Kunden har skyddade personuppgifter. Kontrollera vart beslutet får skickas.',
  post: 'E-tjänsten är inte aktiv. Skicka beslutet med post.',
  underArton: 'Kunden är under 18 år. Skicka beslutet med post.',
  okandAlder: 'Kundens ålder är okänd. Skicka beslutet med post.',
  etjanst: 'Går till e-tjänsten av sig självt. Kontrollera att det kom iväg.',
};
const vantan = ' Vänta på det signerade protokollet.';

const skickaId = (beslutId: string): string => andraId(beslutId, 40);
const uteblivetId = (beslutId: string): string => andraId(beslutId, 41);

type Uppgift = { id: string; enhet: string | undefined; bevakasAvId: string; beslutId: string; text: string; typ?: string };
const uppgiften = ({ id, enhet, bevakasAvId, beslutId, text: vad, typ = 'Skicka beslut' }: Uppgift, context: Context): Change => {
  const data: Bevakning = {
    ...(enhet === undefined ? {} : { enhet }),
    ...{ datum: swedishDay(context.now), status: 'Ej påbörjad' as const, typ, text: vad },
    bevakasAvId,
    ref: { type: 'beslut', id: beslutId },
    skapad: signaturOf(context),
  };
  return { op: 'put', type: 'bevakning', id, data };
};

/** What was to go to the e-service and cannot is a task of whose utredning it is, whatever the unit wants: nothing is left lying. */
export const bevakaUteblivet = (
  vag: Exclude<Utskicksvag, 'etjanst'>,
  given: Pick<Uppgift, 'enhet' | 'bevakasAvId' | 'beslutId'>,
  context: Context,
): Change => uppgiften({ ...given, id: uteblivetId(given.beslutId), text: text[vag] }, context);

const felmarkeratId = (beslutId: string): string => andraId(beslutId, 42);

/** What the kund has been sent cannot be taken back: that it is felmarkerat is for somebody to tell her. */
export const bevakaFelmarkerat = (
  given: Pick<Uppgift, 'enhet' | 'bevakasAvId' | 'beslutId'> & { vart: 'e-tjänst' | 'digitala brevlåda' },
  context: Context,
): Change => {
  const vad = `Beslutet har skickats till kundens ${given.vart} och är felmarkerat. Meddela kunden.`;
  return uppgiften({ ...given, id: felmarkeratId(given.beslutId), typ: 'Meddela kunden', text: vad }, context);
};

/** Whether a bevakning is one of those: they come when they come, and stand though the case is closed, for the kund has not been told. */
export const isAttMeddela = (bevakningId: string, beslutId: string): boolean =>
  [uteblivetId(beslutId), felmarkeratId(beslutId), brevetId(beslutId)].includes(bevakningId);

const brevetId = (beslutId: string): string => andraId(beslutId, 43);
const taBrevet = 'Ta brevet med post:';
/** Whether nobody has written it anew: what somebody wrote is theirs. */
const isEgenText = (vad: string): boolean => Object.values(text).some((en) => vad.startsWith(en)) || vad.startsWith(taBrevet);

/**
 * What was to go by digital post and did not is a task to send by post, with the reason: the one that stands, or a new one.
 * @param beslut which are one letter
 */
export function bevakaBrevet(
  state: Pick<State, 'get'>,
  { beslut, varfor, ...given }: Pick<Uppgift, 'enhet' | 'bevakasAvId'> & { beslut: readonly Post<Beslut>[]; varfor: string },
  context: Context,
): Change[] {
  const vad = `${taBrevet} ${varfor}`;
  const [forsta] = beslut;
  if (!forsta) return [];
  const ids = beslut.flatMap(({ id, data }) => [uppgiftFor(data) ?? skickaId(id), uteblivetId(id), brevetId(id)]);
  const oppen = ids.flatMap((id) => {
    const data = state.get('bevakning', id);
    return data && isOppenBevakning(data) && isEgenText(data.text) && beslut.some((ett) => ett.id === data.ref.id) ? [{ id, data }] : [];
  })[0];
  if (oppen) return [{ op: 'put', type: 'bevakning', id: oppen.id, data: { ...oppen.data, text: vad } }];
  return [uppgiften({ ...given, id: brevetId(forsta.id), beslutId: forsta.id, text: vad }, context)];
}

/** How those that were decided together leave: what each record says of that, and the task to send them where the unit wants one. */
export type Utskicksplan = { falt(beslutId: string): Pick<Beslut, 'utskick' | 'postuppgiftId'>; changes: Change[] };

/**
 * The task to send what has been decided (FORB-59), where the unit wants one: one for what was decided together, with whoever decided, or else with
 * the utredning's handläggare.
 */
export function planeraUtskick(
  state: Pick<State, 'get' | 'katalog' | 'katalogLista'>,
  { personId, enhet, ansvarigId, beslut }: { personId: string; enhet: string | undefined; ansvarigId: string; beslut: Post<Beslut>[] },
  context: Context,
): Utskicksplan {
  const person = state.get('person', personId);
  const insatser = state.katalogLista('insats');
  const skickade = beslut.filter(({ data }) => skickas(insatser, data));
  const [forsta] = skickade;
  if (!person || !forsta) return { falt: () => ({}), changes: [] };
  const vag = utskicksvag(person, state.get('etjanst', etjanstId(personId)), swedishDay(context.now));
  const vill = vardenAv(state, 'enhet').some(({ kod, bevakaUtskick: on }) => on === true && kod === enhet);
  // Made again by the same operation it is the same.
  const bevakningId = vill ? skickaId(forsta.id) : undefined;
  const skickadeId = new Set(skickade.map(({ id }) => id));
  const falt = (beslutId: string): Pick<Beslut, 'utskick' | 'postuppgiftId'> => {
    if (!skickadeId.has(beslutId)) return {};
    if (vag === 'etjanst') return { utskick: { ...signaturOf(context), ...(bevakningId === undefined ? {} : { bevakningId }) } };
    return bevakningId === undefined ? {} : { postuppgiftId: bevakningId };
  };
  if (bevakningId === undefined) return { falt, changes: [] };
  const vantar = beslut.some(({ data }) => data.beslutsfattare?.slag === 'individutskottet');
  const { id, ...egen } = context.actor;
  const bevakasAvId = arHandlaggare(egen) ? id : ansvarigId;
  const changes = [
    uppgiften({ id: bevakningId, enhet, bevakasAvId, beslutId: forsta.id, text: `${text[vag]}${vantar ? vantan : ''}` }, context),
  ];
  return { falt, changes };
}

/**
 * The tasks to send these beslut are done where nothing of what they are about is left to send: it has been sent, or is felmarkerat.
 * @param beslut those that are dealt with just now, as they were before
 */
export function uppgifterKlara(
  state: Pick<State, 'get' | 'list' | 'katalogLista'>,
  beslut: readonly Post<Beslut>[],
  context: Context,
): Change[] {
  const insatser = state.katalogLista('insats');
  const nu = new Set(beslut.map(({ id }) => id));
  const isKvar = ({ id, data }: Post<Beslut>) =>
    !nu.has(id) && skickas(insatser, data) && !data.utskick?.skickat && !data.utskick?.uteblivet && !isDigitaltMottaget(data);
  const ids = new Set(
    beslut.flatMap(({ id, data }) => {
      const bevakningId = uppgiftFor(data);
      const grupp = state
        .list('beslut')
        .filter(({ data: annat }) => (bevakningId === undefined ? isSammaPost(annat, data) : uppgiftFor(annat) === bevakningId));
      const uppgifter = bevakningId === undefined ? grupp.map((one) => skickaId(one.id)) : [bevakningId];
      return [
        ...(grupp.some(isKvar) ? [] : uppgifter),
        ...(data.utskick?.uteblivet ? [uteblivetId(id)] : []),
        ...(data.digitalPost ? [brevetId(id)] : []),
      ];
    }),
  );
  return [...ids].flatMap((bevakningId) => {
    const bevakning = state.get('bevakning', bevakningId);
    return bevakning && isOppenBevakning(bevakning) ? [klarmarkerad(bevakningId, bevakning, context)] : [];
  });
}

/** The task to send it, as its record says. */
const uppgiftFor = ({ utskick, postuppgiftId }: Beslut): string | undefined => utskick?.bevakningId ?? postuppgiftId;

/** Of what went by post before its record named the task, nothing says which were decided together but their utredning and day. */
const isSammaPost = (a: Beslut, b: Beslut): boolean =>
  [a, b].every((one) => one.utskick === undefined && one.postuppgiftId === undefined) &&
  a.utredningId === b.utredningId &&
  a.beslutsdatum === b.beslutsdatum;
