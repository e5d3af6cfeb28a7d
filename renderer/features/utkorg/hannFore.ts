import type { RejectionCode } from '../../../shared/domain/command.ts';
import type { RecordType } from '../../../shared/domain/records.ts';
import type { HandelseVy, UtkorgPostDetalj } from '../../../shared/ipc/views.ts';

/** Refusals that another's act can be behind though it touched no record the refused command names: what that act made or closed. */
const avAnnat: Partial<Record<RejectionCode, readonly RecordType[]>> = {
  'lss-insatser-finns': ['verkstallighet'],
  'lss-insatser-saknas': ['verkstallighet'],
  'verkstallighet-finns': ['verkstallighet'],
  'lass-pagar': ['beslut'],
  'redan-bestallt': ['bestallning'],
  'rubrik-har-text': ['anteckning'],
  'arendet-har-andrats': ['utredning', 'beslut', 'bestallning', 'verkstallighet', 'bevakning'],
  'arendet-avslutat': ['utredning', 'beslut', 'bestallning', 'verkstallighet'],
  'inget-att-avsluta': ['utredning', 'beslut', 'bestallning', 'verkstallighet'],
};
/** Fields by which a record says that it belongs to another one of the akt. */
const hor = new Set(['utredningId', 'beslutId', 'bestallningId', 'verkstallighetId', 'aktualiseringId', 'ersatter']);

/**
 * What somebody else did that a refused command met: the newest event touching a record the command names, or one that belongs
 * to it; else the newest of the kind the refusal speaks of. The user's own act counts when it came after, from another computer.
 * @param handelser newest first
 */
export function hannFore(
  { id, input, at, personId, rejection }: Pick<UtkorgPostDetalj, 'id' | 'input' | 'at' | 'personId' | 'rejection'>,
  handelser: readonly HandelseVy[],
  egenId: string | undefined,
): HandelseVy | undefined {
  const namnda = idn(input);
  if (personId !== null) namnda.delete(personId);
  const andras = handelser.filter((one) => one.id !== id && !one.osand && (one.anvandareId !== egenId || one.at > at));
  const ror = ({ poster }: HandelseVy) =>
    poster.some(
      (post) => namnda.has(post.id) || post.falt.some(({ falt, till }) => hor.has(falt) && till !== undefined && namnda.has(till)),
    );
  const slag = avAnnat[rejection?.code as RejectionCode] ?? (rejection?.code === 'andrad-av-annan' ? (['person'] as const) : []);
  return andras.find(ror) ?? andras.find(({ poster }) => poster.some(({ type }) => slag.some((one) => one === type)));
}

/** Every id an input names, however deep. */
function idn(value: unknown): Set<string> {
  if (typeof value === 'string') return new Set(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value) ? [value] : []);
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((one) => [...idn(one)]));
}
