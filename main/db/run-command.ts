import { type Decision, isRejection, type RejectionCode } from '../../shared/domain/command.ts';
import { decideCommand, type Rulebook, readCommand } from '../../shared/domain/rulebook/commands.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import { decideWithCare } from './decide-with-care.ts';
import type { Meta } from './meta.ts';
import type { Outbox } from './outbox.ts';
import type { NewId, Replica } from './ports.ts';
import type { Rebase } from './rebase.ts';
import type { RecordReads } from './record-reads.ts';
import type { Writer } from './transaction.ts';

type Parts = {
  rulebook: Rulebook;
  outbox: Outbox;
  drafts: Pick<Replica, 'dropDraft'>;
  meta: Meta;
  reads: RecordReads;
  rebase: Rebase;
  writer: Writer;
  newId: NewId;
  onLocalWrite: () => void;
};

/** What is said of a command whose akt the user had not, or that was never made. */
const utanAkt: readonly RejectionCode[] = ['atkomst-saknas', 'akten-finns-inte'];

/**
 * The user's writes: effect, outbox row and the dropping of the draft in one transaction (ARCHITECTURE 6). A command on
 * an akt that is not here has no effect here, and waits for the server's decision: one that reaches over the wall between units, or that is
 * told so (`iAnnanAkt`). Asked for the akt anew, what was refused for want of it goes along behind, in its order.
 */
export function createRunCommand({
  rulebook,
  outbox,
  drafts,
  meta,
  reads,
  rebase,
  writer,
  newId,
  onLocalWrite,
}: Parts): Replica['runCommand'] {
  return ({ id, name, version, input, at, actor, dropDraft, form, iAnnanAkt, avgor }): Decision => {
    const read = readCommand(name, version, input, actor, rulebook);
    if (!read.ok) return read.error;
    const { scope, definition } = read.value;
    const state = reads.stateOf(scope);
    const personId = personOfScope(scope);
    const isHere = personId === undefined || state.get('person', personId) !== undefined;
    const undecided = !isHere && (iAnnanAkt || definition.overVaggen);
    const decision = undecided ? [] : decideWithCare(reads, () => decideCommand(read, state, { now: at, actor, kommandoId: id }));
    if (isRejection(decision)) return decision;
    writer.write((touch) => {
      // What waits in the same scope goes before what is done there now.
      const seq = outbox.sendAgain({ scope }, meta.get('nextSeq') ?? 1);
      const quiet = definition.quiet ? 1 : 0;
      const row = { id, seq, name, version, scope, at, quiet } as const;
      outbox.insert({ ...row, input: JSON.stringify(input), form: form === undefined ? null : JSON.stringify(form) });
      if (avgor !== undefined) outbox.settle(avgor);
      const behind = definition.skaparAkt || definition.oppnarAkt ? outbox.refusedIn(scope, utanAkt) : [];
      behind.forEach((refused, index) => {
        // Under the id it had, the server would give the answer it has given.
        outbox.insert({ ...refused, id: newId(), seq: seq + 1 + index });
        outbox.settle(refused.id);
      });
      meta.set('nextSeq', seq + 1 + behind.length);
      meta.set('actor', actor);
      rebase.apply(decision, scope, null);
      if (behind.length > 0) {
        rebase.putBack(scope);
        rebase.replay([scope]);
      }
      if (dropDraft !== undefined) drafts.dropDraft(dropDraft);
      touch(scope);
    });
    onLocalWrite();
    return decision;
  };
}
