import { egnaSokningarId, type Parametervarden, type Sokning } from '../../shared/domain/sokverktyg/records.ts';
import { okantI, parameterfel, periodfel, uppfyller, varden } from '../../shared/domain/sokverktyg/sok.ts';
import { mostHits } from '../../shared/ipc/contract.ts';
import type { Sokrad, Soktraff } from '../../shared/ipc/sokverktyg.ts';
import { compareSwedish } from '../../shared/util/compare.ts';
import type { Katalog } from './katalog.ts';
import { personRad } from './person-rad.ts';
import type { Post } from './ports.ts';
import { type AsyncHandlers, CallFailure, type Handlers, nowOf, type ServicePorts, todayOf } from './service.ts';
import { posttypAv, sokkallor } from './sokverktyg-kalla.ts';

/** Rows looked at before other calls have their turn: some milliseconds, however large their akter are. */
const slice = 10;

/**
 * Sökverktyget (SVERK-01 to -05) over this replica: what the user reads, and nothing else. A search looks at each record of its kind, a few at
 * a time, so that no call waits for it; its answer is which records, and what they say is asked for as it is shown.
 */
export function sokverktygService(
  ports: ServicePorts,
  katalog: Katalog,
): Handlers<'sokverktyg.hamta' | 'sokverktyg.rader' | 'sokverktyg.avbryt'> & AsyncHandlers<'sokverktyg.kor'> {
  const { replica, actor, clock, newId, sok } = ports;
  const avbrutna = new Set<string>();
  const pagar = new Set<string>();

  return {
    'sokverktyg.hamta': () => {
      const alla = replica.katalog('sokning').filter(({ data }) => data.aktiv !== false);
      const sokningar = alla
        .map(({ id, data }) => ({ id, data, ...(okantI(data) === undefined ? {} : { hinder: true as const }) }))
        .sort((a, b) => a.data.ordning - b.data.ordning || compareSwedish(a.data.namn, b.data.namn));
      const egna = (replica.record('egnaSokningar', egnaSokningarId(actor().id))?.data.sokningar ?? [])
        .map((one) => ({ ...one, finns: alla.some(({ id }) => id === one.sokningId) }))
        .sort((a, b) => compareSwedish(a.namn, b.namn));
      return { sokningar, egna };
    },

    'sokverktyg.kor': async ({ jobb, sokningId, parametrar }) => {
      const sokning = requireSokning(ports, sokningId, parametrar);
      // One search at a time: the user has asked for another.
      for (const one of pagar) avbrutna.add(one);
      pagar.add(jobb);
      try {
        const detail = `Sökverktyget: ${[sokning.namn, ...valda(sokning, parametrar)].join(', ')}`;
        replica.logAccess({ id: newId(), at: nowOf(clock), action: 'sokt', personId: null, detail });
        return await look(jobb, sokning, parametrar);
      } finally {
        pagar.delete(jobb);
        avbrutna.delete(jobb);
      }
    },
    'sokverktyg.avbryt': ({ jobb }) => {
      if (pagar.has(jobb)) avbrutna.add(jobb);
      return null;
    },
    'sokverktyg.rader': ({ sokningId, parametrar, ids }) => {
      const las = radlasare(ports, katalog, requireSokning(ports, sokningId, parametrar), parametrar);
      return ids.map(las);
    },
  };

  async function look(jobb: string, sokning: Sokning, parametrar: Parametervarden) {
    const type = posttypAv(sokning.slag);
    const rows = replica.searchable(sokning.slag === 'kund' ? 'person' : sokning.slag);
    const traffar: Soktraff[] = [];
    await sok?.andas();
    for (let at = 0; at < rows.length && traffar.length <= mostHits; at += slice) {
      // Anew for each slice: between two of them akter change, and leave.
      const kallaFor = sokkallor(replica, katalog, todayOf(clock));
      for (const row of rows.slice(at, at + slice)) {
        const traff = carefully(() => provad(replica.searchableAt(type, row)));
        if (traff) traffar.push(traff);
      }
      if (at % (slice * 20) === 0) sok?.framsteg(jobb, at, rows.length);
      await sok?.andas();
      if (avbrutna.has(jobb)) return { slag: 'avbruten' as const };

      function provad(post: Post<typeof type> | undefined): Soktraff | undefined {
        const kalla = post && kallaFor(post);
        return kalla && uppfyller(sokning, parametrar, kalla) ? { id: kalla.post.id, personId: kalla.kund.id } : undefined;
      }
    }
    return { slag: 'klar' as const, traffar: traffar.slice(0, mostHits), fler: traffar.length > mostHits };
  }

  /** One record that is not what its type says makes nobody's search fall: it is known then, and left out. */
  function carefully<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
      return replica.carefully(run);
    }
  }

  /** What was chosen, as the access log has it: names, where the catalogue has them. */
  function valda({ parametrar }: Sokning, values: Parametervarden): string[] {
    return parametrar.flatMap(({ kod, slag, namn }) => {
      const value = values[kod];
      if (value === undefined || value === '') return [];
      const type = slag === 'handlaggare' ? 'anvandare' : slag === 'organisation' || slag === 'insats' ? slag : undefined;
      const named = type && replica.record(type, String(value))?.data.namn;
      return [`${namn} ${named ?? value}`];
    });
  }
}

/** @throws CallFailure `finns-inte` for one that the catalogue does not have, or that this program does not understand; `ogiltig-indata` */
export function requireSokning({ replica }: Pick<ServicePorts, 'replica'>, sokningId: string, parametrar: Parametervarden): Sokning {
  const sokning = replica.record('sokning', sokningId)?.data;
  if (!sokning || okantI(sokning) !== undefined) throw new CallFailure('finns-inte', 'sokning');
  const fel = sokning.parametrar.find((one) => parameterfel(one, parametrar[one.kod]));
  const felKod = fel?.kod ?? Object.keys(periodfel(sokning, parametrar))[0];
  if (felKod !== undefined) throw new CallFailure('ogiltig-indata', felKod);
  return sokning;
}

/** Reads hits as they are now; null for one whose record, or kund, is not here any more. */
export function radlasare(
  { replica, clock }: Pick<ServicePorts, 'replica' | 'clock'>,
  katalog: Katalog,
  sokning: Sokning,
  parametrar: Parametervarden,
): (id: string) => Sokrad | null {
  const type = posttypAv(sokning.slag);
  const dag = todayOf(clock);
  const kallaFor = sokkallor(replica, katalog, dag);
  return (id) => {
    const post = replica.record(type, id);
    const kalla = post && kallaFor(post);
    const kund = kalla && replica.record('person', kalla.kund.id);
    if (!kalla || !kund) return null;
    return { id, person: personRad(kund, dag), varden: varden(sokning, kalla), stammer: uppfyller(sokning, parametrar, kalla) };
  };
}
