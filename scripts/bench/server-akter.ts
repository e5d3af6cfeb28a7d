import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { type Anteckning, journalRubrik } from '../../shared/domain/anteckning/records.ts';
import { type Etjanst, etjanstId } from '../../shared/domain/etjanst/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import type { RecordData, RecordType } from '../../shared/domain/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { DemoFiles } from '../demo/demo-files.ts';
import { type DemoRecord, generateRecords } from '../demo/generate.ts';
import { Nummerforrad } from '../demo/nummer.ts';
import { Random } from '../demo/random.ts';
import { benchTenant, today } from './demo-files.ts';
import { type Growth, grown } from './grown-akt.ts';

/** How much there is in an akt. */
export type AktSize = { notes: number; grown?: Growth };
export type BenchAkt = { personId: string; utredningId: string; personnummer: string };
export type ServerAkter = { dir: string; userId: string; akter: BenchAkt[]; remove(): void };

const text = fromPlainText('Samtal med den enskilde om vad som är viktigt i vardagen och hur stödet fungerar. '.repeat(8));

/**
 * A municipality of whole akter, as files that a server imports: in each a person, an open utredning and notes, of which every
 * tenth is unsigned.
 * @param sizes of each akt
 * @param options.medborgare the e-service works for each, who is grown up and has a number to sign in with
 */
export function writeServerAkter(sizes: AktSize[], { medborgare = false } = {}): ServerAkter {
  const dir = mkdtempSync(join(tmpdir(), 'aktnara-bench-akter-'));
  const files = new DemoFiles(join(dir, 'demo'));
  let records = 0;
  const write = (record: DemoRecord) => {
    files.write(record);
    records += 1;
  };
  let user: { id: string; data: RecordData<'anvandare'> } | undefined;
  for (const record of generateRecords({ persons: 1, seed: 1, today })) {
    if (record.scope !== 'katalog') break;
    const { namn } = record.data as { namn?: string };
    if (record.type === 'anvandare' && namn === 'Sara Nyström') user = record as { id: string; data: RecordData<'anvandare'> };
    write(record);
  }
  if (!user) throw new Error('no Sara Nyström');
  const { id: userId, data } = user;
  const nummer = new Nummerforrad(today, new Random('akter'));
  const akter = sizes.map((size, index) => {
    const personnummer = medborgare ? grownUp(nummer) : `1990010${1 + (index % 9)}${String(1000 + index).slice(-4)}`;
    const { akt, made } = makeAkt({ index, personnummer, medborgare }, size, {
      userId,
      namn: data.namn,
      organisationId: data.organisationId,
    });
    for (const record of made) write(record);
    return akt;
  });
  files.publish({ format: 1, tenant: benchTenant, kommun: 'Mätköping', seed: 1, persons: akter.length, records, today });
  return { dir: join(dir, 'demo'), userId, akter, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

function grownUp(nummer: Nummerforrad): string {
  for (;;) {
    const { value, slag, alder } = nummer.next();
    if (slag === 'personnummer' && alder > 20) return value;
  }
}

function makeAkt(
  { index, personnummer, medborgare }: { index: number; personnummer: string; medborgare: boolean },
  { notes, grown: more }: AktSize,
  by: { userId: string; namn: string; organisationId: string },
) {
  const akt = { personId: v7(), utredningId: v7(), personnummer };
  const record = <T extends RecordType>(type: T, id: string, data: RecordData<T>): DemoRecord => ({
    type,
    id,
    scope: aktScope(akt.personId),
    schema: 1,
    data,
  });
  const signatur = { anvandareId: by.userId, namn: by.namn, at: '2026-11-01T09:00:00.000Z' };
  const person: Person = {
    personnummer,
    nummerSlag: medborgare ? 'personnummer' : 'interim',
    fodelsedatum: '1990-01-01',
    efternamn: 'Mätare',
    fornamn: `Nummer ${index}`,
    kundnummer: String(100_000 + index),
    skydd: 'ingen',
    civilstand: 'ogift',
    folkbokfordIKommunen: true,
    enheter: ['lss'],
  };
  const utredning = {
    typ: 'LSS Utredning',
    startdatum: '2026-09-01',
    inkomDatum: '2026-09-01',
    ansvarigHandlaggareId: by.userId,
    organisationId: by.organisationId,
  };
  const etjanst: Etjanst = { lage: 'aktiv', begard: signatur, fungerarFran: '2026-11-02', inkomstblankett: true, rev: v7() };
  const anteckning = (nr: number): Anteckning => ({
    dokumentation: { slag: 'utredning', id: akt.utredningId },
    rubrikKod: journalRubrik,
    handelsedatum: '2026-11-01',
    text,
    rev: v7(),
    skapad: signatur,
    sparad: signatur,
    ...(nr % 10 === 0 ? {} : { signerad: signatur }),
  });
  const made = [
    record('person', akt.personId, person),
    record('utredning', akt.utredningId, utredning),
    ...(medborgare ? [record('etjanst', etjanstId(akt.personId), etjanst)] : []),
    ...Array.from({ length: notes }, (_, nr) => record('anteckning', v7(), anteckning(nr))),
    ...(more ? grown(more, { ...akt, person }, by) : []),
  ];
  return { akt, made };
}

/** The input of a new note in the journal. */
export const newNote = ({ personId, utredningId }: BenchAkt) => ({
  personId,
  anteckningId: v7(),
  dokumentation: { slag: 'utredning', id: utredningId },
  rubrikKod: journalRubrik,
  handelsedatum: '2026-11-20',
  text,
  basRev: null,
  rev: v7(),
});
