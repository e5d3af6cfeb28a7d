import type { Moved } from '../../shared/domain/buckets.ts';
import { isVaxande, type Need } from '../../shared/domain/need.ts';
import { isRecordType, type RecordType, recordTypes } from '../../shared/domain/records.ts';
import { readDocument } from './read-document.ts';
import type { Burst } from './transaction.ts';

/** `schema` it was stored with; a new one has none yet. */
export type ScopeRecord = { type: RecordType; id: string; schema?: number | undefined; data: unknown; buckets: string[] };
/** A scope, and what is to be read of the types that grow; the others are read whole. */
export type Wanted = { name: string; need: Need };

type Row = { scope: string; type: string; id: string; schema: number; data: unknown; buckets: string[] };
const columns = 'r.scope, r.type, r.id, r.schema, r.data, r.buckets';
const vaxande = recordTypes.filter(isVaxande);
const ovriga = recordTypes.filter((type) => !isVaxande(type));

/**
 * Takes the locks of scopes, and of personnummer, until the transaction ends. Advisory locks, because a scope may have no
 * record yet; two that share a hash only wait for each other. In one order, so that no two transactions wait for each other.
 */
export const lockNames = (tx: Burst, tenant: string, names: string[]): Promise<unknown> =>
  tx.query(
    'lock-names',
    `select pg_advisory_xact_lock(key) from
      (select distinct hashtextextended($1::text || '/' || name, 0) as key from unnest($2::text[]) as name order by key) keys`,
    [tenant, names],
  );

/** Reads what is wanted of scopes whose locks are held; of a type this version does not know nothing: a newer node wrote it. */
export async function readScopes(tx: Burst, tenant: string, wanted: Wanted[]): Promise<Map<string, ScopeRecord[]>> {
  const names = wanted.map(({ name }) => name);
  const ids = wanted.flatMap(({ need }) => need.ids ?? []);
  const urval = wanted.flatMap(({ name, need }) => (need.anteckningar ?? []).map((one) => ({ name, ...one })));
  const hela = urval.filter(({ osignerad }) => !osignerad);
  const rubriker = urval.flatMap(({ name, dokumentationId, osignerad }) =>
    osignerad ? [{ name, dokumentationId, rubrikKod: osignerad.rubrikKod }] : [],
  );
  const answers = [
    tx.query<Row>('read-small', `select ${columns} from record r where tenant = $1 and scope = any($2) and type = any($3)`, [
      tenant,
      names,
      ovriga,
    ]),
  ];
  if (ids.length > 0) answers.push(byId(tx, tenant, names, ids));
  if (hela.length > 0) {
    const rows = readNotes(tx, tenant, names, [...new Set(hela.map(({ dokumentationId }) => dokumentationId))]);
    answers.push(rows);
  }
  if (rubriker.length > 0) answers.push(unsigned(tx, tenant, rubriker));
  const allt = wanted.filter(({ need }) => need.allt).map(({ name }) => name);
  if (allt.length > 0) answers.push(wholeScopes(tx, tenant, allt));
  const rows = (await Promise.all(answers)).flat();
  const scopes = new Map(names.map((name): [string, ScopeRecord[]] => [name, []]));
  for (const row of rows) scopes.get(row.scope)?.push(...toRecord(row));
  return scopes;
}

const wholeScopes = (tx: Burst, tenant: string, names: string[]) =>
  tx.query<Row>('read-whole', `select ${columns} from record r where tenant = $1 and scope = any($2)`, [tenant, names]);

/** One look into the index of ids each, whatever the planner believes of the table. */
const byId = (tx: Burst, tenant: string, names: string[], ids: string[]) =>
  tx.query<Row>(
    'read-ids',
    `select ${columns} from unnest($3::text[]) as wanted (id)
      cross join lateral (select * from record where tenant = $1 and id = wanted.id limit 1) r
      where r.scope = any($2) and r.type = any($4)`,
    [tenant, names, [...new Set(ids)], vaxande],
  );

const readNotes = (tx: Burst, tenant: string, names: string[], dokumentationIds: string[]) =>
  tx.query<Row>(
    'read-notes',
    `select ${columns} from record r where tenant = $1 and scope = any($2) and type = 'anteckning'
      and data #>> '{dokumentation,id}' = any($3)`,
    [tenant, names, dokumentationIds],
  );

type Rubrik = { name: string; dokumentationId: string; rubrikKod: string };
const unsigned = (tx: Burst, tenant: string, rubriker: Rubrik[]) =>
  tx.query<Row>(
    'read-unsigned',
    `select ${columns} from unnest($2::text[], $3::text[], $4::text[]) as wanted (scope, dokumentation, rubrik)
      cross join lateral (
        select * from record where tenant = $1 and scope = wanted.scope and type = 'anteckning' and not (data ? 'signerad')
          and data #>> '{dokumentation,id}' = wanted.dokumentation and data ->> 'rubrikKod' = wanted.rubrik
        offset 0
      ) r`,
    [
      tenant,
      rubriker.map(({ name }) => name),
      rubriker.map(({ dokumentationId }) => dokumentationId),
      rubriker.map(({ rubrikKod }) => rubrikKod),
    ],
  );

const readDocuments = (tx: Burst, tenant: string, name: string, ids: string[]) =>
  tx.query<Row>(
    'read-documents',
    `select ${columns} from record r where tenant = $1 and scope = $2 and type = 'dokument' and data #>> '{knytsTill,id}' = any($3)`,
    [tenant, name, ids],
  );

/** The records of a scope whose readers have changed: all, or the notes and documents of some verkställigheter and beställningar. */
export async function readRest(tx: Burst, tenant: string, name: string, moved: Moved): Promise<ScopeRecord[]> {
  if (moved === 'alla') return (await wholeScopes(tx, tenant, [name])).flatMap(toRecord);
  const { verkstalligheter, bestallningar } = moved;
  const rows = await Promise.all([
    verkstalligheter.length > 0 ? readNotes(tx, tenant, [name], verkstalligheter) : [],
    readDocuments(tx, tenant, name, [...verkstalligheter, ...bestallningar]),
  ]);
  return rows.flat().flatMap(toRecord);
}

function toRecord({ type, id, schema, data: stored, buckets }: Row): ScopeRecord[] {
  if (!isRecordType(type)) return [];
  return [{ type, id, schema, data: readDocument(type, id, schema, stored), buckets }];
}

/** Who has a personnummer, over all akter of the municipality, also where the document cannot be read; its lock is held (FRAGA-06). */
export async function ownerOf(tx: Burst, tenant: string, personnummer: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    'number-owner',
    `select id from record where tenant = $1 and type = 'person' and nummer = $2 limit 1`,
    [tenant, personnummer],
  );
  return row?.id;
}
