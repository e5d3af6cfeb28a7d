import type { Actor, Change, State } from '../../shared/domain/command.ts';
import { isRejection } from '../../shared/domain/command.ts';
import { type RecordData, type RecordType, recordSchemas, schemaNumber } from '../../shared/domain/records.ts';
import { type CommandInput, type CommandName, commands } from '../../shared/domain/rulebook/command-list.ts';
import { decideCommand, readCommand } from '../../shared/domain/rulebook/commands.ts';
import { type IsoDate, type IsoInstant, swedishDay } from '../../shared/util/datum.ts';
import { msOf } from './days.ts';
import type { DemoRecord, Katalog } from './katalog.ts';
import type { Random } from './random.ts';

type Post = { type: RecordType; data: unknown };

/** The records of one scope while they are made: the state that the domain's commands are decided against. */
export class Scope implements State {
  readonly scope: string;
  private readonly register: Katalog;
  private readonly random: Random;
  private readonly posts = new Map<string, Post>();
  private readonly historyFrom: IsoDate;

  /** @param historyFrom the day the municipality took the system into use: what was done before it came over without history */
  constructor(scope: string, register: Katalog, random: Random, historyFrom: IsoDate) {
    this.historyFrom = historyFrom;
    this.scope = scope;
    this.register = register;
    this.random = random;
  }

  get<T extends RecordType>(type: T, id: string): RecordData<T> | undefined {
    const post = this.posts.get(id);
    return post?.type === type ? (post.data as RecordData<T>) : undefined;
  }

  list<T extends RecordType>(type: T): { id: string; data: RecordData<T> }[] {
    const found: { id: string; data: RecordData<T> }[] = [];
    for (const [id, post] of this.posts) if (post.type === type) found.push({ id, data: post.data as RecordData<T> });
    return found;
  }

  katalog<T extends RecordType>(type: T, id: string): RecordData<T> | undefined {
    return this.register.get(type, id);
  }

  katalogLista<T extends RecordType>(type: T): { id: string; data: RecordData<T> }[] {
    return this.register.list(type);
  }

  /** The demo gives every number once (nummer.ts). */
  personMedNummer(): undefined {}

  /** An id as it would have been made on that day. */
  newId(day: IsoDate): string {
    return this.random.uuid(msOf(day) + this.random.between(0, 86_399_999));
  }

  /** A record that no command makes so. */
  put<T extends RecordType>(type: T, id: string, data: RecordData<T>): string {
    this.posts.set(id, { type, data: recordSchemas[type].parse(data) });
    return id;
  }

  /** Runs one of the domain's own commands. @throws when it is refused: the demo may only hold what the rules allow */
  run<N extends CommandName>(name: N, input: CommandInput<N>, actor: Actor, now: IsoInstant): void {
    const decision = decideCommand(readCommand(name, commands[name].version, input, actor), this, {
      now,
      actor,
      ...(swedishDay(now) < this.historyFrom ? {} : { kommandoId: this.newId(swedishDay(now)) }),
    });
    if (isRejection(decision)) throw new Error(`${name} refused in ${this.scope}: ${JSON.stringify(decision)}`);
    this.apply(decision);
  }

  /** Changes that the server makes by itself. */
  apply(changes: Change[]): void {
    for (const change of changes) {
      if (change.op === 'put') this.posts.set(change.id, { type: change.type, data: change.data });
      else this.posts.delete(change.id);
    }
  }

  *records(): Generator<DemoRecord> {
    for (const [id, { type, data }] of this.posts) yield { type, id, scope: this.scope, schema: schemaNumber(type), data };
  }
}
