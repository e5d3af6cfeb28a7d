import type Database from 'better-sqlite3';
import type { State } from '../../shared/domain/command.ts';
import { huvudOf, isIntagbar, isRecordType, type RecordType, readStored } from '../../shared/domain/records.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import { isOpenUtredning } from '../../shared/domain/utredning/records.ts';
import type { Care } from './care.ts';
import type { Brevpost, Head, Post, Searchable } from './ports.ts';
import type { RecordIds } from './record-ids.ts';
import { parseStored } from './stored-json.ts';

type Read = { id: string; type: string; scope: string; version: number; pending: number; schema: number; data: string };
type ReadHead = [id: string, type: string, version: number, huvud: string | null, schema: number | null, data: string | null];

/** Reading records, raised to this version's schemas. */
export function createRecordReads(db: Database.Database, care: Care, ids: Pick<RecordIds, 'ridOf'>) {
  const columns = 'id, type, scope, version, pending, schema, data';
  const at = db.prepare<[number], Read>(`SELECT ${columns} FROM record WHERE rid = ?`);
  const one = (id: string): Read | undefined => {
    const rid = ids.ridOf(id);
    return rid === undefined ? undefined : at.get(rid);
  };
  const wholeScope = db.prepare<[string], Read>(`SELECT ${columns} FROM record WHERE scope = ?`);
  const inScope = db.prepare<[string, string], Read>(`SELECT ${columns} FROM record WHERE scope = ? AND type = ? ORDER BY id`);
  // Only rows that are their own head are fetched from the table; the rest is in the index.
  const ofTypes = db.prepare<[string, string], Read>(`
    SELECT ${columns} FROM record INDEXED BY record_scope
    WHERE scope = ? AND type IN (SELECT value FROM json_each(?)) ORDER BY id`);
  const heads = db
    .prepare<[string], ReadHead>(`
    SELECT id, type, version, huvud, CASE WHEN huvud IS NULL THEN schema END, CASE WHEN huvud IS NULL THEN data END
    FROM record INDEXED BY record_scope WHERE scope = ?`)
    .raw();
  const openUtredningar = db.prepare<[string], Read>(`
    SELECT ${columns} FROM record INDEXED BY utredning_oppen
    WHERE type = 'utredning' AND data ->> '$.slutdatum' IS NULL AND data ->> '$.ansvarigHandlaggareId' = ?`);
  const unsigned = db.prepare<[string], Read>(`
    SELECT ${columns} FROM record INDEXED BY anteckning_osignerad
    WHERE type = 'anteckning' AND huvud ->> '$.signerad' = 0 AND huvud ->> '$.felmarkerad' = 0 AND huvud ->> '$.sparadAv' = ?`);

  const unsignedIn = db.prepare<[string], Read>(`
    SELECT ${columns} FROM record INDEXED BY record_scope
    WHERE scope = ? AND type = 'anteckning' AND huvud ->> '$.signerad' = 0 AND huvud ->> '$.felmarkerad' = 0 ORDER BY id`);
  const lastWritten = db
    .prepare<[string, string], string | null>(`
    SELECT max(max(coalesce(data ->> '$.sparad.at', ''), coalesce(data ->> '$.signerad.at', ''))) FROM record INDEXED BY record_scope
    WHERE scope = ? AND type = 'anteckning' AND huvud ->> '$.dokumentation.id' = ?`)
    .pluck();

  const unconfirmed = db.prepare<[], Read>(`
    SELECT ${columns} FROM record INDEXED BY bestallning_obekraftad
    WHERE type = 'bestallning' AND data ->> '$.bekraftad' IS NULL AND data ->> '$.borttagen' IS NULL`);
  // The plus: compared with a column the value is made the column's type first, and then no index of an expression has it.
  const bifallOf = `
    SELECT ${columns.replaceAll(/\w+/g, 'b.$&')}
    FROM record u INDEXED BY utredning_ansvarig CROSS JOIN record b INDEXED BY beslut_bifall ON b.data ->> '$.utredningId' = +u.id
    WHERE u.type = 'utredning' AND u.data ->> '$.ansvarigHandlaggareId' = :anvandareId
      AND b.type = 'beslut' AND b.data ->> '$.utfall' = 'bifall' AND coalesce(b.data ->> '$.felmarkerad', 0) = 0`;
  const ongoing = db.prepare<[{ anvandareId: string; today: string }], Read>(`
    ${bifallOf} AND coalesce(b.data ->> '$.giltigTom', '9999') >= :today`);
  const unordered = db.prepare<[{ anvandareId: string; today: string }], Read>(`
    ${bifallOf} AND (coalesce(b.data ->> '$.giltigTom', '9999') >= :today OR b.data ->> '$.koppling.slag' = 'serie')
      AND NOT EXISTS (
        SELECT 1 FROM record o INDEXED BY bestallning_beslut
        WHERE o.type = 'bestallning' AND o.data ->> '$.borttagen' IS NULL AND o.data ->> '$.beslutId' = +b.id)`);
  const eansokningar = db.prepare<[], Read>(`
    SELECT ${columns} FROM record INDEXED BY eansokan_inkommen WHERE type = 'eansokan' AND data ->> '$.utfall' IS NULL`);
  const doneEansokningar = db.prepare<[number], Read>(`
    SELECT ${columns} FROM record INDEXED BY eansokan_avslutad WHERE type = 'eansokan' AND data ->> '$.utfall' IS NOT NULL
    ORDER BY data ->> '$.utfall.at' DESC LIMIT ?`);
  const meddelanden = db.prepare<[], Read & { huvud: string | null }>(`
    SELECT id, type, scope, version, pending, schema, huvud, CASE WHEN huvud IS NULL THEN data END AS data
    FROM record INDEXED BY meddelande_alla WHERE type = 'meddelande'`);
  const brevlagen = db.prepare<[], Read>(`SELECT ${columns} FROM record INDEXED BY brevlage_alla WHERE type = 'brevlage'`);
  const inkomstblanketter = db.prepare<[], Read>(
    `SELECT ${columns} FROM record INDEXED BY inkomstblankett_alla WHERE type = 'inkomstblankett'`,
  );
  const franvaron = db.prepare<[string], Read>(`
    SELECT ${columns} FROM record INDEXED BY franvaro_slut WHERE type = 'franvaro' AND coalesce(data ->> '$.till', '9999') >= ?`);
  const franvarounderlag = db.prepare<[string], Read>(`
    SELECT ${columns} FROM record INDEXED BY franvarounderlag_om WHERE type = 'franvarounderlag' AND data ->> '$.franvaroId' = ?`);
  const verkstalligheter = db.prepare<[], Read>(
    `SELECT ${columns} FROM record INDEXED BY verkstallighet_alla WHERE type = 'verkstallighet'`,
  );
  const unexamined = db.prepare<[string], Read>(`
    SELECT ${columns} FROM record INDEXED BY aktualisering_ej_behandlad
    WHERE type = 'aktualisering' AND data ->> '$.utredningId' IS NULL AND data ->> '$.ansvarigHandlaggareId' = ?`);

  const lssInsatser = db.prepare<[string], Read>(`
    SELECT ${columns} FROM record INDEXED BY lss_insatser
    WHERE type = 'verkstallighet' AND data ->> '$.lssInsatser' = 1 AND coalesce(data ->> '$.slutdatum', '9999') >= ?`);
  const lssInsatserOf = db.prepare<[string, string], Read>(`
    SELECT ${columns} FROM record INDEXED BY lss_insatser_av
    WHERE type = 'verkstallighet' AND data ->> '$.lssInsatser' = 1 AND data ->> '$.utforareId' = ?
      AND coalesce(data ->> '$.slutdatum', '9999') >= ?`);
  // The index has the version: only what is newer is fetched from the table.
  const handelserAfter = db.prepare<[string, number], Read>(`
    SELECT ${columns} FROM record INDEXED BY record_scope WHERE scope = ? AND type = 'handelse' AND version > ?`);
  const bevakningar = db.prepare<[], Read>(`
    SELECT ${columns} FROM record INDEXED BY bevakning_oppen
    WHERE type = 'bevakning' AND data ->> '$.borttagen' IS NULL AND data ->> '$.status' <> 'Klar'`);

  const bevakningarOf = db.prepare<[string], Read>(`
    SELECT ${columns} FROM record INDEXED BY bevakning_agare
    WHERE type = 'bevakning' AND data ->> '$.borttagen' IS NULL AND data ->> '$.status' <> 'Klar' AND data ->> '$.bevakasAvId' = ?`);
  const doneBevakningarOf = db.prepare<[string, number], Read>(`
    SELECT ${columns} FROM record INDEXED BY bevakning_klar
    WHERE type = 'bevakning' AND data ->> '$.borttagen' IS NULL AND data ->> '$.status' = 'Klar' AND data ->> '$.bevakasAvId' = ?
    ORDER BY data ->> '$.klar.at' DESC LIMIT ?`);

  const byNumber = db
    .prepare<[string, string], string>(`
    SELECT r.id FROM person_nyckel n CROSS JOIN person_sok p ON p.rid = n.rid CROSS JOIN record r ON r.rid = n.rid
    WHERE n.nyckel = ? AND p.nummer12 = ?`)
    .pluck();

  // Of rows alone: no document is read, so that a hundred thousand take no time that anybody notices.
  const rowsOf = (from: string) => db.prepare<[], number>(`SELECT rid FROM record INDEXED BY ${from}`).pluck();
  const searchable: Record<Searchable, Database.Statement<[], number>> = {
    person: rowsOf(`record_person WHERE type = 'person'`),
    utredning: rowsOf(`utredning_ansvarig WHERE type = 'utredning'`),
    beslut: rowsOf(`beslut_bifall WHERE type = 'beslut' AND data ->> '$.utfall' = 'bifall'`),
    fattat: rowsOf(`beslut_fattat WHERE type = 'beslut'`),
    uppfoljning: rowsOf(`uppfoljning_alla WHERE type = 'uppfoljning'`),
    bevakning: rowsOf(`bevakning_oppen WHERE type = 'bevakning' AND data ->> '$.borttagen' IS NULL AND data ->> '$.status' <> 'Klar'`),
  };
  const atRow = db.prepare<[number], Read>(`SELECT ${columns} FROM record WHERE rid = ?`);

  const personsAfter = db.prepare<[number, number], { rid: number; scope: string }>(
    `SELECT rid, scope FROM record INDEXED BY record_person WHERE type = 'person' AND rid > ? ORDER BY rid LIMIT ?`,
  );
  const persons = db.prepare<[], string>(`SELECT id FROM record INDEXED BY record_person WHERE type = 'person'`).pluck();

  const record = <T extends RecordType>(type: T, id: string): Post<T> | undefined => {
    const row = one(id);
    return row?.type === type ? toPost(type, row)[0] : undefined;
  };
  const scopeRecords = <T extends RecordType>(scope: string, type: T): Post<T>[] =>
    inScope.all(scope, type).flatMap((row) => toPost(type, row));

  /** None for a document of a newer version that this one cannot read, and for one that is broken. */
  function toPost<T extends RecordType>(type: T, row: Read): Post<T>[] {
    const data = care.read(type, row);
    return data === undefined ? [] : [{ id: row.id, scope: row.scope, version: row.version, pending: row.pending === 1, data }];
  }

  /** The head made of the document itself. */
  const toHeadOfWhole = (row: Read): Head[] =>
    isRecordType(row.type)
      ? toPost(row.type, row).map(
          ({ id, version, data }) => ({ type: row.type, id, version, huvud: huvudOf(row.type as RecordType, data) }) as Head,
        )
      : [];

  /** Types that this version does not know, and documents whose head it cannot make, have no place in a tree. */
  function toHead([id, type, version, huvud, schema, data]: ReadHead): Head[] {
    if (!isRecordType(type) || huvud === 'null') return [];
    if (care.mayBeKept(id)) {
      const whole = one(id);
      return whole ? toHeadOfWhole(whole) : [];
    }
    const value = huvud === null ? readStored(type, schema ?? 1, parseStored(data ?? 'null')) : parseStored(huvud);
    return value === undefined ? [] : [{ type, id, version, huvud: value } as Head];
  }

  return {
    carefully: care.carefully,
    unreadableIn: (scope: string) => care.keptIn(scope, (id) => one(id)?.data),
    record,
    inScope: scopeRecords,
    heads: (scope: string): Head[] => (care.isCareful() ? wholeScope.all(scope).flatMap(toHeadOfWhole) : heads.all(scope).flatMap(toHead)),
    katalog: <T extends RecordType>(type: T): Post<T>[] => scopeRecords(katalogScope, type),
    personIds: (): string[] => persons.all(),
    // Filled in the order of their akter: one after the other they ask for the same lists.
    searchable: (type: Searchable): number[] => searchable[type].all().sort((a, b) => a - b),
    searchableAt<T extends Exclude<Searchable, 'fattat'>>(type: T, rid: number): Post<T> | undefined {
      const row = atRow.get(rid);
      return row?.type === type ? toPost(type, row)[0] : undefined;
    },
    /** The note at a row; undefined when it is gone, or cannot be read. */
    noteAt(rid: number): Post<'anteckning'> | undefined {
      const row = atRow.get(rid);
      return row?.type === 'anteckning' ? toPost('anteckning', row)[0] : undefined;
    },
    openUtredningarOf: (anvandareId: string): Post<'utredning'>[] =>
      openUtredningar
        .all(anvandareId)
        .flatMap((row) => toPost('utredning', row))
        .filter(({ data }) => isOpenUtredning(data)),
    unsignedOf: (anvandareId: string): Post<'anteckning'>[] => unsigned.all(anvandareId).flatMap((row) => toPost('anteckning', row)),
    /** The records of a scope that are of these types, in one reading; of others there are none. */
    listIn(scope: string, types: readonly RecordType[]): State['list'] {
      const rows = Map.groupBy(ofTypes.all(scope, JSON.stringify(types)), ({ type }) => type);
      return <T extends RecordType>(type: T) =>
        (rows.get(type) ?? []).flatMap((row) => toPost(type, row)).map(({ id, data }) => ({ id, data }));
    },
    /** The unsigned notes of an akt. */
    unsignedIn: (scope: string): Post<'anteckning'>[] => unsignedIn.all(scope).flatMap((row) => toPost('anteckning', row)),
    /** The latest instant that something of a dokumentation was saved or signed. */
    lastWrittenIn: (scope: string, dokumentationId: string): string | undefined => lastWritten.get(scope, dokumentationId) || undefined,
    /** Persons in the order of their rows, from the one after `rid`. */
    personsAfter: (rid: number, limit: number): { rid: number; scope: string }[] => personsAfter.all(rid, limit),
    unconfirmedBestallningar: (): Post<'bestallning'>[] => unconfirmed.all().flatMap((row) => toPost('bestallning', row)),
    openLssInsatser: (today: string): Post<'verkstallighet'>[] => lssInsatser.all(today).flatMap((row) => toPost('verkstallighet', row)),
    openLssInsatserOf: (funktionId: string, today: string): Post<'verkstallighet'>[] =>
      lssInsatserOf.all(funktionId, today).flatMap((row) => toPost('verkstallighet', row)),
    handelserAfter: (scope: string, version: number): Post<'handelse'>[] =>
      handelserAfter.all(scope, version).flatMap((row) => toPost('handelse', row)),
    openBevakningar: (): Post<'bevakning'>[] => bevakningar.all().flatMap((row) => toPost('bevakning', row)),
    openBevakningarOf: (agare: readonly string[]): Post<'bevakning'>[] =>
      agare.flatMap((id) => bevakningarOf.all(id)).flatMap((row) => toPost('bevakning', row)),
    doneBevakningarOf: (agare: readonly string[], limit: number): Post<'bevakning'>[] =>
      agare.flatMap((id) => doneBevakningarOf.all(id, limit)).flatMap((row) => toPost('bevakning', row)),
    unorderedBifallOf: (anvandareId: string, today: string): Post<'beslut'>[] =>
      unordered.all({ anvandareId, today }).flatMap((row) => toPost('beslut', row)),
    ongoingBifallOf: (anvandareId: string, today: string): Post<'beslut'>[] =>
      ongoing.all({ anvandareId, today }).flatMap((row) => toPost('beslut', row)),
    /** What has come by the e-service and no akt has taken in, as far as the server has said. */
    inkomnaEansokningar: (): Post<'eansokan'>[] => eansokningar.all().flatMap((row) => toPost('eansokan', row)),
    avslutadeEansokningar: (limit: number): Post<'eansokan'>[] => doneEansokningar.all(limit).flatMap((row) => toPost('eansokan', row)),
    /** Messages as lists need them. */
    meddelanden: (): Brevpost[] =>
      meddelanden.all().flatMap((row) => {
        const { id, scope, version, pending } = row;
        const whole = care.isCareful() ? one(id) : undefined;
        const [head] = whole ? toHeadOfWhole(whole) : toHead([id, row.type, version, row.huvud, row.schema, row.data]);
        return head?.type === 'meddelande' ? [{ id, scope, version, pending: pending === 1, huvud: head.huvud }] : [];
      }),
    brevlagen: (): Post<'brevlage'>[] => brevlagen.all().flatMap((row) => toPost('brevlage', row)),
    inkomstblanketter: (): Post<'inkomstblankett'>[] => inkomstblanketter.all().flatMap((row) => toPost('inkomstblankett', row)),
    franvaron: (till: string): Post<'franvaro'>[] => franvaron.all(till).flatMap((row) => toPost('franvaro', row)),
    franvarounderlagOf: (franvaroId: string): Post<'franvarounderlag'>[] =>
      franvarounderlag.all(franvaroId).flatMap((row) => toPost('franvarounderlag', row)),
    verkstalligheter: (): Post<'verkstallighet'>[] => verkstalligheter.all().flatMap((row) => toPost('verkstallighet', row)),
    unexaminedOf: (anvandareId: string): Post<'aktualisering'>[] =>
      unexamined.all(anvandareId).flatMap((row) => toPost('aktualisering', row)),

    /** What a command of this scope may read (State of shared/domain). */
    stateOf: (scope: string): State => ({
      get(type, id) {
        const post = record(type, id);
        // Of what has come in, one at a time, by its id: for the akt that takes it in.
        return post?.scope === scope || isIntagbar(type) ? post?.data : undefined;
      },
      list: (type) => scopeRecords(scope, type).map(({ id, data }) => ({ id, data })),
      katalog(type, id) {
        const post = record(type, id);
        return post?.scope === katalogScope ? post.data : undefined;
      },
      katalogLista: (type) => scopeRecords(katalogScope, type).map(({ id, data }) => ({ id, data })),
      personMedNummer: (personnummer) => byNumber.get(`n${personnummer.slice(2)}`, personnummer),
      annan: (other) => ({
        get(type, id) {
          const post = record(type, id);
          return post?.scope === other ? post.data : undefined;
        },
        list: (type) => scopeRecords(other, type).map(({ id, data }) => ({ id, data })),
      }),
    }),
  };
}
export type RecordReads = ReturnType<typeof createRecordReads>;
