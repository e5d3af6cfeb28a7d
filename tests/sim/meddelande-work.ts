import { createHash } from 'node:crypto';
import type { Kommando } from '../../scripts/demo/formular/formular.ts';
import type { PortalMessages } from '../../server/portal/messages.ts';
import { bilageIds } from '../../shared/domain/meddelande/records.ts';
import type { AktVy } from '../../shared/ipc/views.ts';
import { plantedBytes } from './documents.ts';
import type { Ledger } from './ledger.ts';
import type { Municipality } from './municipality.ts';
import type { Random } from './random.ts';
import type { SimClient } from './sim-client.ts';

type Turn = { client: SimClient; random: Random; municipality: Municipality };

/** What is done with messages: one is written, read, taken care of, put into the akt, put away; settings are changed. */
export async function brevarbete(view: AktVy, turn: Turn): Promise<Kommando | undefined> {
  const { client, random } = turn;
  const val = random.below(10);
  if (val < 4) return skriv(view, turn);
  if (val === 4) return installt(turn);
  const mapp = { slag: random.pick(['inkorg', 'inkorg', 'skickat'] as const) };
  const vy = await client.call('meddelande.lista', { mapp });
  const gemensam = vy && vy.gemensamma.length > 0 && random.chance(0.3) ? random.pick(vy.gemensamma).mapp : undefined;
  const rader = (gemensam ? await client.call('meddelande.lista', { mapp: gemensam }) : vy)?.rader ?? [];
  if (rader.length === 0) return skriv(view, turn);
  const { gruppId, meddelandeId, lada, tagen, kund } = random.pick(rader);
  const plats = { gruppId, meddelandeId, lada, lageId: random.uuid() };
  // What has not gone is taken back now and then; often it has gone meanwhile.
  if (mapp.slag === 'skickat' && !gemensam && random.chance(0.3))
    return { name: 'meddelande.taTillbaka', input: { gruppId, meddelandeId } };
  if (val < 6) return { name: 'meddelande.las', input: { ...plats, last: random.chance(0.8) } };
  if (lada.slag !== 'anvandare' && val === 6)
    return { name: 'meddelande.tagHand', input: { ...plats, tar: random.chance(0.7), sedd: tagen?.anvandareId ?? null } };
  if (val < 9) {
    const utredning = view.utredningar.length > 0 ? random.pick(view.utredningar) : undefined;
    if (!utredning || (kund && kund.personId !== view.personId && random.chance(0.9))) return undefined;
    return {
      name: 'meddelande.journalfor',
      input: {
        ...{ personId: view.personId, gruppId, meddelandeId, anteckningId: random.uuid(), rubrikKod: 'JOURNAL', rev: random.uuid() },
        dokumentation: { slag: 'utredning', id: utredning.id },
      },
    };
  }
  return { name: 'meddelande.taBort', input: { ...plats, bort: true, utanJournalforing: random.chance(0.6) } };
}

function skriv({ personId }: AktVy, { client, random, municipality }: Turn): Kommando {
  const meddelandeId = random.uuid();
  const tillKund = random.chance(0.6);
  const kollega = { slag: 'anvandare' as const, anvandareId: random.pick(municipality.users).id };
  const brevlada = { slag: 'brevlada' as const, enhet: 'lss', kod: 'lss' };
  const till = tillKund ? [{ slag: 'kund' as const }] : [kollega, ...(random.chance(0.3) ? [brevlada] : [])];
  return {
    name: 'meddelande.skicka',
    input: {
      ...{
        gruppId: meddelandeId,
        amne: `Ämne ${random.below(100)}`,
        text: `Hej från ${client.userId}! ${random.below(1000)}`,
        bilagor: [],
      },
      delar: [{ meddelandeId, till, ...(tillKund || random.chance(0.5) ? { personId } : {}) }],
      ...{ laskvitto: random.chance(0.5), bekraftad: random.chance(0.8) },
    },
  };
}

async function installt({ client, random }: Turn): Promise<Kommando | undefined> {
  const nu = await client.call('meddelande.installning', {});
  if (!nu) return undefined;
  return {
    name: 'meddelande.installningar',
    input: {
      ...{ basRev: nu.installning?.rev ?? null, rev: random.uuid() },
      ...(random.chance(0.5) ? { franvaro: { fran: '2020-01-01', tom: '2099-01-01', text: 'Jag är borta.' } } : {}),
    },
  };
}

/** Takes in bytes that come with a message, as the e-service does before it is told of them. */
export type KeepFiles = (documents: { id: string; sha256: string; bytes: Buffer }[]) => Promise<void>;

/** A citizen, at any time: opens what has come, or writes to the handläggare, with files or without. @returns what was done, for the trace */
export async function medborgarensTur(
  portal: PortalMessages,
  tenant: string,
  { akter }: Municipality,
  { random, ledger, keep }: { random: Random; ledger: Ledger; keep: KeepFiles },
): Promise<string> {
  const { personId } = random.pick(akter);
  const rader = await portal.messagesFor(tenant, { personId });
  const olast = rader.find(({ riktning, oppnat }) => riktning === 'till' && oppnat === null);
  if (olast && random.chance(0.7)) {
    await portal.openMessage(tenant, { personId }, olast.meddelandeId);
    if (olast.bilagor.length > 0) await portal.openAttachment(tenant, { personId }, olast, random.below(olast.bilagor.length));
    return 'a citizen opens a message';
  }
  const meddelandeId = random.uuid();
  const bytes = Array.from({ length: Math.max(0, random.below(5) - 2) }, (_, nr) => plantedBytes(`fil ${nr} ${meddelandeId}`));
  const filer = bilageIds(meddelandeId, bytes.length).map((id, nr) => ({ id, ...stored(bytes[nr] ?? Buffer.alloc(0)) }));
  for (const { id, sha256 } of filer) ledger.documents.set(id, { personId, userId: '', sha256 });
  if (filer.length > 0) await keep(filer);
  const bilagor = filer.map(({ sha256, storlek }, nr) => ({ rubrik: `Fil ${nr}`, sha256, storlek, sidor: 1 }));
  const message = { meddelandeId, amne: `Fråga ${random.below(100)}`, text: `När? ${random.below(1000)}`, bilagor };
  const { outcome } = await portal.answer(tenant, { personId }, message);
  // The same form, pressed twice.
  if (random.chance(0.3)) await portal.answer(tenant, { personId }, message);
  return `a citizen writes with ${filer.length} files: ${outcome}`;
}

const stored = (bytes: Buffer) => ({ bytes, storlek: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
