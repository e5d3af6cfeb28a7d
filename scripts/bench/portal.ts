import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { absolute, type Metric, p95, relative } from './metric.ts';
import { PushClient } from './push-client.ts';
import { type BenchAkt, writeServerAkter } from './server-akter.ts';
import { startServerProcess } from './server-process.ts';

const citizens = 200;
/** So often each of them opens a page. */
const pageEveryMs = 5_000;
const clients = 100;
const saveEveryMs = 2_000;
/** Rounds without citizens and with them, by turns, so that what else the computer does falls on both. */
const rounds = 3;
const roundMs = 12_000;

/** A day when the e-service is asked much: 200 citizens open pages while 100 clients save and fetch. */
export async function benchPortal(): Promise<Metric[]> {
  const akter = writeServerAkter(
    Array.from({ length: citizens }, () => ({ notes: 5 })),
    { medborgare: true },
  );
  const server = await startServerProcess(akter.dir, { measured: true, portal: true });
  const all: PushClient[] = [];
  const ends: (() => void)[] = [];
  const agent = new Agent({ keepAlive: true });
  try {
    const errors: unknown[] = [];
    for (let n = 0; n < clients; n += 1) {
      const client = await new PushClient(server.url, akter.userId).signIn();
      await client.pull();
      ends.push(client.listen((error) => errors.push(error)));
      all.push(client);
    }
    for (const akt of akter.akter) for (const nr of [1, 2, 3]) await all[0]?.write(akt, `Vi kommer hem till dig på torsdag, gång ${nr}.`);
    const visitors: Visitor[] = [];
    for (const [nr, { personnummer }] of akter.akter.entries())
      visitors.push(await new Visitor(server.portalUrl, agent, `10.0.${nr >> 8}.${nr & 255}`).signIn(personnummer));

    const pushes = { without: [] as number[], with: [] as number[] };
    const pages: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const without = await save(all, akter.akter);
      const [beside, opened] = await Promise.all([save(all, akter.akter), browse(visitors)]);
      // The first round warms.
      if (round === 0) continue;
      pushes.without.push(...without);
      pushes.with.push(...beside);
      pages.push(...opened);
    }
    if (errors.length > 0) throw new Error(`${errors.length} errors of clients`, { cause: errors[0] });
    return [absolute('portal', p95(pages), 'ms', 150), relative('portal-push', p95(pushes.with), 'ms', p95(pushes.without), 1.3)];
  } finally {
    for (const end of ends) end();
    for (const client of all) client.close();
    agent.destroy();
    await server.stop();
    akter.remove();
  }
}

/** @returns the milliseconds of each push of one note */
async function save(all: PushClient[], akter: BenchAkt[]): Promise<number[]> {
  return inTurns(all, saveEveryMs, (client, n) => client.push(akter[(n * 7) % akter.length] as BenchAkt, 1));
}

/** @returns the milliseconds of each page */
const browse = (visitors: Visitor[]): Promise<number[]> => inTurns(visitors, pageEveryMs, (visitor, n) => visitor.open(n));

/** Each does its thing every so often, spread over the time. */
async function inTurns<T>(all: T[], everyMs: number, run: (one: T, n: number) => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  const until = performance.now() + roundMs;
  await Promise.all(
    all.map(async (one, nr) => {
      await sleep((nr * everyMs) / all.length);
      for (let n = nr; performance.now() < until; n += 1) {
        const ms = await run(one, n);
        samples.push(ms);
        await sleep(Math.max(0, everyMs - ms));
      }
    }),
  );
  return samples;
}

/** A citizen's browser: cookies, links, nothing more. */
class Visitor {
  readonly #url: string;
  readonly #agent: Agent;
  readonly #address: string;
  #cookies = new Map<string, string>();
  #brev = '';

  constructor(url: string, agent: Agent, address: string) {
    this.#url = url;
    this.#agent = agent;
    this.#address = address;
  }

  async signIn(personnummer: string): Promise<this> {
    const { location } = await this.#get('/logga-in/prov', 303);
    const state = new URL(location, this.#url).searchParams.get('state') ?? '';
    await this.#get(`/inloggad/prov?${new URLSearchParams({ state, personnummer, fornamn: 'Mätta', efternamn: 'Mätare' })}`, 303);
    const { text } = await this.#get('/meddelanden', 200);
    this.#brev = /href="(\/meddelanden\/[\w-]{36})"/.exec(text)?.[1] ?? '';
    if (!this.#brev) throw new Error(`${personnummer} has no message`);
    return this;
  }

  /** @returns the milliseconds until the nth page of a visit has come */
  async open(n: number): Promise<number> {
    const pages = ['/', '/meddelanden', this.#brev, '/ansok?ingang=lss', '/ansokningar', '/profil', '/kontakter', '/skriv'];
    const began = performance.now();
    await this.#get(pages[n % pages.length] as string, 200);
    return performance.now() - began;
  }

  #get(path: string, wanted: number): Promise<{ text: string; location: string }> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'x-forwarded-for': this.#address, ...(cookie ? { cookie } : {}) };
    return new Promise((resolve, reject) => {
      const asked = request(this.#url + path, { agent: this.#agent, headers }, (answer) => {
        for (const one of answer.headers['set-cookie'] ?? []) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
          if (value) this.#cookies.set(name, value);
          else this.#cookies.delete(name);
        }
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        answer.on('end', () => {
          if (answer.statusCode === wanted) resolve({ text, location: answer.headers.location ?? '' });
          else reject(new Error(`${path}: ${answer.statusCode} ${text.slice(0, 500)}`));
        });
        answer.on('error', reject);
      });
      asked.on('error', reject).end();
    });
  }
}
