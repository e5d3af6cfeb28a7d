import { avgorKonflikt, type SparaAnteckning, sparaAnteckning } from '../../../shared/domain/anteckning/commands.ts';
import type { Konfliktval } from '../../../shared/domain/anteckning/records.ts';
import type { RichText } from '../../../shared/domain/text/text.ts';
import type { UtkorgPostDetalj } from '../../../shared/ipc/views.ts';
import { call, newId, runCommand, runInstead, type Utfall } from '../../state/core.ts';

export type Val = Konfliktval['val'];

/** The refused save behind a conflict, or undefined when it is of a version this program cannot read. */
const sparInput = (post: UtkorgPostDetalj): SparaAnteckning | undefined => sparaAnteckning.input.safeParse(post.input).data;

/** Why a choice cannot be made, in Swedish; undefined when it can. */
export function hinderFor(val: Val, post: UtkorgPostDetalj): string | undefined {
  if (!sparInput(post)) return 'Posten är av en version som programmet inte kan läsa';
  if (val === 'server' && !post.server) return 'Serverns text finns inte på den här datorn';
  if ((val === 'egen' || val === 'sammanskriven') && post.server?.signerad) return 'Serverns text är signerad och låst';
  return undefined;
}

/**
 * Settles a conflict (FRAGA-61): first the choice is kept in the akt with both texts, then the chosen words are saved,
 * and last the row is taken off Att åtgärda. A step that is refused stops there: the row stays, and so do both texts.
 * @param text the words to keep, when they are not the user's own (`sammanskriven`)
 * @param utkast key of the draft those words were written in
 */
export async function settle(post: UtkorgPostDetalj, val: Val, text?: RichText, utkast?: string): Promise<Utfall> {
  const input = sparInput(post);
  if (!input) return { ok: false, rejection: { code: 'ogiltig-indata' } };
  const anteckningId = post.server?.anteckningId ?? input.anteckningId;
  const kept = await runCommand(avgorKonflikt.name, {
    personId: input.personId,
    valId: newId(),
    anteckningId,
    val,
    egenText: input.text,
    egenSkriven: post.at,
  });
  if (!kept.ok) return kept;
  if (val !== 'server') {
    const saved = await runCommand(sparaAnteckning.name, nySparning(input, post, val, text ?? input.text), utkast);
    if (!saved.ok) return saved;
  }
  const settled = await call('utkorg.avgjord', { id: post.id });
  return settled.ok ? kept : { ok: false, fel: settled.error };
}

/** Beside the server's text as a note of its own, or upon it, built on the revision the user has now seen. */
function nySparning(input: SparaAnteckning, { server }: UtkorgPostDetalj, val: Val, text: RichText): SparaAnteckning {
  const asNew = val === 'bada' || !server;
  const place = asNew ? { anteckningId: newId(), basRev: null, bredvid: true } : { anteckningId: server.anteckningId, basRev: server.rev };
  const { bredvid: _earlier, ...rest } = input;
  return { ...rest, ...place, text, rev: newId() };
}

/** Runs a refused command once more, as it was: what hindered it may be gone. */
export const tryAgain = (post: UtkorgPostDetalj): Promise<Utfall> => runInstead(post, post.input);
