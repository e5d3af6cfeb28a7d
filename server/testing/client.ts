import { createHash, randomUUID } from 'node:crypto';
import {
  type BucketCursor,
  type PullLine,
  type PushedCommand,
  paths,
  protocolError,
  protocolVersion,
  pullLine,
  pushResponse,
} from '../../shared/protocol/protocol.ts';

export type Answer = { status: number; body: unknown; error: string | undefined; headers: Headers };

/** Speaks the protocol as a client does, and keeps what it has: cursors, and records by bucket. */
export class TestClient {
  readonly clientId: string = randomUUID();
  readonly base: string;
  token: string | undefined;
  epoch: string | null = null;
  cursors: BucketCursor[] = [];
  /** Records by id, each with the buckets of ours that hold it. */
  readonly held = new Map<string, { buckets: string[]; version: number; data: unknown }>();
  #seq = 0;

  constructor(url: string, tenant: string) {
    this.base = `${url}/t/${tenant}/v1`;
  }

  async send(path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.base + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : text;
    const error = response.ok ? undefined : protocolError.parse(json).error.code;
    return { status: response.status, body: json, error, headers: response.headers };
  }

  async signIn(anvandareId: string): Promise<this> {
    const { body } = await this.send(paths.demoSignIn, { anvandareId });
    this.token = (body as { token: string }).token;
    return this;
  }

  command(name: string, input: unknown, more: Partial<PushedCommand> = {}): PushedCommand {
    this.#seq = more.seq ?? this.#seq + 1;
    return { id: randomUUID(), name, version: 1, input, at: '2026-11-20T08:00:00.000Z', ...more, seq: this.#seq };
  }

  push(commands: unknown[], more: Record<string, unknown> = {}): Promise<Answer> {
    return this.send(paths.push, { protocol: protocolVersion, clientId: this.clientId, epoch: this.epoch, commands, ...more });
  }

  async pushed(...commands: PushedCommand[]) {
    const answer = await this.push(commands);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return pushResponse.parse(answer.body);
  }

  pull(more: Record<string, unknown> = {}): Promise<Answer> {
    const { clientId, epoch, cursors } = this;
    return this.send(paths.pull, { protocol: protocolVersion, clientId, epoch, cursors, resultsAfter: 0, ...more });
  }

  /** Pulls one page and applies it. */
  async page(more: Record<string, unknown> = {}): Promise<PullLine[]> {
    const answer = await this.pull(more);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    const lines = String(answer.body)
      .trimEnd()
      .split('\n')
      .map((line) => pullLine.parse(JSON.parse(line)));
    for (const line of lines) this.#apply(line);
    return lines;
  }

  #apply(line: PullLine): void {
    if (line.t === 'head') this.epoch = line.epoch;
    if (line.t === 'put') this.held.set(line.r.id, { buckets: line.b, version: line.r.version, data: line.r.data });
    if (line.t === 'cursors') this.cursors = line.cursors;
    if (line.t !== 'leave') return;
    const record = this.held.get(line.id);
    if (!record) return;
    record.buckets = record.buckets.filter((bucket) => bucket !== line.bucket);
    if (record.buckets.length === 0) this.held.delete(line.id);
  }

  /** What is held of a bucket, as the protocol says it. */
  digestOf(bucket: string): string {
    const of = [...this.held].filter(([, { buckets }]) => buckets.includes(bucket));
    const hashes = of.map(([id, { version }]) => createHash('sha256').update(`${id} ${version}`).digest().readBigUInt64BE());
    return `${of.length} ${hashes
      .reduce((all, one) => all ^ one, 0n)
      .toString(16)
      .padStart(16, '0')}`;
  }

  /** Pulls until there is no more. @returns all lines */
  async catchUp(): Promise<PullLine[]> {
    const all: PullLine[] = [];
    for (;;) {
      const lines = await this.page();
      all.push(...lines);
      if (!lines.some((line) => line.t === 'cursors' && line.more)) return all;
    }
  }
}

/** The only line of a kind. */
export function lineOf<T extends PullLine['t']>(lines: PullLine[], t: T): Extract<PullLine, { t: T }> {
  const found = lines.find((line): line is Extract<PullLine, { t: T }> => line.t === t);
  if (!found) throw new Error(`no line ${t}`);
  return found;
}
