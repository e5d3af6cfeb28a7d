import { Agent, request } from 'node:http';
import { v7 } from 'uuid';
import { paths, protocolVersion, pullLine, pushResponse, signInResponse } from '../../shared/protocol/protocol.ts';
import { benchTenant } from './demo-files.ts';
import { type BenchAkt, newNote } from './server-akter.ts';

/** Speaks the protocol over HTTP with as little work of its own as may be: it shares the computer with the server. */
export class PushClient {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #clientId = v7();
  readonly #userId: string;
  #token = '';
  #epoch: string | null = null;
  #cursors: unknown[] = [];
  #seq = 0;

  constructor(url: string, userId: string) {
    this.#url = `${url}/t/${benchTenant}/v1`;
    this.#userId = userId;
  }

  async signIn(): Promise<this> {
    this.#token = signInResponse.parse(JSON.parse(await this.#send(paths.demoSignIn, { anvandareId: this.#userId }))).token;
    return this;
  }

  /** Pushes new notes of one akt in one request. @returns milliseconds to the answer */
  async push(akt: BenchAkt, notes: number): Promise<number> {
    return this.#command(
      'anteckning.spara',
      Array.from({ length: notes }, () => newNote(akt)),
    );
  }

  /** Writes to the citizen. */
  async write({ personId }: BenchAkt, text: string): Promise<void> {
    const meddelandeId = v7();
    const delar = [{ meddelandeId, personId, till: [{ slag: 'kund' }] }];
    await this.#command('meddelande.skicka', [
      { gruppId: meddelandeId, delar, amne: 'Hembesök', text, bilagor: [], laskvitto: false, bekraftad: false },
    ]);
  }

  async #command(name: string, inputs: object[]): Promise<number> {
    const commands = inputs.map((input) => {
      this.#seq += 1;
      return { seq: this.#seq, id: v7(), name, version: 1, input, at: '2026-11-20T09:00:00.000Z' };
    });
    const began = performance.now();
    const said = await this.#send(paths.push, { protocol: protocolVersion, clientId: this.#clientId, epoch: this.#epoch, commands });
    const ms = performance.now() - began;
    const { results } = pushResponse.parse(JSON.parse(said));
    const refused = results.find(({ outcome }) => outcome !== 'ok');
    if (refused || results.length !== inputs.length) throw new Error(`not saved: ${JSON.stringify(refused ?? results)}`);
    return ms;
  }

  /** Fetches until there is no more. */
  async pull(): Promise<void> {
    for (;;) {
      const said = await this.#send(paths.pull, {
        protocol: protocolVersion,
        clientId: this.#clientId,
        epoch: this.#epoch,
        cursors: this.#cursors,
        resultsAfter: this.#seq,
      });
      const lines = said.trimEnd().split('\n');
      const head = pullLine.parse(JSON.parse(lines[0] ?? ''));
      const cursors = pullLine.parse(JSON.parse(lines.at(-2) ?? ''));
      if (head.t !== 'head' || cursors.t !== 'cursors') throw new Error('no answer to a pull');
      this.#epoch = head.epoch;
      this.#cursors = cursors.cursors;
      if (!cursors.more) return;
    }
  }

  /** Holds the poke stream open, and fetches at each poke as the product does: one at a time. @returns ends it */
  listen(onError: (error: unknown) => void): () => void {
    let pulling = false;
    let again = false;
    const poked = async () => {
      again = true;
      if (pulling) return;
      pulling = true;
      try {
        while (again) {
          again = false;
          await this.pull();
        }
      } finally {
        pulling = false;
      }
    };
    const stream = request(
      this.#url + paths.poke,
      { agent: this.#agent, headers: { authorization: `Bearer ${this.#token}` } },
      (answer) => {
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          if (chunk.includes('event: poke')) poked().catch(onError);
        });
        answer.on('error', () => undefined);
      },
    );
    stream.on('error', onError).end();
    return () => {
      stream.off('error', onError).on('error', () => undefined);
      stream.destroy();
    };
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(path: string, body: unknown): Promise<string> {
    const text = JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
      };
      const asked = request(this.#url + path, { method: 'POST', agent: this.#agent, headers }, (answer) => {
        let said = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          said += chunk;
        });
        answer.on('end', () => (answer.statusCode === 200 ? resolve(said) : reject(new Error(`${path}: ${answer.statusCode} ${said}`))));
        answer.on('error', reject);
      });
      asked.on('error', reject).end(text);
    });
  }
}
