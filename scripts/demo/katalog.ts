import type { Actor } from '../../shared/domain/command.ts';
import { type RecordData, type RecordType, recordSchemas, type StoredRecord, schemaNumber } from '../../shared/domain/records.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import { katalogVy } from '../../shared/ipc/katalog-vy.ts';
import type { KatalogVy } from '../../shared/ipc/views.ts';
import { readJson } from './resources.ts';

/** A record as the demo gives it: the server numbers the versions when it takes it in. */
export type DemoRecord = Omit<StoredRecord, 'version'>;

const files = {
  organisation: 'organisationer',
  utforare: 'utforare',
  anvandare: 'anvandare',
  rubrikmall: 'rubrikmallar',
  frastext: 'frastexter',
  insats: 'insatser',
  vardelista: 'vardelistor',
  instrument: 'instrument',
  delegation: 'delegationer',
  mall: 'mallar',
  brevhuvud: 'brevhuvuden',
  lagrum: 'lagrum',
  fristregel: 'fristregler',
  inkomstformular: 'inkomstformular',
  sokning: 'sokningar',
  statistikbeskrivning: 'statistikbeskrivningar',
} as const satisfies { [T in RecordType]?: string };
type KatalogType = keyof typeof files;

/** The municipality's own values (`resources/catalogue`), each checked against its schema. */
export class Katalog {
  readonly records: DemoRecord[] = [];
  /** The users who hold LSS-handläggare 1–11, in that order. */
  readonly lssHandlaggare: Actor[];
  readonly bistandshandlaggare: Actor;
  private readonly byId = new Map<string, unknown>();
  private readonly ids = new Map<string, string>();
  private readonly personal = new Map<string, Actor>();
  private readonly lists = new Map<RecordType, { id: string; data: unknown }[]>();
  private readonly views = new Map<string, KatalogVy>();

  constructor() {
    for (const type of Object.keys(files) as KatalogType[]) {
      for (const { id, data } of readJson<{ id: string; data: unknown }[]>(`catalogue/${files[type]}.json`)) {
        const parsed = recordSchemas[type].parse(data);
        this.records.push({ type, id, scope: katalogScope, schema: schemaNumber(type), data: parsed });
        this.byId.set(`${type}/${id}`, parsed);
        if ('namn' in parsed) this.ids.set(`${type}/${parsed.namn}`, id);
      }
    }
    const users = this.users;
    this.lssHandlaggare = users.filter((user) => user.roller.includes('lssHandlaggare'));
    this.bistandshandlaggare = only(users.find((user) => user.roller.includes('bistandshandlaggare')));
    for (const user of users) if (user.utforareId) this.personal.set(user.utforareId, user);
  }

  get users(): Actor[] {
    return this.records.filter(({ type }) => type === 'anvandare').map(({ id, data }) => ({ ...(data as RecordData<'anvandare'>), id }));
  }

  get<T extends RecordType>(type: T, id: string): RecordData<T> | undefined {
    return this.byId.get(`${type}/${id}`) as RecordData<T> | undefined;
  }

  all<T extends RecordType>(type: T): RecordData<T>[] {
    return this.records.filter((record) => record.type === type).map((record) => record.data as RecordData<T>);
  }

  list<T extends RecordType>(type: T): { id: string; data: RecordData<T> }[] {
    const known = this.lists.get(type);
    if (known) return known as { id: string; data: RecordData<T> }[];
    const list = this.records.flatMap((record) => (record.type === type ? [{ id: record.id, data: record.data as RecordData<T> }] : []));
    this.lists.set(type, list);
    return list;
  }

  /** What a user's forms choose from. */
  vyFor(actor: Actor): KatalogVy {
    const known = this.views.get(actor.id);
    if (known) return known;
    const view = katalogVy((type) => this.list(type), actor, []);
    this.views.set(actor.id, view);
    return view;
  }

  /** @throws when the catalogue has no such insats: the demo's texts and the catalogue then contradict each other */
  insatsId(kod: string): string {
    return only(this.list('insats').find(({ data }) => data.kod === kod)?.id, `insats ${kod}`);
  }

  /** @throws when the catalogue has no such name: the demo's data then contradict each other */
  idOf(type: 'organisation' | 'utforare' | 'anvandare', namn: string): string {
    return only(this.ids.get(`${type}/${namn}`), `${type} ${namn}`);
  }

  /** Whoever writes at the utförare, when it has staff in the system. */
  personalAt(utforareId: string): Actor | undefined {
    return this.personal.get(utforareId);
  }
}

function only<T>(value: T | undefined, what = 'a user'): T {
  if (value === undefined) throw new Error(`resources/catalogue lacks ${what}`);
  return value;
}
