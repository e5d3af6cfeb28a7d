import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { langstaText } from '../../shared/domain/meddelande/records.ts';
import { isSynlig } from '../../shared/domain/text/synlig.ts';
import { kortad } from '../../shared/util/kortad.ts';
import { BlobGone, sendFrom } from '../blobs/receive.ts';
import { isId } from './ansokan.ts';
import type { Fel } from './form-parts.ts';
import type { PortalPerson } from './messages.ts';
import { bilagaBorta, finnsInte, gickInte } from './page-fel.ts';
import { beslutslista, meddelandelista, meddelandesida, type Svar, skrivsida, utanMeddelanden } from './page-meddelanden.ts';
import type { Answer, Portal, Route, SignedVisit } from './route.ts';

/** In whose e-service: the kund's own, or that of whom they act for. */
async function personOf(
  { store, tenant }: Portal,
  { signedIn: { foretrader, personnummer } }: SignedVisit,
): Promise<PortalPerson | undefined> {
  if (foretrader) return { personId: foretrader.personId, godkannandeId: foretrader.godkannandeId };
  const [kund] = await store.kunderByNumber(tenant, [personnummer]);
  return kund && { personId: kund.id };
}

const tomt = (): Svar => ({ nyttId: randomUUID(), amne: '', text: '' });

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
  svarPa?: { gruppId: string; meddelandeId: string },
): Promise<Pick<Svar, 'nyttId' | 'nekad' | 'redan'> | undefined> {
  const message = { meddelandeId: nyttId, amne, text, ...(svarPa ? { svarPa } : {}) };
  const result = await portal.messages.answer(portal.tenant, who, message);
  if (result.outcome !== 'ok') return { nyttId: randomUUID(), nekad: result.code };
  const redan = await portal.messages.sentAs(portal.tenant, who, message);
  return redan === 'same' ? undefined : { nyttId: randomUUID(), redan };
}

async function answerMessage(portal: Portal, visit: SignedVisit): Promise<Answer> {
  const who = await personOf(portal, visit);
  const one = who && (await portal.messages.messagesFor(portal.tenant, who)).find(({ meddelandeId }) => meddelandeId === visit.params.id);
  if (!who || one?.riktning !== 'till') return { sida: finnsInte };
  const svar = readSvar(visit.form, false);
  if (Object.keys(svar.fel).length > 0) return { sida: meddelandesida(visit, one, svar) };
  const amne = kortad(/^sv:/i.test(one.amne) ? one.amne : `Sv: ${one.amne}`, 200);
  const nej = await send(portal, who, { ...svar, amne }, { gruppId: one.gruppId, meddelandeId: one.meddelandeId });
  return nej ? { sida: meddelandesida(visit, one, { ...svar, ...nej }) } : { till: '/meddelanden?skickat' };
}

async function write(portal: Portal, visit: SignedVisit): Promise<Answer> {
  const who = await personOf(portal, visit);
  if (!who) return { sida: utanMeddelanden(visit) };
  const svar = readSvar(visit.form, true);
  if (Object.keys(svar.fel).length > 0) return { sida: skrivsida(visit, svar) };
  const nej = await send(portal, who, svar);
  return nej ? { sida: skrivsida(visit, { ...svar, ...nej }) } : { till: '/meddelanden?skickat' };
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
      return { sida: one ? meddelandesida(visit, one, tomt()) : finnsInte };
    },
  },
  { method: 'POST', path: '/meddelanden/:id', access: 'either', logged: 'meddelande besvarat', answer: answerMessage },
  { method: 'GET', path: '/meddelanden/:id/bilaga/:nr', access: 'either', logged: 'bilaga', answer: attachment },
  {
    method: 'GET',
    path: '/skriv',
    access: 'either',
    async answer(portal, visit) {
      return { sida: (await personOf(portal, visit)) ? skrivsida(visit, tomt()) : utanMeddelanden(visit) };
    },
  },
  { method: 'POST', path: '/skriv', access: 'either', logged: 'meddelande skrivet', answer: write },
];
