// Makes the fixture of a release, with the release's own code: README.md says how.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { TransportError } from '../../main/sync/transport-error.ts';
import { fattaBeslut } from '../../scripts/demo/formular/beslut.ts';
import { skickaBestallning } from '../../scripts/demo/formular/bestallning.ts';
import { type Formular, formularAv, type Kommando } from '../../scripts/demo/formular/formular.ts';
import { registreraAktualisering } from '../../scripts/demo/formular/inkommet.ts';
import { generateRecords } from '../../scripts/demo/generate.ts';
import { Katalog } from '../../scripts/demo/katalog.ts';
import { startServer } from '../../server/start.ts';
import { databaseOf } from '../../server/store/database-of.ts';
import { startEmbeddedPostgres } from '../../server/store/embedded-postgres.ts';
import { seedTenant } from '../../server/store/seed.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { type RecordType, recordTypes, schemaNumber } from '../../shared/domain/records.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { katalogVy } from '../../shared/ipc/katalog-vy.ts';
import type { PushedCommand } from '../../shared/protocol/protocol.ts';
import { type Dator, type DatorOptions, dator } from './dator.ts';
import { type Release, testKey } from './release.ts';

const root = join(import.meta.dirname, '..', '..');
const [out] = process.argv.slice(2);
if (!out) throw new Error('Give the folder to make the fixture in.');
const today = '2026-11-20';
const tenant = 'uppgradering';
const kommun = 'Uppgraderby';

// Time passes a second a look, so that nothing is written at the same instant.
let time = Date.parse(`${today}T09:00:00.000Z`);
const now = () => {
  time += 1000;
  return new Date(time);
};

const katalog = new Katalog();
const records = [...generateRecords({ persons: 5, seed: 1, today })];
const first = <T>(list: readonly T[], what: string): T => {
  const [found] = list;
  if (found === undefined) throw new Error(`the demo has no ${what}`);
  return found;
};
const of = (type: RecordType) => records.filter((record) => record.type === type);
const linnea = first(
  of('person').filter(({ data }) => (data as { efternamn: string }).efternamn === 'Ekström'),
  'Linnea Ekström',
);
const inLinnea = (type: RecordType) => of(type).filter(({ scope }) => scope === linnea.scope);
type Utredning = { slutdatum?: string; ansvarigHandlaggareId: string };
const utredning = first(
  inLinnea('utredning').filter(({ data }) => (data as Utredning).slutdatum === undefined),
  'open utredning',
);
const personId = linnea.id;
const kontaktId = first(inLinnea('kontakt'), 'contact').id;
const sara = first(
  katalog.users.filter(({ id }) => id === (utredning.data as Utredning).ansvarigHandlaggareId),
  'handläggare of the utredning',
);
const kollega = first(
  katalog.lssHandlaggare.filter(({ id }) => id !== sara.id),
  'colleague',
);
const dokumentation = { slag: 'utredning' as const, id: utredning.id };
type Note = { dokumentation: { id: string }; rubrikKod: string; handelsedatum: string; rev: string; signerad?: unknown };
const [nekad, vantande] = inLinnea('anteckning').filter(({ data }) => {
  const note = data as Note;
  return note.dokumentation.id === utredning.id && note.signerad === undefined && !('felmarkerad' in note);
});
if (!nekad || !vantande) throw new Error('the utredning has too few notes that are not signed');

const work = mkdtempSync(join(tmpdir(), 'aktnara-release-'));
const postgres = await startEmbeddedPostgres({ dataDir: join(work, 'pg'), persistent: false, fsync: false });
const server = await startServer({ databaseUrl: postgres.url, demo: true, clock: { now } });
try {
  await make();
} finally {
  await server.close();
  await postgres.stop();
  rmSync(work, { recursive: true, force: true });
}

async function make(): Promise<void> {
  const epoch = await seedTenant(server.store, tenant, kommun, records);
  const at = (actor: Actor): DatorOptions => ({
    ...{ file: join(work, `${actor.id}.db`), key: testKey, actor, now, newId: randomUUID },
    server: { url: server.url, tenant },
  });
  const hosSara = dator(at(sara));
  const hosKollega = dator(at(kollega));
  await online(hosSara);
  await online(hosKollega);

  // Received, and shown as such.
  const mottagen = { anteckningId: randomUUID(), rev: randomUUID() };
  kor(hosSara, 'anteckning.spara', journal(mottagen, 'Ett samtal som servern har tagit emot.'));
  kor(hosSara, 'kundlista.laggTill', { personId: first(of('person').slice(1), 'second person').id });
  await online(hosSara);

  // Refused: a colleague was first, with a text and with a form.
  await online(hosKollega);
  kor(hosKollega, 'anteckning.spara', omskriven(hosKollega, nekad?.id ?? '', 'Kollegans ord kom först.'));
  kor(hosKollega, 'kontakt.spara', kontakt(hosKollega, kontaktId, '08-465 004 01'));
  const skriven = omskriven(hosSara, nekad?.id ?? '', 'Mina ord, som servern nekade.');
  korFormular(hosSara, 'anteckning.spara', skriven, {
    nyckel: `anteckning:${personId}:${utredning.id}:${skriven.rubrikKod}:${nekad?.id}`,
    data: { text: skriven.text },
  });
  korFormular(hosSara, 'kontakt.spara', kontakt(hosSara, kontaktId, '08-465 004 02'), {
    nyckel: `kontakt:${personId}:${kontaktId}`,
    data: { telefon: '08-465 004 02' },
  });
  await online(hosKollega);
  await online(hosSara);

  // Waiting: the first was sent, and nobody knows whether it arrived; the rest was written without a network.
  const ny = { anteckningId: randomUUID(), rev: randomUUID() };
  kor(hosSara, 'anteckning.spara', journal(ny, 'Hembesök hos Linnea, skrivet utan nät.'));
  const away = async (): Promise<never> => {
    throw new TransportError('unreachable');
  };
  await hosSara.round({ push: away });
  kor(hosSara, 'anteckning.signera', { personId, ...ny });
  kor(hosSara, 'anteckning.spara', omskriven(hosSara, vantande?.id ?? '', 'Mina ord, som väntar.'));
  kor(hosSara, 'kontakt.spara', {
    ...{ personId, kontaktId: randomUUID(), basRev: null },
    kontakt: { typ: 'godMan', namn: 'Åke Öberg', telefon: '08-465 004 03', rev: randomUUID() },
  });
  const registrerad = registrera();
  kor(hosSara, 'person.registrera', registrerad);
  kor(hosSara, 'senaste.oppnad', { personId: registrerad.personId });
  form(hosSara, (formular) =>
    registreraAktualisering(formular, {
      ...{ slag: 'ansokan', datum: today, utredningId: utredning.id },
      insatsIds: [katalog.insatsId('KONTAKTPERSON')],
      anteckning: 'Ansökan inkom med post.',
    }),
  );
  const insatsId = katalog.insatsId('KONTAKTPERSON');
  form(hosSara, (formular) =>
    fattaBeslut(formular, {
      ...{ utredningId: utredning.id, insatsId, utfall: 'bifall', beslutsdatum: today, giltigFran: '2026-12-01', hallOppen: true },
    }),
  );
  form(hosSara, (formular) => {
    const beslut = formular.akt.beslut.find(({ data }) => data.insatsId === insatsId && data.beslutsdatum === today);
    return beslut && skickaBestallning(formular, beslut);
  });

  hosSara.call['utkast.spara']({
    ...{ nyckel: `anteckning:${personId}:${utredning.id}:JOURNAL:${randomUUID()}`, personId, titel: 'Journalanteckning' },
    data: { rubrikKod: 'JOURNAL', handelsedatum: today, text: fromPlainText('Ett utkast med å, ä och ö,\npå två rader.') },
  });
  hosSara.call['utkast.spara']({
    ...{ nyckel: `kontakt:${personId}:ny`, personId, titel: 'Kontakt' },
    data: { varden: { namn: 'Halvskriven Kontakt' } },
  });

  // What the colleague does meanwhile reaches the server before all this.
  kor(hosKollega, 'anteckning.spara', omskriven(hosKollega, vantande?.id ?? '', 'Kollegans ord, medan Sara var utan nät.'));
  const after = hosKollega.replica.unanswered({ commands: 100, bytes: 1_000_000 });

  mkdirSync(out as string, { recursive: true });
  const file = join(out as string, 'replica.db');
  rmSync(file, { force: true });
  hosSara.replica.backupTo(file);
  const before = await seen(hosSara, epoch, after);

  await online(hosKollega);
  await online(hosSara);
  const { outbox } = before;
  const answers = outbox
    .filter(({ state }) => state === 'queued' || state === 'sent')
    .map(({ id, name }) => {
      const row = hosSara.replica.outboxRow(id);
      // What is housekeeping leaves no receipt.
      const code = row?.rejection?.code;
      console.log(`${name}: ${row?.state ?? 'ok'} ${code ?? ''}`);
      return code === undefined ? { id, outcome: 'ok' as const } : { id, outcome: 'refused' as const, code };
    });
  writeFileSync(join(out as string, 'release.json'), `${JSON.stringify({ ...before, answers } satisfies Release)}\n`);
  hosSara.replica.close();
  hosKollega.replica.close();
}

/** What the release's own program sees in the replica, and what its server has then. */
async function seen({ replica, call }: Dator, epoch: string, commands: PushedCommand[]): Promise<Omit<Release, 'answers'>> {
  const db = databaseOf(server.store);
  const { version } = await db.selectFrom('tenant').select('version').where('tenant', '=', tenant).executeTakeFirstOrThrow();
  const { clientId } = replica.identity();
  const client = await db.selectFrom('client').select('last_seq').where('client_id', '=', clientId).executeTakeFirstOrThrow();
  const stored = await db
    .selectFrom('record')
    .select(['type', 'id', 'scope', 'schema', 'data'])
    .where('tenant', '=', tenant)
    .orderBy('scope')
    .orderBy('id')
    .execute();
  const onServer = new Map(stored.map(({ id, data }) => [id, data]));
  const scopes = new Set([...stored.map(({ scope }) => scope), ...replica.outbox().map(({ scope }) => scope)]);
  const held = [...scopes].flatMap((scope) =>
    recordTypes.flatMap((type) =>
      replica.inScope(scope, type).map(({ id, version, pending, data }) => ({
        ...{ type, id, scope, version, pending, schema: schemaNumber(type) },
        ...(isDeepStrictEqual(data, onServer.get(id)) ? {} : { data }),
      })),
    ),
  );
  if (held.length !== replica.countRecords()) throw new Error(`${held.length} of ${replica.countRecords()} records were read`);
  const { name, version: number } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };
  return {
    program: `${name} ${number}`,
    commit: execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
    now: new Date(time).toISOString(),
    anvandareId: sara.id,
    server: {
      ...{ tenant, kommun, epoch, version },
      client: { id: clientId, lastSeq: client.last_seq },
      records: stored,
      after: { anvandareId: kollega.id, commands },
    },
    held,
    drafts: replica.drafts(),
    outbox: replica.outbox().map(({ id, name, version, state, rejection, form }) => {
      const { egenText } = call['utkorg.post']({ id });
      return { id, name, version, state, rejection, form, ...(egenText ? { egenText } : {}) };
    }),
  };
}

async function online(one: Dator): Promise<void> {
  const errors = await one.round();
  if (errors.length > 0) throw new Error('the round failed', { cause: errors[0] });
}

function kor({ call }: Dator, name: string, input: unknown, mer: object = {}): void {
  const answer = call['kommando.kor']({ name, input, ...mer });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.rejection)}`);
}

/** Sent from its form, with the draft it was. */
function korFormular(one: Dator, name: string, input: unknown, { nyckel, data }: { nyckel: string; data: unknown }): void {
  one.call['utkast.spara']({ nyckel, personId, titel: 'Utkastet', data });
  kor(one, name, input, { utkast: nyckel, formular: { titel: 'Utkastet', data } });
}

function form(one: Dator, fyll: (formular: Formular) => Kommando | undefined): void {
  const state = one.state(personId);
  const kommando = fyll(formularAv(state, personId, { katalog: katalogVy(state.katalogLista, sara, []), today, newId: randomUUID }));
  if (!kommando) throw new Error('the form makes no command');
  kor(one, kommando.name, kommando.input);
}

function journal(note: { anteckningId: string; rev: string }, text: string) {
  const plats = { dokumentation, rubrikKod: 'JOURNAL', handelsedatum: today };
  return { personId, ...note, ...plats, text: fromPlainText(text), basRev: null };
}

function omskriven({ replica }: Dator, anteckningId: string, text: string) {
  const note = replica.record('anteckning', anteckningId)?.data;
  if (!note) throw new Error('the note is not here');
  const { rubrikKod, handelsedatum, rev } = note;
  return { personId, anteckningId, dokumentation, rubrikKod, handelsedatum, text: fromPlainText(text), basRev: rev, rev: randomUUID() };
}

function kontakt({ replica }: Dator, id: string, telefon: string) {
  const data = replica.record('kontakt', id)?.data;
  if (!data) throw new Error('the contact is not here');
  return { personId, kontaktId: id, basRev: data.rev ?? null, kontakt: { ...data, telefon, rev: randomUUID() } };
}

/** A number of Skatteverket's list that the demo has given nobody. */
function registrera() {
  const used = new Set(of('person').map(({ data }) => (data as { personnummer: string }).personnummer));
  const all = readFileSync(join(root, 'resources', 'testdata', 'testpersonnummer.txt'), 'utf8').split(/\s+/);
  const personnummer = first(
    all.filter((number) => /^(199|200)\d{9}$/.test(number) && !used.has(number)),
    'number left',
  );
  return {
    personId: randomUUID(),
    enhet: first(sara.enheter, 'unit'),
    kir: { status: 'ejKontrollerad', at: new Date(time).toISOString() },
    person: {
      ...{ personnummer, nummerSlag: 'personnummer', efternamn: 'Ny', fornamn: 'Kund', civilstand: '' },
      ...{ folkbokfordIKommunen: true, skydd: 'ingen' },
    },
    rev: randomUUID(),
  };
}
