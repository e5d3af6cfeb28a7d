import { type CallError, type CallName, calls } from '../../shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../shared/util/result.ts';

/** Reads a call as it arrives from any page: its name is one of the contract's, its input has that call's shape. */
export function parseCall(name: string, input: unknown): Result<{ name: CallName; input: unknown }, CallError> {
  if (!isCallName(name)) return fail({ code: 'okant-anrop' });
  const parsed = calls[name].input.safeParse(input);
  if (parsed.success) return ok({ name, input: parsed.data });
  // The path alone: what stands in the field may be personal data.
  const path = parsed.error.issues[0]?.path.join('.');
  return fail(path ? { code: 'ogiltig-indata', detail: path } : { code: 'ogiltig-indata' });
}

const isCallName = (name: string): name is CallName => Object.hasOwn(calls, name);
