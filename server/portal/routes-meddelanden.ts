import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { bilageIds, langstaText } from '../../shared/domain/meddelande/records.ts';
import { isSynlig } from '../../shared/domain/text/synlig.ts';
import { kortad } from '../../shared/util/kortad.ts';
import { BlobGone, receiveTogether, sendFrom } from '../blobs/receive.ts';
import { isId } from './ansokan.ts';
import type { Fel } from './form-parts.ts';
import type { PortalPerson } from './messages.ts';
import { bilagaBorta, finnsInte, gickInte } from './page-fel.ts';
import { beslutslista, meddelandelista, meddelandesida, type Svar, skrivsida, utanMeddelanden } from './page-meddelanden.ts';
import type { Answer, Portal, Route, SignedVisit } from './route.ts';
import { mangaSkickar, type TakenFile } from './uploads/take-files.ts';

/** In whose e-service: the kund's own, or that of whom they act for. */
async function personOf(
  { store, tenant }: Portal,
  { signedIn: { foretrader, personnummer } }: SignedVisit,
): Promise<PortalPerson | undefined> {
  if (foretrader) return { personId: foretrader.personId, godkannandeId: foretrader.godkannandeId };
  const [kund] = await store.kunderByNumber(tenant, [personnummer]);
  return kund && { personId: kund.id };
}

const utanArende = 'Du har inget ärende som filerna kan läggas i. Skicka meddelandet utan filer.';
const tomt = ({ vault }: Portal): Svar => ({ nyttId: randomUUID(), amne: '', text: '', bifoga: vault !== undefined });

/** What of a form is wrong, and what it holds. */
function readSvar(form: URLSearchParams, medAmne: boolean): Svar & { fel: Fel } {
  const given = (name: string) => form.get(name) ?? '';
  const [nyttId, amne, text] = [given('nyttId'), given('amne').replace(/\s+/g, ' '), given('text')];
  const fel: Fel = {
    ...(medAmne && (!isSynlig(amne) || amne.length > 200)
      ? { amne: amne.length > 200 ? 'Ämnet är för långt.' : 'Skriv vad meddelandet handlar om.' }
      : {}),
    ...(!isSynlig(text) ? { text: 'Skriv något i meddelandet.' } : {}),
    ...(text.length > langstaText ? { text: `Texten är ${text.length} tecken. Den får vara högst ${langstaText}.` } : {}),
  };
  return { nyttId: isId(nyttId) ? nyttId : randomUUID(), amne, text, fel };
}

/** @returns undefined when it is sent, this and no other text; else what the form says, with an id that is not used */
async function send(
  portal: Portal,
  who: PortalPerson,
  { nyttId, amne, text }: Svar,
  filer: readonly TakenFile[],
  svarPa?: { gruppId: string; meddelandeId: string },
): Promise<Pick<Svar, 'nyttId' | 'nekad' | 'redan' | 'fel'> | undefined> {
  const bilagor = filer.map(({ bytes: _, ...bilaga }) => bilaga);
  const message = { meddelandeId: nyttId, amne, text, bilagor, ...(svarPa ? { svarPa } : {}) };
  const annat = async () => {
    const redan = await portal.messages.sentAs(portal.tenant, who, message);
    return redan === 'same' ? undefined : { nyttId: randomUUID(), redan };
  };
  if (filer.length > 0) {
    // What was sent by this form has been: a file that comes with it now is of no message.
    if ((await portal.messages.sentAs(portal.tenant, who, message)) !== 'none') return annat();
    if (!(await keep(portal, nyttId, filer))) return annat();
  }
  const result = await portal.messages.answer(portal.tenant, who, message);
  if (result.outcome !== 'ok' && result.code === 'finns-redan') return annat();
  // Nothing was begun in the unit: of the message that is no matter.
  if (result.outcome !== 'ok' && result.field === 'knytsTill') return { nyttId: randomUUID(), fel: { bilagor: utanArende } };
  if (result.outcome !== 'ok') return { nyttId: randomUUID(), nekad: result.code };
  return annat();
}

/** @returns whether the bytes are there; not where others came by the same form before */
async function keep({ store, vault, tenant, clock }: Portal, nyttId: string, filer: readonly TakenFile[]): Promise<boolean> {
  if (!vault) return false;
  const at = clock.now().toISOString();
  const documents = bilageIds(nyttId, filer.length).flatMap((id, nr) => {
    const fil = filer[nr];
    return fil ? [{ dokument: { id, sha256: fil.sha256, storlek: fil.storlek, received: false }, bytes: fil.bytes }] : [];
  });
  const kept = await receiveTogether(store, vault, tenant, documents, at);
  const there = await store.receivedAs(
    tenant,
    documents.filter(({ dokument: { id } }) => !kept.includes(id)).map(({ dokument: { id } }) => id),
  );
  return documents.every(({ dokument: { id, sha256 } }) => kept.includes(id) || there.get(id) === sha256);
}

/** What is wrong with the files that came, or what they are now. */
async function filerna(portal: Portal, { filer, utanPlats }: SignedVisit): Promise<{ filer: TakenFile[]; fel: Fel }> {
  if (utanPlats) return { filer: [], fel: { bilagor: mangaSkickar } };
  const tagna = await portal.takeFiles(filer);
  return 'fel' in tagna ? { filer: [], fel: { bilagor: tagna.fel } } : { filer: tagna, fel: {} };
}

async function answerMessage(portal: Portal, visit: SignedVisit): Promise<Answer> {
  const who = await personOf(portal, visit);
  const one = who && (await portal.messages.messagesFor(portal.tenant, who)).find(({ meddelandeId }) => meddelandeId === visit.params.id);
  if (!who || one?.riktning !== 'till') return { sida: finnsInte };
  const svar = readSvar(visit.form, false);
  const { filer, fel } = await filerna(portal, visit);
  const alla = { ...svar, fel: { ...svar.fel, ...fel }, bifoga: portal.vault !== undefined, utanFiler: visit.medFiler };
  if (Object.keys(alla.fel).length > 0) return { sida: meddelandesida(visit, one, alla) };
  const amne = kortad(/^sv:/i.test(one.amne) ? one.amne : `Sv: ${one.amne}`, 200);
  const nej = await send(portal, who, { ...svar, amne }, filer, { gruppId: one.gruppId, meddelandeId: one.meddelandeId });
  return nej ? { sida: meddelandesida(visit, one, { ...alla, ...nej }) } : { till: '/meddelanden?skickat' };
}

async function write(portal: Portal, visit: SignedVisit): Promise<Answer> {
  const who = await personOf(portal, visit);
  if (!who) return { sida: utanMeddelanden(visit) };
  const svar = readSvar(visit.form, true);
  const { filer, fel } = await filerna(portal, visit);
  const alla = { ...svar, fel: { ...svar.fel, ...fel }, bifoga: portal.vault !== undefined, utanFiler: visit.medFiler };
  if (Object.keys(alla.fel).length > 0) return { sida: skrivsida(visit, alla) };
  const nej = await send(portal, who, svar, filer);
  return nej ? { sida: skrivsida(visit, { ...alla, ...nej }) } : { till: '/meddelanden?skickat' };
}

/** What is attached to one of their messages: the bytes that were sent, and no others. */
async function attachment(portal: Portal, visit: SignedVisit): Promise<Answer> {
  const { store, tenant, vault } = portal;
  const who = await personOf(portal, visit);
  const one = who && (await portal.messages.messagesFor(tenant, who)).find(({ meddelandeId }) => meddelandeId === visit.params.id);
  const bilaga = one?.bilagor[Number(visit.params.nr)];
  if (!who || !one || !bilaga || !/^\d{1,2}$/.test(visit.params.nr ?? '')) return { sida: finnsInte };
  const [dokument] = await store.dokumentById(tenant, [bilaga.dokumentId]);
  if (!dokument || dokument.felmarkerat || dokument.sha256 !== bilaga.sha256) return { sida: bilagaBorta };
  // Its bytes are on their way.
  if (!vault || !dokument.received) return { sida: gickInte };
  const pieces = sendFrom(store, vault, tenant, dokument, 0);
  // Before the answer begins: what is gone is told as such.
  let first: Awaited<ReturnType<typeof pieces.next>>;
  try {
    first = await pieces.next();
  } catch (error) {
    if (error instanceof BlobGone) return { sida: bilagaBorta };
    throw error;
  }
  await portal.messages.openAttachment(tenant, who, one, Number(visit.params.nr));
  async function* all() {
    if (!first.done) yield first.value;
    yield* pieces;
  }
  return { fil: { bytes: Readable.from(all(), { objectMode: false }), storlek: dokument.storlek, namn: bilaga.rubrik } };
}

/** Messages with the handläggare (MEDB-01): what was there remains to be read when the e-service is over (MEDB-08). */
export const meddelandeRoutes: Route[] = [
  {
    method: 'GET',
    path: '/meddelanden',
    access: 'either',
    logged: 'meddelanden',
    async answer(portal, visit) {
      const who = await personOf(portal, visit);
      if (!who) return { sida: utanMeddelanden(visit) };
      const alla = await portal.messages.messagesFor(portal.tenant, who);
      return { sida: meddelandelista(visit, alla, visit.url.searchParams.has('skickat')) };
    },
  },
  {
    method: 'GET',
    path: '/beslut',
    access: 'either',
    logged: 'beslut',
    async answer(portal, visit) {
      const who = await personOf(portal, visit);
      if (!who) return { sida: utanMeddelanden(visit) };
      const alla = await portal.messages.messagesFor(portal.tenant, who);
      return {
        sida: beslutslista(
          visit,
          alla.filter(({ beslut }) => beslut !== null),
        ),
      };
    },
  },
  {
    method: 'GET',
    path: '/meddelanden/:id',
    access: 'either',
    logged: 'meddelande',
    async answer(portal, visit) {
      const who = await personOf(portal, visit);
      const one = who && (await portal.messages.openMessage(portal.tenant, who, visit.params.id ?? ''));
      return { sida: one ? meddelandesida(visit, one, tomt(portal)) : finnsInte };
    },
  },
  { method: 'POST', path: '/meddelanden/:id', files: true, access: 'either', logged: 'meddelande besvarat', answer: answerMessage },
  { method: 'GET', path: '/meddelanden/:id/bilaga/:nr', access: 'either', logged: 'bilaga', answer: attachment },
  {
    method: 'GET',
    path: '/skriv',
    access: 'either',
    async answer(portal, visit) {
      return { sida: (await personOf(portal, visit)) ? skrivsida(visit, tomt(portal)) : utanMeddelanden(visit) };
    },
  },
  { method: 'POST', path: '/skriv', files: true, access: 'either', logged: 'meddelande skrivet', answer: write },
];
