import { isDeepStrictEqual } from 'node:util';
import { openDatabase } from '../../main/db/open-database.ts';
import { type Digest, digestText, emptyDigest, turnDigest } from '../../main/db/record-digest.ts';
import type { RunningServer } from '../../server/start.ts';
import { databaseOf } from '../../server/store/database-of.ts';
import { portalRows } from '../../server/store/portal-messages.ts';
import { bucketDigests } from '../../server/store/pull-rows.ts';
import { aktAv } from '../../shared/domain/akt.ts';
import { handelseIds } from '../../shared/domain/andra-id.ts';
import { aktFel } from '../../shared/domain/arende/akt-fel.ts';
import { bucketsOfAnvandare, bucketsOfScope, partOf } from '../../shared/domain/buckets.ts';
import { type Actor, type Aviseras, isRejection, type State } from '../../shared/domain/command.ts';
import { type Enhetsmarke, enhetensAkt, enhetOf, hangerPa, isGemensam } from '../../shared/domain/enhet.ts';
import { aviseringMisslyckades } from '../../shared/domain/etjanst/avisering-misslyckades.ts';
import { etjanstfel } from '../../shared/domain/etjanst/fel.ts';
import { nattensUtfall } from '../../shared/domain/etjanst/nattens-utfall.ts';
import { type Aktivering, etjanstId } from '../../shared/domain/etjanst/records.ts';
import { franvarofel } from '../../shared/domain/franvaro/fel.ts';
import { inkomstfel } from '../../shared/domain/inkomst/fel.ts';
import { taEmotInkomstsvar } from '../../shared/domain/inkomst/svara.ts';
import { ivofel } from '../../shared/domain/ivo/fel.ts';
import type { Fristrad } from '../../shared/domain/klocka/frist.ts';
import { taEmotBilaga } from '../../shared/domain/meddelande/ta-emot-bilaga.ts';
import { motesfel } from '../../shared/domain/mote/fel.ts';
import { isIntagbar, type RecordData, type RecordType, recordSchemas } from '../../shared/domain/records.ts';
import { decideCommand, readCommand, rulebook, scopeOf } from '../../shared/domain/rulebook/commands.ts';
import { samtyckesfel } from '../../shared/domain/samtycke/fel.ts';
import { aktScope, katalogScope, personOfScope } from '../../shared/domain/scope.ts';
import { systemaktor, systemaktorId } from '../../shared/domain/systemaktor.ts';
import { fristerAv, ivotiderAv } from '../../shared/domain/testing/frister.ts';
import { uppfoljningsfel } from '../../shared/domain/uppfoljning/fel.ts';
import { digitaltSvar, lamnaDigitalt } from '../../shared/domain/utskick/digital-post.ts';
import { beslutOppnat, skickaUtBeslut } from '../../shared/domain/utskick/skicka.ts';
import type { Ledger } from './ledger.ts';
import type { Municipality } from './municipality.ts';
import { type Handed, noticesAreKept } from './notices.ts';
import type { SimClient } from './sim-client.ts';
import { sentWrongly, utskickAreKept } from './utskick-kept.ts';
import { wordsAreTheReplicas } from './words-kept.ts';

type World = {
  server: RunningServer;
  tenant: string;
  clients: SimClient[];
  ledger: Ledger;
  municipality: Municipality;
  handed: Handed;
  /** By the server's clock. */
  now: string;
};
type LogRow = {
  command_id: string;
  name: string;
  input_version: number;
  input: unknown;
  anvandare_id: string;
  client_at: string;
  outcome: string;
  code: string | null;
  version: number;
};
/** As the history names the server where it acted for the e-service, and for who was signed in to it. */
const somSystem: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [nattensUtfall, aviseringMisslyckades, skickaUtBeslut, beslutOppnat, taEmotBilaga].map(({ name }) => [name, 'E-tjänsten']),
  ),
  ...Object.fromEntries([lamnaDigitalt, digitaltSvar].map(({ name }) => [name, 'Digital post'])),
  [taEmotInkomstsvar.name]: 'Kunden i e-tjänsten',
};
type ServerRecord = { id: string; type: string; scope: string; version: number; data: unknown; buckets: string[] };

/** What must hold when all is at rest. @returns what does not, and how many commands the server refused */
export async function checkInvariants(world: World): Promise<{ defects: string[]; refused: number }> {
  const { server, tenant } = world;
  const log = (await databaseOf(server.store)
    .selectFrom('command_log')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('repeat', '=', false)
    .orderBy('version')
    .execute()) as unknown as LogRow[];
  const records = (await databaseOf(server.store)
    .selectFrom('record')
    .selectAll()
    .where('tenant', '=', tenant)
    .execute()) as unknown as ServerRecord[];
  const byId = Map.groupBy(log, (row) => row.command_id);
  const toBeTold: string[] = [];
  const defects = [
    ...handledOnce(world, byId),
    ...serverIsItsHistory(world, byId, records, toBeTold),
    ...(await noticesAreKept(world, world.handed, toBeTold)),
    ...noRuleIsDefect(log),
    ...(await bucketsAreKept(world, records)),
    ...(await digestsAreKept(world, records)),
    ...aktsAreWhole(records),
    ...oneKundANumber(records),
    ...eansokningarInOneAkt(records),
    ...(await messagesAreTold(world, records)),
    ...(await utskickAreKept(world, records, world.now)),
    ...nobodyTellsWhere(records),
    ...world.clients.flatMap((client) => [
      ...whereReadable(client, () => clientAnswers(world, client, byId)),
      ...whereReadable(client, () => replicaIsTheServers(world, client, records)),
      ...whereReadable(client, () => wordsAreTheReplicas(client)),
    ]),
  ];
  return { defects, refused: log.filter(({ outcome }) => outcome === 'refused').length };
}

/** A page of a damaged file that the program has had no reason to read is not known to it yet: told, and put aside, when it is read. */
function whereReadable(client: SimClient, check: () => string[]): string[] {
  try {
    return check();
  } catch (error) {
    if (client.damaged && String((error as { code?: unknown }).code).startsWith('SQLITE_CORRUPT')) return [];
    throw error;
  }
}

/**
 * FRAGA-62: who has been in contact answers no question about a person whom the user may not see, whatever the brake holds; about nobody
 * where the account is closed, and nor does the list of what is unsent.
 */
export async function keptOpen({ server, tenant, clients, municipality }: Omit<World, 'ledger' | 'handed' | 'now'>): Promise<string[]> {
  const persons = await databaseOf(server.store)
    .selectFrom('record')
    .select(['id', 'buckets'])
    .where('tenant', '=', tenant)
    .where('type', '=', 'person')
    .execute();
  const found: string[] = [];
  for (const client of clients) {
    const user = municipality.users.find(({ id }) => id === client.userId);
    const granted = user ? bucketsOfAnvandare({ ...user.data, id: user.id }) : [];
    if (user && !user.data.aktiv && ((await client.call('utkorg.lista', {})) || (await client.call('katalog.hamta', {}))))
      found.push(`${client.name} reads on though the account is closed`);
    for (const { id, buckets } of persons) {
      if (buckets.some((bucket) => granted.includes(bucket))) continue;
      if (await client.call('kund.oppna', { personId: id, skal: 'simulering' })) found.push(`${client.name} still opens ${id}`);
    }
  }
  return found;
}

/** Every command a user was told is saved reached the server once, and nothing else did. */
function handledOnce({ ledger }: World, byId: Map<string, LogRow[]>): string[] {
  const lost = ledger.accepted.filter(({ id }) => byId.get(id)?.length !== 1);
  const known = new Set(ledger.accepted.map(({ id }) => id));
  const unknown = [...byId.values()].flat().filter((row) => !known.has(row.command_id) && row.name !== 'senaste.oppnad');
  return [
    ...lost.map(({ id, name }) => `${name} ${id} was handled ${byId.get(id)?.length ?? 0} times`),
    // A crash between the commit and the answer may leave a command that its user was not told of; it is in the log, too.
    ...unknown.filter((row) => row.outcome === 'ok' && (byId.get(row.command_id)?.length ?? 0) > 1).map((row) => `${row.name} repeated`),
  ];
}

/** What several people did at once has left every case in a state that the rules allow. */
function aktsAreWhole(records: ServerRecord[]): string[] {
  const akter = Map.groupBy(
    records.filter(({ scope }) => personOfScope(scope) !== undefined),
    ({ scope }) => scope,
  );
  const katalogen = records.filter(({ scope }) => scope === katalogScope);
  const insatser = records.flatMap(({ type, id, data }) => (type === 'insats' ? [{ id, data: data as RecordData<'insats'> }] : []));
  return [...akter].flatMap(([scope, own]) => {
    const list = <T extends RecordType>(type: T) =>
      own.filter((one) => one.type === type).map(({ id, data }) => ({ id, data: data as RecordData<T> }));
    const [post] = list('person');
    const person = post?.data;
    const enheter = person?.enheter ?? [undefined];
    const fel = enheter.flatMap((enhet) => aktFel(person ? enhetensAkt(aktAv({ list }), enhet, person) : aktAv({ list }), insatser));
    // What is not what its type says is left out of what is computed, by a careful reading.
    const hel = own.every(({ type, data }) => recordSchemas[type as RecordType]?.safeParse(data).success);
    if (hel && post) fel.push(...ivofel(list('ivorapport'), list('ivouppgift'), ivotiderAv(lasbar(own, katalogen), post.id)));
    fel.push(...uppfoljningsfel(list('uppfoljning')));
    fel.push(...motesfel(list('mote')));
    fel.push(...franvarofel(list('franvaro'), list('franvarounderlag'), list('verkstallighet')));
    fel.push(...etjanstfel(list('etjanst'), list('godkannande'), list('samtycke'), list('kontakt')));
    fel.push(...inkomstfel(list('inkomstblankett'), list('inkomstsvar')));
    fel.push(...samtyckesfel(list('samtycke'), list('kontakt'), list('dokument')));
    return [...fel, ...tornParts(own, person), ...toldOfUnit(own), ...handedOver(own, person)].map((one) => `${scope}: ${one}`);
  });
}

type Rad = { type: string; id: string; data: unknown };
/** As the rules read an akt and the catalogue. */
function lasbar(own: readonly Rad[], katalogen: readonly Rad[]): Parameters<typeof ivotiderAv>[0] {
  const av = <T extends RecordType>(of: readonly Rad[], type: T) =>
    of.filter((one) => one.type === type).map(({ id, data }) => ({ id, data: data as RecordData<T> }));
  return {
    get: (type, id) => av(own, type).find((one) => one.id === id)?.data,
    list: (type) => av(own, type),
    katalogLista: (type) => av(katalogen, type),
  };
}

/** OSL 26:1 what hangs on a unit's record is that unit's, and no unit has anything of a kund it has not taken up. */
function tornParts(own: ServerRecord[], person: RecordData<'person'> | undefined): string[] {
  const byId = new Map(own.map((record) => [record.id, record]));
  const unitOf = ({ type, data }: ServerRecord) => enhetOf(type as RecordType, data as Enhetsmarke, person);
  return own.flatMap((record) => {
    const parent = hangerPa(record.type as RecordType, record.data as Record<string, unknown>);
    const found = parent && byId.get(parent.id);
    const [unit, wanted] = [unitOf(record), found && unitOf(found)];
    if (found && wanted !== undefined && unit !== wanted) return [`${record.type} ${record.id} is ${unit}’s and hangs on ${wanted}’s`];
    return unit === undefined || person?.enheter.includes(unit)
      ? []
      : [`${record.type} ${record.id} is of ${unit}, which has not the kund`];
  });
}

/** As long as no two in a run are the same by chance. */
const egenText = 60;
/**
 * OSL 10:1 26:1 what a unit has of another's is what was handed to it, word for word as it was signed, with the giver's own record of it;
 * no other word of a text of one unit stands in anything that another reads.
 */
function handedOver(own: ServerRecord[], person: RecordData<'person'> | undefined): string[] {
  const of = <T extends RecordType>(type: T) =>
    own
      .filter((one) => one.type === type)
      .map(({ id, data }) => ({ id, data: data as RecordData<T>, unit: enhetOf(type, data as Enhetsmarke, person) }));
  const [noter, utlamningar] = [of('anteckning'), of('utlamning')];
  const sources = of('mottagen').flatMap(({ id, data, unit }) => {
    const given = utlamningar.find(
      (one) =>
        one.unit === data.franEnhet &&
        one.data.tillEnhet === unit &&
        isDeepStrictEqual(one.data.lamnad, data.lamnad) &&
        one.data.namn === data.namn,
    );
    const note = noter.find((one) => one.id === given?.data.ref.id);
    const { innehall } = data;
    const isSame = innehall.slag === 'text' && note?.unit === data.franEnhet && isDeepStrictEqual(note.data.text, innehall.text);
    return isSame && note.data.signerad ? [] : [`mottagen ${id} is not what ${data.franEnhet} handed over`];
  });
  const leaks = noter.flatMap(({ id, data, unit }) => {
    const words = JSON.stringify(data.text);
    if (words.length < egenText + 100) return [];
    return own
      .filter((one) => !['anteckning', 'konfliktval', 'mottagen'].includes(one.type))
      .filter(
        (one) => enhetOf(one.type as RecordType, one.data as Enhetsmarke, person) !== unit && JSON.stringify(one.data).includes(words),
      )
      .map((one) => `${one.type} ${one.id} holds the words of ${unit}’s note ${id}`);
  });
  return [...sources, ...leaks];
}

/** OSL 26:1 FORB-25 nothing that every unit reads tells which personkrets one of them has registered. */
const toldOfUnit = (own: ServerRecord[]): string[] =>
  own
    .filter(({ type, data }) => isGemensam(type as RecordType, data as Enhetsmarke) && JSON.stringify(data).includes('personkrets'))
    .map(({ type, id }) => `${type} ${id} is common and tells of a personkrets`);

/** A rule that fails, or reads what it has not declared, is refused so that nothing stands still; here it is a fault. */
const noRuleIsDefect = (log: LogRow[]): string[] =>
  log.filter(({ code }) => code === 'regelfel').map(({ name, command_id }) => `${name} ${command_id} met a defect of its rule`);

/** Buckets that were kept from command to command are those of each whole akt decided anew, and the entries say the same. */
async function bucketsAreKept({ server, tenant }: World, records: ServerRecord[]): Promise<string[]> {
  const entries = await databaseOf(server.store)
    .selectFrom('bucket_entry')
    .select(['record_id', 'bucket'])
    .where('tenant', '=', tenant)
    .where('present', '=', true)
    .execute();
  const entered = Map.groupBy(entries, ({ record_id }) => record_id);
  const decided = new Map(
    [...Map.groupBy(records, ({ scope }) => scope)].flatMap(([scope, own]) => {
      const parts = own.map(({ type, id, data }) => partOf(type as RecordType, id, data));
      return [...bucketsOfScope(scope, parts)];
    }),
  );
  const text = (buckets: string[] | undefined) => buckets?.toSorted().join(' ') ?? '';
  return [
    ...records.flatMap(({ id, type, buckets }) => {
      const right = text(decided.get(id));
      const said = text(entered.get(id)?.map(({ bucket }) => bucket));
      return text(buckets) === right && said === right
        ? []
        : [`${type} ${id} lies in ${text(buckets)} and is entered in ${said}, not ${right}`];
    }),
    ...[...entered.keys()].filter((id) => !decided.has(id)).map((id) => `${id} is gone and still entered`),
  ];
}

const digestOf = (records: { id: string; version: number }[]): string => {
  const digest = emptyDigest();
  for (const { id, version } of records) turnDigest(digest, 1, id, Number(version));
  return digestText(digest);
};

/** What each bucket is said to hold, and has been from write to write, is what it holds. */
async function digestsAreKept({ server, tenant }: World, records: ServerRecord[]): Promise<string[]> {
  const buckets = [...new Set(records.flatMap((record) => record.buckets))];
  const said = await server.store.snapshot((tx) => bucketDigests(tx, tenant, buckets));
  return buckets.flatMap((bucket) => {
    const is = digestOf(records.filter((record) => record.buckets.includes(bucket)));
    return said[bucket] === is ? [] : [`${bucket} is said to hold ${said[bucket]}, and holds ${is}`];
  });
}

/** FRAGA-62: no contact who is a protected kund has an address, nor is a protected member or contact read by all, in anybody else's akt. */
function nobodyTellsWhere(records: ServerRecord[]): string[] {
  const kunder = records.flatMap(({ type, scope, data }) => (type === 'person' ? [{ scope, ...(data as RecordData<'person'>) }] : []));
  return records
    .filter(({ type }) => type === 'kontakt' || type === 'hushallsmedlem')
    .flatMap(({ type, id, scope, data }) => {
      const { personnummer, adress, skyddad } = data as RecordData<'kontakt'>;
      const kund = kunder.find((one) => personnummer !== undefined && one.personnummer === personnummer && one.scope !== scope);
      const isOpen = kund?.skydd === 'skyddadFolkbokforing' && !skyddad;
      return (kund && kund.skydd !== 'ingen' && adress !== undefined) || isOpen
        ? [`${type} ${id} in ${scope} tells of ${kund?.scope}, who has ${kund?.skydd}`]
        : [];
    });
}

/** EANS-03: what has come in is in one akt, or in none, as the inbox says; and of a protected sender it is the smallest circle's (FRAGA-62). */
function eansokningarInOneAkt(records: ServerRecord[]): string[] {
  const aktualiseringar = records.filter(({ type }) => type === 'aktualisering');
  const skyddade = records.flatMap(({ type, data }) => {
    const { personnummer, skydd } = data as RecordData<'person'>;
    return type === 'person' && skydd === 'skyddadFolkbokforing' ? [personnummer] : [];
  });
  return records.flatMap(({ type, id, data }) => {
    if (type !== 'eansokan') return [];
    const { utfall, personnummer, skyddad } = data as RecordData<'eansokan'>;
    const i = [
      ...new Set(
        aktualiseringar.flatMap((one) => ((one.data as RecordData<'aktualisering'>).eansokan?.eansokanId === id ? [one.scope] : [])),
      ),
    ];
    const vantat = utfall && utfall.slag !== 'atertagen' ? [aktScope(utfall.personId ?? '')] : [];
    return [
      ...(isDeepStrictEqual(i, vantat)
        ? []
        : [`the e-ansökan ${id} is in ${i.join(' and ') || 'no akt'}, and is said to be in ${vantat.join() || 'none'}`]),
      ...(skyddade.includes(personnummer) && !skyddad ? [`the e-ansökan ${id} tells of who is protected`] : []),
    ];
  });
}

/**
 * Messages: what the e-service shows is what was delivered and nothing else; one that is said to be in an akt is there, once; and of a protected kund they are
 * the smallest circle's (FRAGA-62).
 */
async function messagesAreTold({ server, tenant, municipality }: World, records: ServerRecord[]): Promise<string[]> {
  const messages = records.filter(({ type }) => type === 'meddelande');
  const skyddade = new Set(
    records.flatMap(({ id, type, data }) =>
      type === 'person' && (data as RecordData<'person'>).skydd === 'skyddadFolkbokforing' ? [id] : [],
    ),
  );
  const defects = messages.flatMap(({ id, data }) => {
    const { personId, skyddad, journalfort } = data as RecordData<'meddelande'>;
    const not = journalfort && records.find((one) => one.id === journalfort.anteckningId);
    return [
      ...(personId !== undefined && skyddade.has(personId) && !skyddad ? [`the message ${id} tells of who is protected`] : []),
      ...(journalfort && not?.scope !== aktScope(journalfort.personId) ? [`the message ${id} is said to be in an akt, and is not`] : []),
    ];
  });
  const expected = portalRows(messages);
  for (const { personId } of municipality.akter) {
    const shown = await server.store.portalMessages(tenant, etjanstId(personId));
    const right = expected.filter(({ aktiveringId }) => aktiveringId === etjanstId(personId));
    const told = (rows: { meddelandeId: string; oppnat: string | null }[]) => rows.map((row) => `${row.meddelandeId} ${row.oppnat}`).sort();
    if (!isDeepStrictEqual(told(shown), told(right))) defects.push(`the e-service of ${personId} shows ${told(shown)}, not ${told(right)}`);
  }
  return defects;
}

/** FRAGA-06: one personnummer is one kund, however many registered it at the same time. */
function oneKundANumber(records: ServerRecord[]): string[] {
  const persons = records.filter(({ type }) => type === 'person');
  const byNumber = Map.groupBy(persons, ({ data }) => (data as RecordData<'person'>).personnummer);
  return [...byNumber].flatMap(([nummer, same]) => (same.length > 1 ? [`${same.length} kunder have the number ${nummer}`] : []));
}

type Made = Map<string, { type: RecordType; scope: string; data: unknown }>;

/**
 * The server's records are what its accepted commands make, each run once, in the order of their versions.
 * @param toBeTold is given the notices that they asked for: `event whom way`
 */
function serverIsItsHistory({ ledger }: World, byId: Map<string, LogRow[]>, records: ServerRecord[], toBeTold: string[]): string[] {
  const made: Made = new Map();
  const inputs = new Map(ledger.accepted.map((command) => [command.id, command.input]));
  const real = new Map(records.filter(({ type }) => type !== 'senasteKunder').map((record) => [record.id, record]));
  // A command that nothing came of carries the version it was decided at: it comes after the one that made that version.
  const isEmpty = (commandId: string) => !handelseIds(commandId, { overVaggen: true }).some((id) => real.has(id));
  const steps = [
    ...ledger.admin.map((change) => ({ version: change.version, change })),
    ...[...byId.values()].flat().map((row) => ({ version: Number(row.version), row })),
  ].sort(
    (a, b) => a.version - b.version || Number('row' in a && isEmpty(a.row.command_id)) - Number('row' in b && isEmpty(b.row.command_id)),
  );
  const defects: string[] = [];
  const isMoved = ({ anvandare_id, name }: LogRow) => ledger.lost.has(anvandare_id) && name !== 'senaste.oppnad';
  const users = new Map<string, Actor[]>();
  for (const step of steps) {
    if ('change' in step) {
      for (const one of step.change.changes) {
        if (one.op !== 'put') continue;
        made.set(one.id, { type: one.type, scope: step.change.scope, data: one.data });
        if (one.type === 'anvandare') users.set(one.id, [{ ...one.data, id: one.id }, ...(users.get(one.id) ?? [])]);
      }
      continue;
    }
    const { row } = step;
    const isSystem = row.anvandare_id === systemaktorId;
    // What a program sent in another's place under an id of its own is read off its list, which who lost the akt has no more.
    const sent = inputs.get(row.command_id) ?? (isMoved(row) ? row.input : undefined);
    const input = isSystem ? row.input : sent;
    // A command and a change of the user's rights at the same moment: either may have been the first to be read.
    const [actor, earlier] = isSystem ? [systemaktor(somSystem[row.name] ?? 'Skydd')] : (users.get(row.anvandare_id) ?? []);
    if (row.outcome !== 'ok' || !actor || input === undefined) continue;
    const read = readCommand(row.name, row.input_version, input, actor);
    const scope = read.ok ? read.value.scope : '';
    const decideAs = (who: Actor, catalogue: typeof made) =>
      decideCommand(read, stateOf(catalogue, scope, read.ok && read.value.definition.overVaggen ? undefined : who), {
        ...{ now: row.client_at, actor: who, kommandoId: row.command_id },
      });
    const now = decideAs(actor, made);
    const isWhatWasMade = (decided: typeof now) =>
      !isRejection(decided) &&
      decided.every(
        (one) => one.type !== 'handelse' || one.op !== 'put' || isDeepStrictEqual(plain(real.get(one.id)?.data), plain(one.data)),
      );
    const before = isWhatWasMade(now) ? now : decideAs(earlier ?? actor, withEarlier(made, users));
    // Nor need it be refused to come out otherwise: whose task it becomes follows from who may have it.
    const decision = isRejection(now) || isWhatWasMade(before) ? before : now;
    if (isRejection(decision)) {
      defects.push(`${row.name} ${row.command_id} was accepted, and is refused when history is run again: ${decision.code}`);
      continue;
    }
    if (row.name === skickaUtBeslut.name) defects.push(...sentWrongly(made, decision, row.client_at));
    for (const change of decision) {
      if (change.op === 'put')
        made.set(change.id, { type: change.type, scope: read.ok ? scopeOf(read.value, change) : scope, data: change.data });
      else made.delete(change.id);
    }
    if (read.ok)
      toBeTold.push(...(read.value.definition.aviserar?.(read.value.input, decision) ?? []).flatMap((one) => noticesOf(made, one)));
  }
  for (const [id, record] of made) {
    if (!isDeepStrictEqual(plain(real.get(id)?.data), plain(record.data)))
      defects.push(
        `${record.type} ${id} is not what its history makes: ${JSON.stringify(real.get(id)?.data)} is ${JSON.stringify(record.data)}`,
      );
  }
  for (const [id, { type }] of real) if (!made.has(id)) defects.push(`${type} ${id} has no history`);
  return defects;
}

/** Of whom, by the records as they were when it happened, each by the ways they chose. */
function noticesOf(made: Made, { handelse, personId, postId }: Aviseras): string[] {
  const poster = [...made].filter(
    ([id, { type, scope, data }]) =>
      scope === aktScope(personId) &&
      (postId === undefined ? (type === 'etjanst' || type === 'godkannande') && (data as Aktivering).lage === 'aktiv' : id === postId),
  );
  return poster.flatMap(([, { data }]) => {
    const { till, sms, mobil, epost } = data as Partial<RecordData<'etjanst'> & RecordData<'godkannande'>>;
    const vem = `${handelse} ${till?.personnummer ?? personId}`;
    return [...((sms ?? mobil) ? [`${vem} sms`] : []), ...(epost === undefined ? [] : [`${vem} epost`])];
  });
}

/** @param who whose units' cases are there; undefined = every unit's */
function stateOf(made: Map<string, { type: RecordType; scope: string; data: unknown }>, scope: string, who: Actor | undefined): State {
  const person = made.get(personOfScope(scope) ?? '')?.data as RecordData<'person'> | undefined;
  const isUnits = who?.roller.some((roll) => roll !== 'utforare') ?? false;
  const isSeen = ({ type, data }: { type: RecordType; data: unknown }) => {
    const enhet = isUnits && person ? enhetOf(type, data as Enhetsmarke, person) : undefined;
    return enhet === undefined || (who?.enheter.includes(enhet) ?? false);
  };
  const get = <T extends RecordType>(within: string, type: T, id: string) => {
    const found = made.get(id);
    return found?.type === type && found.scope === within && isSeen(found) ? (found.data as RecordData<T>) : undefined;
  };
  return {
    get: (type, id) => get(isIntagbar(type) ? (made.get(id)?.scope ?? scope) : scope, type, id),
    annan: (other) => stateOf(made, other, who),
    list: <T extends RecordType>(type: T) =>
      [...made].flatMap(([id, one]) =>
        one.type === type && one.scope === scope && isSeen(one) ? [{ id, data: one.data as RecordData<T> }] : [],
      ),
    katalog: (type, id) => get(katalogScope, type, id),
    katalogLista: <T extends RecordType>(type: T) =>
      [...made].flatMap(([id, one]) => (one.type === type && one.scope === katalogScope ? [{ id, data: one.data as RecordData<T> }] : [])),
    personMedNummer: (personnummer) =>
      [...made].find(([, { type, data }]) => type === 'person' && (data as { personnummer?: unknown }).personnummer === personnummer)?.[0],
  };
}

/** The same with each user as they were before the last change of their rights: others' count for a rule too. */
function withEarlier(made: Made, users: Map<string, Actor[]>): Made {
  const before = new Map(made);
  for (const [userId, [, earlier]] of users) {
    const { id, ...data } = earlier ?? { id: undefined };
    if (id !== undefined) before.set(userId, { type: 'anvandare', scope: katalogScope, data });
  }
  return before;
}

/** Each user knows the outcome of all they did; what was refused is there with every word; drafts are as last typed. */
function clientAnswers({ ledger }: World, client: SimClient, byId: Map<string, LogRow[]>): string[] {
  const db = openDatabase(client.file, client.key);
  try {
    const rows = db.prepare('SELECT id, input, state FROM outbox').all() as { id: string; input: string; state: string }[];
    const outbox = new Map(rows.map((row) => [row.id, row]));
    const defects: string[] = [];
    for (const command of ledger.accepted.filter(({ userId }) => userId === client.userId)) {
      const row = outbox.get(command.id);
      const outcome = byId.get(command.id)?.[0]?.outcome;
      const expected = outcome === 'refused' ? ['refused', 'settled'] : ['received'];
      // What is done with, taken or settled, may be gone with a damaged page or an older copy; what is to be acted on may not.
      if (!row && client.damaged && (outcome === 'ok' || ledger.settled.has(command.id))) continue;
      // So it may with what pages lost without a word, and where a fill after long did not bring somebody near the kund: of neither has
      // anybody said that it may still be read here.
      const isNamed = command.name === 'hushall.spara' || command.name.startsWith('kontakt.');
      if (!row && outcome === 'ok' && (client.line.forgotten > 0 || isNamed)) continue;
      // Housekeeping that is answered leaves no receipt: it goes when the program is started again.
      if (!row && outcome !== undefined && rulebook.commands[command.name]?.quiet) continue;
      const receiptWent = ledger.lost.has(client.userId) && (outcome === 'ok' || ledger.settled.has(command.id));
      if (!row && receiptWent) continue;
      if (!row) defects.push(`${client.name}: ${command.name} ${command.id} is gone from the outbox`);
      else if (!expected.includes(row.state)) defects.push(`${client.name}: ${command.name} was ${outcome}, the outbox says ${row.state}`);
      else if (!isDeepStrictEqual(JSON.parse(row.input), plain(command.input))) defects.push(`${client.name}: ${command.name} lost words`);
    }
    const drafts = db.prepare('SELECT nyckel, data FROM draft').all() as { nyckel: string; data: string }[];
    const found = new Map(drafts.map(({ nyckel, data }) => [nyckel, JSON.parse(data) as unknown]));
    for (const [nyckel, data] of ledger.drafts.get(client.userId) ?? []) {
      if (!isDeepStrictEqual(found.get(nyckel), plain(data))) defects.push(`${client.name}: draft ${nyckel} is not as last typed`);
    }
    return defects;
  } finally {
    db.close();
  }
}

/** A replica holds what the server holds in its user's buckets: no more, no less, nothing different. */
function replicaIsTheServers({ municipality }: World, client: SimClient, records: ServerRecord[]): string[] {
  const user = municipality.users.find(({ id }) => id === client.userId);
  if (!user) return [`${client.name} is nobody`];
  const granted = bucketsOfAnvandare({ ...user.data, id: user.id });
  const expected = new Map(records.filter(({ buckets }) => buckets.some((bucket) => granted.includes(bucket))).map((one) => [one.id, one]));
  const db = openDatabase(client.file, client.key);
  try {
    type Row = { id: string; type: string; scope: string; version: number; data: string; pending: number };
    const rows = db.prepare('SELECT id, type, scope, version, data, pending FROM record').all() as Row[];
    const defects: string[] = [];
    for (const row of rows) {
      const there = expected.get(row.id);
      if (!there) defects.push(`${client.name} holds ${row.type} ${row.id}, which is not theirs`);
      else if (row.pending !== 0) defects.push(`${client.name}: ${row.type} ${row.id} still shows a pending change`);
      else if (Number(there.version) !== row.version)
        defects.push(`${client.name}: ${row.type} ${row.id} is version ${row.version}, not ${there.version}`);
      else if (!isDeepStrictEqual(JSON.parse(row.data), there.data)) defects.push(`${client.name}: ${row.type} ${row.id} differs`);
      expected.delete(row.id);
    }
    for (const { id, type } of expected.values()) defects.push(`${client.name} lacks ${type} ${id}`);
    const sets = db.prepare('SELECT nr, antal AS count, hog AS high, lag AS low FROM bucket_set').all() as (Digest & { nr: number })[];
    for (const { nr, ...said } of sets) {
      const is = digestOf(db.prepare('SELECT id, version FROM record WHERE hink = ?').all(nr) as { id: string; version: number }[]);
      if (digestText(said) !== is) defects.push(`${client.name}: combination ${nr} is said to hold ${digestText(said)}, and holds ${is}`);
    }
    return [...defects, ...fristerAreWhole(client, db, rows)];
  } finally {
    db.close();
  }
}

/** KLOCK-05: what is computed of each akt is what a whole computing makes of its records. */
function fristerAreWhole(
  { name }: SimClient,
  db: ReturnType<typeof openDatabase>,
  rows: { id: string; type: string; scope: string; data: string }[],
): string[] {
  const poster = rows.map((row) => ({ ...row, data: JSON.parse(row.data) as unknown }));
  // What left every list months ago need not be kept; the day is that of the computer's own clock.
  const idag =
    poster
      .flatMap(({ type, data }) => (type === 'handelse' ? [(data as RecordData<'handelse'>).at.slice(0, 10)] : []))
      .sort()
      .at(-1) ?? '';
  const kvar = ({ tom }: { tom?: string | undefined }) => tom === undefined || tom >= idag;
  const vantar = db.prepare('SELECT scope FROM frist_kvar').pluck().all() as string[];
  const defects = vantar.map((scope) => `${name}: the computed bevakningar of ${scope} wait`);
  const kept = db.prepare('SELECT DISTINCT scope, nyckel, data FROM frist ORDER BY nyckel').all() as { scope: string; data: string }[];
  const perAkt = Map.groupBy(kept, ({ scope }) => scope);
  const katalogen = poster.filter(({ scope }) => scope === katalogScope);
  for (const [scope, own] of Map.groupBy(poster, (one) => one.scope)) {
    const personId = personOfScope(scope);
    // One that is not what its type says is left out of what is computed, and only a careful reading knows which.
    if (personId === undefined || own.some(({ type, data }) => !recordSchemas[type as RecordType]?.safeParse(data).success)) continue;
    const state = lasbar(own, katalogen);
    const whole = fristerAv(state, personId);
    const are = (perAkt.get(scope) ?? []).map(({ data }) => JSON.parse(data) as Fristrad);
    if (!isDeepStrictEqual(are.filter(kvar), JSON.parse(JSON.stringify(whole.filter(kvar)))))
      defects.push(`${name}: the computed bevakningar of ${scope} differ`);
    const tider = db.prepare('SELECT data FROM ivotid WHERE scope = ? ORDER BY nyckel').pluck().all(scope) as string[];
    const allaTider = ivotiderAv(state, personId).sort((a, b) => (a.nyckel < b.nyckel ? -1 : 1));
    if (
      !isDeepStrictEqual(
        tider.map((text) => JSON.parse(text)),
        plain(allaTider),
      )
    )
      defects.push(`${name}: what belongs in reports to IVO of ${scope} differs`);
  }
  return defects;
}

/** As it is after a journey as JSON. */
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
