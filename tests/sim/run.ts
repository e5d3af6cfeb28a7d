import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NothingToChoose } from '../../scripts/demo/random.ts';
import { chooseBlobs } from '../../server/blobs/choose-blobs.ts';
import { receiveTogether } from '../../server/blobs/receive.ts';
import { deliverMessages } from '../../server/jobs/deliver-messages.ts';
import { protectNamed } from '../../server/jobs/protect-named.ts';
import { sendBeslut } from '../../server/jobs/send-beslut.ts';
import { createPortalMessages } from '../../server/portal/messages.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import { createAct } from '../../server/sync/act.ts';
import { changeScope } from '../../server/testing/change-scope.ts';
import type { Change } from '../../shared/domain/command.ts';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import { act, onDocuments, openForLetters } from './actions.ts';
import { createDamage, type Damage } from './damage.ts';
import { bytesOfNothing, documentDefects, notReceived, plaintextIn, restoreWithoutBytes } from './documents.ts';
import { nyEansokan } from './eansokan-work.ts';
import { Crash, createFaults, type Faults } from './faults.ts';
import { inkomstTur } from './inkomst-work.ts';
import { checkInvariants, keptOpen } from './invariants.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type KeepFiles, medborgarensTur } from './meddelande-work.ts';
import { type Municipality, makeMunicipality } from './municipality.ts';
import { createNotices } from './notices.ts';
import { type Random, seeded } from './random.ts';
import { noteOutbox } from './refused-work.ts';
import { nextTurn, SimClient } from './sim-client.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

export type SeedResult = {
  seed: number;
  ok: boolean;
  commands: number;
  refused: number;
  crashes: number;
  defects: string[];
  trace: string[];
};

const turns = 28;
/** How often it is quiet for a while, and what one has done reaches the others. */
const quiet = 0.12;

/**
 * One run: people at several computers work on the same akter against the real server while everything goes wrong; then
 * all is mended, everything syncs, and what must hold is checked. Choices follow from the seed; the order in which sockets
 * and the database answer is the machine's own.
 */
export async function runSeed(seed: number, databaseUrl: string): Promise<SeedResult> {
  const random = seeded(seed);
  const municipality = makeMunicipality(random.fork());
  const faults = createFaults(random.fork(), seeded(seed + 1_000_003));
  // Of documents, by a generator of their own.
  const ofDocuments = seeded(seed + 2_000_003);
  const documentFaults = { random: ofDocuments.fork(), active: true };
  const time = createVirtualTime(new Date('2026-11-20T08:00:00Z'));
  const ledger = createLedger();
  const defects: string[] = [];
  let refused = 0;
  const dir = mkdtempSync(join(tmpdir(), 'aktnara-sim-'));
  const tenant = `sim-${seed}-${random.uuid().slice(0, 8)}`;
  const notices = createNotices(seeded(seed + 3_000_003), (defect) => defects.push(defect));
  const blobs = { at: { dir: join(dir, 'server-dokument') }, keyDir: join(dir, 'server-nycklar') };
  const server = await startServer({
    databaseUrl,
    tenant: { tenant, kommun: 'Simköping' },
    demo: true,
    requestsPerMinute: 1_000_000,
    blobs,
    clock: { now: time.now },
    notices: { epost: notices.port, sms: notices.port, tyst: { fran: '00:00', till: '00:00' } },
    hooks: { step: (name) => serverStep(name, faults, random) },
  });
  notices.begin(server, tenant);
  await makeVersionsDawdle(server.store);
  const door = createAct({ store: server.store, rulebook, clock: { now: time.now }, hooks: {} });
  const protect = () => protectNamed(server.store.namedMembers, door, () => undefined).run(tenant);
  const taEmot = async () => {
    const command = nyEansokan(municipality, random, time.now().toISOString(), await server.store.protectedNumbers(tenant));
    const { outcome } = await door(tenant, 'E-tjänsten', command);
    ledger.trace.push(`an e-ansökan comes in: ${outcome}`);
  };
  const portal = createPortalMessages(server.store, door);
  const deliver = () => deliverMessages(server.store.waitingMessages, door, () => undefined).run(tenant);
  const vault = chooseBlobs(blobs, server.store);
  const keep: KeepFiles = async (filer) => {
    const documents = filer.map(({ id, sha256, bytes }) => ({ dokument: { id, sha256, storlek: bytes.length, received: false }, bytes }));
    const kept = await receiveTogether(server.store, vault, tenant, documents, time.now().toISOString());
    if (kept.length < filer.length) defects.push(`${filer.length - kept.length} files of a citizen were not taken in`);
  };
  const utskick = sendBeslut({
    ...{ waiting: (of: string) => server.store.waitingUtskick(of, 'etjanst'), act: door, clock: { now: time.now } },
    async catalogue(of) {
      const found = await server.store.findTenant(of);
      const catalogue = found && (await server.store.catalogueOf(found));
      return catalogue && { katalogLista: (type) => catalogue.list(type) };
    },
    onLeft: ({ beslutId, code }) => ledger.trace.push(`the beslut ${beslutId} is left: ${code}`),
  });
  const skickaBeslut = () => utskick.run(tenant);
  const medborgare = async () => {
    ledger.trace.push(await medborgarensTur(portal, tenant, municipality, { random, ledger, keep }));
    ledger.trace.push(await inkomstTur({ store: server.store, door }, tenant, municipality, random));
  };
  const damage = createDamage(server, tenant, random.fork());
  const clients = municipality.users.map(
    ({ id, data }, index) =>
      new SimClient({
        name: data.namn,
        userId: id,
        dir: join(dir, String(index)),
        server: { url: server.url, tenant },
        random: random.fork(),
        time,
        faults,
        documentFaults,
        skew: (random.below(7) - 3) * 7_200_000,
        mayBeLocked: () => ledger.closed.has(id),
        mayMeetBroken: damage.wasPlanted,
        onDefect: (defect) => defects.push(defect),
      }),
  );
  try {
    const change = async (scope: string, given: Change[]) => {
      const changes = [...(await damage.mend(scope)), ...given];
      if (changes.length === 0) return;
      // As it is now: what the municipality keeps of its records changes with them.
      const made = new Map<string, Change>();
      const version = await changeScope(server.store, tenant, scope, changes, (one, stored) => {
        const as = medEnheter(one, stored);
        made.set(one.id, structuredClone(as));
        return as;
      });
      ledger.admin.push({ version, scope, changes: [...made.values()] });
    };
    await change(katalogScope, municipality.katalog);
    for (const akt of municipality.akter) await change(akt.scope, akt.changes);
    for (let nr = 0; nr < 3; nr += 1) await taEmot();
    for (const client of clients) await client.start();
    await settle(clients, time, 8);

    for (let turn = 0; turn < turns; turn += 1) {
      const client = random.pick(clients);
      if (!client.running) await client.start();
      else
        await oneTurn({
          protect,
          deliver,
          medborgare,
          skickaBeslut,
          taEmot,
          client,
          municipality,
          random,
          ofDocuments,
          server,
          tenant,
          change,
          ledger,
          time,
          damage,
          notices,
        });
      const told = await notices.turn(
        municipality.akter.map(({ personId }) => personId),
        time.now().toISOString(),
      );
      if (told !== undefined) ledger.trace.push(`notices: ${told}`);
      time.advance(random.below(3000));
      for (let i = random.below(4); i > 0; i -= 1) await nextTurn();
      if (random.chance(quiet)) await settle(clients, time, 3);
    }
    faults.end();
    documentFaults.active = false;
    for (const client of clients) client.full = false;
    const [large] = municipality.akter;
    if (large && random.chance(0.5)) await turnProtection(large, { municipality, change, ledger, random });
    if (random.chance(0.4)) await turnAccount(random.pick(municipality.users), { change, ledger });
    if (random.chance(0.4)) await protectNear({ municipality, random, change, ledger });
    if (random.chance(0.4)) await plantDamage(random.pick(municipality.akter), { damage, ledger });
    const waits = await reconnect(clients, municipality, time);
    if (waits.length > 0) defects.push(`somebody waits for more than an akt that cannot be read: ${JSON.stringify(waits)}`);
    defects.push(...(await keptOpen({ server, tenant, clients, municipality })));
    // A night comes to every run, and what it tells goes wrong as ever.
    ledger.trace.push(`the night's run: ${JSON.stringify(await server.runNightly(tenant))}`);
    for (let round = 0; round < 3; round += 1) {
      ledger.trace.push(`notices: ${await notices.send()}`);
      time.advance(3 * 60_000);
    }
    // What is unsent behind a closed account waits for it to be opened.
    for (const user of municipality.users.filter(({ data }) => !data.aktiv)) await turnAccount(user, { change, ledger });
    for (const scope of damage.scopes()) await change(scope, []);
    await reconnect(clients, municipality, time);
    // What was set aside goes by itself when it has rested.
    time.advance(11 * 60_000);
    if (ofDocuments.chance(0.35)) {
      await restoreWithoutBytes({ server, tenant, ledger }, ofDocuments);
      ledger.trace.push('the server is restored, and lacks bytes of documents');
    }
    const world = { server, tenant, clients, ledger, municipality, handed: notices.handed };
    await makeLastLetters(world, ofDocuments);
    await quiesce(clients, time);
    // A beslut is sent when the bytes of its letters have come.
    defects.push(...(await documentsArrive(world, time)));
    await skickaBeslut();
    notices.end();
    await sendAll(notices, time);
    let converged = await quiesce(clients, time);
    // What had not reached the server was perhaps something to be told of; and what cannot be told makes a bevakning.
    for (let round = 0; round < 3 && (await notices.left()) > 0; round += 1) {
      await sendAll(notices, time);
      converged = await quiesce(clients, time);
    }
    // What the server does by the clock: who is protected as a kund is so in others' akter, and what was saved last there too.
    for (let round = 0; round < 3 && (await server.store.namedMembers(tenant)).length > 0; round += 1) {
      await protect();
      converged = await quiesce(clients, time);
    }
    if (!converged) defects.push(`the clients did not come to rest: ${JSON.stringify(await restlessness(clients))}`);
    defects.push(...(await documentDefects(world)));
    for (const client of clients) await noteOutbox({ client, ledger });
    // What nothing names is looked for once in a while.
    for (let round = 0; round < 3; round += 1) {
      time.advance(61_000);
      await settle(clients, time, 8);
    }
    for (const client of clients) await client.close();
    for (const client of clients) defects.push(...bytesOfNothing(client));
    const found = await checkInvariants({ ...world, now: time.now().toISOString() });
    defects.push(...found.defects, ...plaintextIn(dir));
    refused = found.refused;
  } catch (error) {
    defects.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    for (const client of clients) client.crash();
    await server.close();
    rmSync(dir, { recursive: true, force: true });
  }
  const crashes = clients.reduce((sum, client) => sum + client.crashes, 0);
  return { seed, ok: defects.length === 0, commands: ledger.accepted.length, refused, crashes, defects, trace: ledger.trace };
}

/** Somebody opens every akt that they may, and with that the letters that are missing are made. */
async function makeLastLetters(
  { clients, municipality, ledger }: { clients: SimClient[]; municipality: Municipality; ledger: Ledger },
  random: Random,
): Promise<void> {
  const [client] = clients;
  if (!client) return;
  for (const akt of municipality.akter) await openForLetters({ client, akt, random, ledger, municipality, today: '' });
}

/** Over as many hours as the services' tries may take. */
async function sendAll(notices: ReturnType<typeof createNotices>, time: VirtualTime): Promise<void> {
  for (let round = 0; round < 20 && (await notices.left()) > 0; round += 1) {
    await notices.send();
    time.advance(61 * 60_000);
  }
}

/**
 * A transaction that has its version and dawdles is what loses rows for readers if versions are not locked. It can only
 * dawdle inside PostgreSQL: the version is taken and committed in one journey.
 */
const makeVersionsDawdle = (store: RunningServer['store']): Promise<void> =>
  store.transaction(async (tx) => {
    await tx.query(
      'dawdle',
      `create or replace function dawdle() returns trigger language plpgsql as $$
      begin
        if random() < 0.25 then perform pg_sleep(0.004); end if;
        return null;
      end $$`,
      [],
    );
    const trigger = 'create or replace trigger dawdle after update of version on tenant for each row execute function dawdle()';
    await tx.query('dawdling', trigger, []);
    await tx.commit();
  });

async function serverStep(name: string, faults: Faults, random: Random): Promise<void> {
  if (faults.serverPause()) for (let i = random.below(12); i > 0; i -= 1) await nextTurn();
  if (faults.serverCrash()) throw new Crash(name);
}

type Turn = {
  ofDocuments: Random;
  client: SimClient;
  municipality: Municipality;
  random: Random;
  server: RunningServer;
  tenant: string;
  change: (scope: string, changes: Change[]) => Promise<void>;
  ledger: ReturnType<typeof createLedger>;
  time: VirtualTime;
  damage: Damage;
  notices: ReturnType<typeof createNotices>;
  protect: () => Promise<void>;
  /** Somebody applies by the e-service. */
  taEmot: () => Promise<void>;
  /** What waited for the night is delivered. */
  deliver: () => Promise<void>;
  /** A citizen writes, or opens what came. */
  medborgare: () => Promise<unknown>;
  /** The server's job, as by its clock: the beslut that may be sent are sent. */
  skickaBeslut: () => Promise<void>;
};

async function oneTurn(turn: Turn): Promise<void> {
  const { client, municipality, random, ledger, time } = turn;
  await turnDocuments(turn);
  const dice = random.below(100);
  if (dice < 6) client.line.up = !client.line.up;
  else if (dice < 9) client.crash();
  else if (dice < 13) await administrate(turn);
  else if (dice >= 97) {
    // What its user is done with is known before a file goes wrong: a call that crashed may have settled more than it told.
    await noteOutbox({ client, ledger });
    ledger.trace.push(`${client.name}: ${await client.spoil()}`);
  } else {
    const akt = random.pick(municipality.akter);
    await act({ client, akt, random, ledger, municipality, today: time.now().toISOString().slice(0, 10) }).catch(
      notFilledIn(client, ledger),
    );
  }
}

/** A value list that is broken, or not here yet, is empty in the form that offers it: nobody can choose then, and the form is left. */
const notFilledIn =
  ({ name }: SimClient, { trace }: Ledger) =>
  (error: unknown): void => {
    if (!(error instanceof NothingToChoose)) throw error;
    trace.push(`${name} has nothing to choose from in a form`);
  };

/** Beside the rest: documents are filed and read, a disk fills or has room again, a page of one's documents goes wrong. */
async function turnDocuments({ client, municipality, ofDocuments: random, ledger, time }: Turn): Promise<void> {
  const dice = random.below(100);
  if (dice < 5) client.full = !client.full;
  else if (dice < 7) {
    if (!(await client.spoilDocuments(random))) return;
    ledger.lostBytes.add(client.userId);
    ledger.trace.push(`${client.name}: a page of the documents is zeroed`);
  } else if (dice < 45) {
    const akt = random.pick(municipality.akter);
    await onDocuments({ client, akt, random, ledger, municipality, today: time.now().toISOString().slice(0, 10) });
  }
}

/** Rights and accounts come and go, a person is protected, a document breaks or is mended, old tombstones are dropped. */
async function administrate({
  municipality,
  random,
  server,
  tenant,
  change,
  ledger,
  damage,
  protect,
  taEmot,
  deliver,
  medborgare,
  skickaBeslut,
  notices,
  time,
}: Turn): Promise<void> {
  const what = random.below(18);
  if (what <= 1) {
    const user = municipality.users[1];
    if (!user) return;
    ledger.lost.add(user.id);
    user.data = { ...user.data, enheter: user.data.enheter.length > 0 ? [] : ['lss'] };
    ledger.trace.push(`${user.data.namn} ${user.data.enheter.length > 0 ? 'may read again' : 'loses the right to read'}`);
    await change(katalogScope, [{ op: 'put', type: 'anvandare', id: user.id, data: user.data }]);
  } else if (what === 2) {
    const akt = random.pick(municipality.akter);
    await turnProtection(akt, { municipality, change, ledger, random });
  } else if (what <= 4) {
    await turnAccount(random.pick(municipality.users), { change, ledger });
  } else if (what === 5) {
    await plantDamage(random.chance(0.25) ? katalogen : random.pick(municipality.akter), { damage, ledger });
  } else if (what === 6) {
    for (const scope of damage.scopes()) await change(scope, []);
  } else if (what === 7) {
    await protect();
  } else if (what <= 9) {
    await protectNear({ municipality, random, change, ledger });
  } else if (what === 10) {
    // Cut by a crash at any step: the next goes on with it.
    const night = await server.runNightly(tenant).catch((error: unknown) => {
      if (error instanceof Crash) return undefined;
      throw error;
    });
    ledger.trace.push(`the night's run: ${JSON.stringify(night ?? 'cut')}`);
    ledger.trace.push(`notices: ${await notices.send()}`);
    // What was put off is due again.
    time.advance(3 * 60_000);
    ledger.trace.push(`notices again: ${await notices.send()}`);
  } else if (what >= 14) {
    await medborgare();
  } else if (what === 13) {
    await deliver();
    await skickaBeslut();
  } else if (what >= 12) {
    await taEmot();
  } else {
    await server.store.prune(tenant, Number.MAX_SAFE_INTEGER);
  }
}

const katalogen = { scope: katalogScope, namn: 'The catalogue' };

/** A document of an akt, or of the catalogue, can no longer be read, until somebody mends it. */
async function plantDamage(
  { scope, namn }: Pick<Municipality['akter'][number], 'scope' | 'namn'>,
  { damage, ledger }: Pick<Turn, 'damage' | 'ledger'>,
): Promise<void> {
  const what = await damage.plant(scope);
  if (what !== undefined) ledger.trace.push(`${namn}: ${what}`);
}

/** Somebody leaves, or comes back. */
async function turnAccount(user: Municipality['users'][number], { change, ledger }: Pick<Turn, 'change' | 'ledger'>): Promise<void> {
  ledger.closed.add(user.id);
  // Who reads nothing more is told to drop what is there, receipts too.
  ledger.lost.add(user.id);
  user.data = { ...user.data, aktiv: !user.data.aktiv };
  ledger.trace.push(`${user.data.namn}'s account is ${user.data.aktiv ? 'open' : 'closed'}`);
  await change(katalogScope, [{ op: 'put', type: 'anvandare', id: user.id, data: user.data }]);
}

/** Another unit may have taken the kund up since the municipality's own record of her. */
function medEnheter(change: Change, stored: unknown): Change {
  const { enheter } = (stored ?? {}) as { enheter?: string[] };
  return change.op === 'put' && change.type === 'person' && enheter ? { ...change, data: { ...change.data, enheter } } : change;
}

async function turnProtection(
  akt: Municipality['akter'][number],
  { municipality, change, ledger, random }: Pick<Turn, 'municipality' | 'change' | 'ledger' | 'random'>,
): Promise<void> {
  for (const { id, data } of municipality.users) if (!data.skyddadBehorighet) ledger.lost.add(id);
  const person = akt.changes.find((one) => one.op === 'put' && one.type === 'person');
  if (person?.op !== 'put' || person.type !== 'person') return;
  const skydd = random.pick(['skyddadFolkbokforing', 'skyddadFolkbokforing', 'sekretessmarkering'] as const);
  person.data = { ...person.data, skydd: person.data.skydd === 'ingen' ? skydd : 'ingen' };
  ledger.trace.push(`${akt.namn} ${person.data.skydd}`);
  await change(akt.scope, [{ ...person }]);
}

/** Who is a contact in one akt, with where she lives, or a member of the hushåll, and a kund of her own, is protected as a kund (FRAGA-62). */
async function protectNear({
  municipality,
  random,
  change,
  ledger,
}: Pick<Turn, 'municipality' | 'random' | 'change' | 'ledger'>): Promise<void> {
  const [kund, nara] = random.shuffled(municipality.akter);
  const person = nara?.changes.find((one) => one.op === 'put' && one.type === 'person');
  if (!kund || person?.op !== 'put' || person.type !== 'person') return;
  const { personnummer } = person.data;
  const gemensamt = { namn: nara?.namn ?? '', personnummer, rev: random.uuid() };
  const medlem = { ...gemensamt, relation: 'Mor', vardnadshavare: false, registerledare: false };
  const named: Change = random.chance(0.6)
    ? { op: 'put', type: 'kontakt', id: random.uuid(), data: { ...gemensamt, typ: 'anhorig', adress: `Gatan ${random.below(100)}` } }
    : { op: 'put', type: 'hushallsmedlem', id: random.uuid(), data: medlem };
  ledger.trace.push(`${kund.namn} has ${nara?.namn} as ${named.type}`);
  await change(kund.scope, [named]);
  if (nara && (person.data.skydd === 'ingen' || random.chance(0.3))) await turnProtection(nara, { municipality, change, ledger, random });
}

/** Lets virtual and real time pass side by side. */
async function settle(clients: SimClient[], time: VirtualTime, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    time.advance(500);
    do await nextTurn();
    while (clients.some(({ line }) => line.busy > 0));
  }
}

/**
 * Mends the lines, and lets each client reach the server, which may say that the account is closed; what the brake holds it holds.
 * @returns who is not at rest, but for what the server has set aside
 */
async function reconnect(clients: SimClient[], { users }: Municipality, time: VirtualTime): Promise<unknown[]> {
  const closed = clients.filter(({ userId }) => !users.find(({ id }) => id === userId)?.data.aktiv);
  const open = clients.filter((client) => !closed.includes(client));
  const areTold = async () => (await Promise.all(closed.map((client) => client.isLocked()))).every(Boolean);
  for (const client of clients) {
    client.line.up = true;
    if (!client.running) await client.start();
    await client.call('synk.nu', {});
  }
  for (let round = 0; round < 100; round += 1) {
    time.advance(5_000);
    await settle(clients, time, 2);
    if ((await restlessness(open, { reached: true })).length === 0 && (await areTold())) return [];
  }
  return restlessness(open, { reached: true });
}

/** Waits until every client has sent all and fetched all. */
async function quiesce(clients: SimClient[], time: VirtualTime): Promise<boolean> {
  for (let round = 0; round < 400; round += 1) {
    time.advance(5_000);
    await settle(clients, time, 2);
    if (round % 4 === 3 && (await restlessness(clients)).length === 0) {
      // At rest is who has nothing to send and agrees with the server after everyone else had nothing to send.
      for (const client of clients) await client.call('synk.nu', {});
      await settle(clients, time, 6);
      if ((await restlessness(clients)).length === 0) return true;
    }
    for (const client of clients) {
      await client.call('synk.slappBroms', {});
      await client.call('synk.godkannServer', {});
    }
  }
  return false;
}

/** Waits until the server has the bytes of every document whose author can send them. @returns which it has not */
async function documentsArrive(world: Parameters<typeof notReceived>[0], time: VirtualTime): Promise<string[]> {
  for (let round = 0; round < 200; round += 1) {
    if ((await notReceived(world)).length === 0) return [];
    time.advance(20_000);
    await settle(world.clients, time, 4);
  }
  return (await notReceived(world)).map(
    (id) => `the server has not got the bytes of document ${id} (${world.ledger.documents.get(id)?.userId})`,
  );
}

/** @param reached it is enough that the server has had what it takes: what it has set aside may wait, and what is to be fetched anew */
async function restlessness(clients: SimClient[], { reached = false } = {}): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const client of clients) {
    const status = await client.call('status.hamta', {});
    // What was lost without a trace is fetched once in ten minutes: where it was lost twice, that long is waited.
    const differs = !reached && client.line.forgotten > 0 && status?.antalStammer === false;
    const aside = reached ? ((await client.call('utkorg.lista', {})) ?? []).filter(({ tillstand }) => tillstand === 'vantar').length : 0;
    if (!status || status.osanda > aside || status.fas !== 'vilar' || !status.ansluten || differs)
      found.push({ client: client.name, ...status });
  }
  return found;
}
