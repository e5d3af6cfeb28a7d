import { isShallow, storable } from '../util/storable.ts';
import { kopplaAktualiseringar } from './aktualisering/koppla.ts';
import { registreraAktualisering } from './aktualisering/registrera.ts';
import { sparaAktualisering } from './aktualisering/spara.ts';
import { avgorKonflikt, felmarkeraAnteckning, signeraAnteckning, sparaAnteckning } from './anteckning/commands.ts';
import { granskaKopia, kopieraTrad, taBortKopia } from './anteckning/kopior.ts';
import { avslutaArende } from './arende/avsluta.ts';
import { sparaBedomning } from './bedomning/spara.ts';
import { mayRun } from './behorighet.ts';
import { fattaBeslut } from './beslut/fatta.ts';
import { felmarkeraBeslut } from './beslut/felmarkera.ts';
import { sparaBeslut } from './beslut/spara.ts';
import { bekraftaBestallning } from './bestallning/bekrafta.ts';
import { nyEfterAvbrott } from './bestallning/ny-efter-avbrott.ts';
import { skickaBestallning } from './bestallning/skicka.ts';
import { angraTaBortBestallning, taBortBestallning } from './bestallning/ta-bort.ts';
import { type Change, type CommandDefinition, type Context, type Decision, isRejection, reject, type State } from './command.ts';
import { handelseOf } from './historik/handelse.ts';
import { sparaHushall } from './hushall/commands.ts';
import { iOrdning } from './i-ordning.ts';
import { svaraKir } from './kir/svar.ts';
import { sparaKontakt, taBortKontakt } from './kontakt/commands.ts';
import { laggTillKund, taBortKund } from './kundlista/commands.ts';
import { oppnadKund } from './kundlista/oppnad.ts';
import { fattaLass } from './lass/fatta.ts';
import { avgorKir } from './person/avgor-kir.ts';
import { registreraPerson } from './person/registrera.ts';
import { sparaPerson } from './person/spara.ts';
import { personOfScope, recordSchemas } from './records.ts';
import { bytHandlaggare, oppnaUtredningIgen } from './utredning/commands.ts';
import { inledUtredning } from './utredning/inled.ts';
import { avslutaVerkstallighet } from './verkstallighet/avsluta.ts';
import { bytUtforare } from './verkstallighet/byt-utforare.ts';
import { oppnaVerkstallighet } from './verkstallighet/oppna.ts';
import { oppnaVerkstallighetIgen } from './verkstallighet/oppna-igen.ts';

/** Every command of the product. One list, asked by the form, by the client and by the server. */
export const commands = {
  [sparaAnteckning.name]: sparaAnteckning,
  [signeraAnteckning.name]: signeraAnteckning,
  [felmarkeraAnteckning.name]: felmarkeraAnteckning,
  [avgorKonflikt.name]: avgorKonflikt,
  [fattaBeslut.name]: fattaBeslut,
  [sparaBeslut.name]: sparaBeslut,
  [felmarkeraBeslut.name]: felmarkeraBeslut,
  [fattaLass.name]: fattaLass,
  [sparaKontakt.name]: sparaKontakt,
  [taBortKontakt.name]: taBortKontakt,
  [skickaBestallning.name]: skickaBestallning,
  [nyEfterAvbrott.name]: nyEfterAvbrott,
  [taBortBestallning.name]: taBortBestallning,
  [angraTaBortBestallning.name]: angraTaBortBestallning,
  [bekraftaBestallning.name]: bekraftaBestallning,
  [oppnaVerkstallighet.name]: oppnaVerkstallighet,
  [avslutaVerkstallighet.name]: avslutaVerkstallighet,
  [oppnaVerkstallighetIgen.name]: oppnaVerkstallighetIgen,
  [bytUtforare.name]: bytUtforare,
  [sparaBedomning.name]: sparaBedomning,
  [avslutaArende.name]: avslutaArende,
  [laggTillKund.name]: laggTillKund,
  [taBortKund.name]: taBortKund,
  [oppnadKund.name]: oppnadKund,
  [registreraPerson.name]: registreraPerson,
  [sparaPerson.name]: sparaPerson,
  [avgorKir.name]: avgorKir,
  [svaraKir.name]: svaraKir,
  [sparaHushall.name]: sparaHushall,
  [registreraAktualisering.name]: registreraAktualisering,
  [sparaAktualisering.name]: sparaAktualisering,
  [kopplaAktualiseringar.name]: kopplaAktualiseringar,
  [inledUtredning.name]: inledUtredning,
  [bytHandlaggare.name]: bytHandlaggare,
  [oppnaUtredningIgen.name]: oppnaUtredningIgen,
  [kopieraTrad.name]: kopieraTrad,
  [granskaKopia.name]: granskaKopia,
  [taBortKopia.name]: taBortKopia,
} as unknown as Record<string, CommandDefinition<unknown>>;

/** How many older versions of a command's input are still understood (N−2): programs are updated after the server, not with it. */
const olderVersions = 2;

/** The definition that serves a command of a given version, or undefined when nobody here knows it. */
export function findCommand(name: string, version: number): CommandDefinition<unknown> | undefined {
  const definition = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!definition || !Number.isInteger(version)) return undefined;
  const oldest = Math.max(1, definition.version - olderVersions);
  return version >= oldest && version <= definition.version ? definition : undefined;
}

/** Read the same way on both sides: what no store can hold is gone before the rule sees it. Undefined when nested too deep. */
const parseInput = (definition: CommandDefinition<unknown>, input: unknown) =>
  isShallow(input) ? definition.input.safeParse(storable(input)) : undefined;

/** The scope a command is decided against, or undefined when its name or input is not understood. */
export function scopeOfCommand(name: string, version: number, input: unknown, actor: Context['actor']): string | undefined {
  const definition = findCommand(name, version);
  const parsed = definition && parseInput(definition, input);
  return definition && parsed?.success ? definition.scope(parsed.data, actor) : undefined;
}

/** The personnummer whose owner the command's rule asks for, if any. */
export function nummerOfCommand(name: string, version: number, input: unknown): string | undefined {
  const definition = findCommand(name, version);
  const parsed = definition?.nummer && parseInput(definition, input);
  return definition && parsed?.success ? definition.nummer?.(parsed.data) : undefined;
}

/**
 * Decides a command: known, well-formed, allowed for the actor's roles, and then by its own rule. The same call runs on
 * the client (for effect at once) and on the server (for effect at all).
 * @returns the changes to make, or why not; throws only what `state` throws
 */
export function decideCommand(name: string, version: number, input: unknown, state: State, context: Context): Decision {
  const definition = findCommand(name, version);
  if (!definition) return reject('okant-kommando');
  const parsed = parseInput(definition, input);
  if (!parsed?.success) return reject('ogiltig-indata', parsed?.error.issues[0]?.path.join('.') || undefined);
  if (!mayRun(name, context.actor)) return reject('behorighet-saknas');
  const decision = decided(definition, parsed.data, iOrdning(state), context);
  if (isRejection(decision)) return decision;
  const isStorable = decision.every((change) => change.op === 'delete' || recordSchemas[change.type].safeParse(change.data).success);
  return isStorable ? [...decision, ...historik(definition, parsed.data, decision, state, context)] : reject('regelfel');
}

/** Every command that changes an akt leaves a handelse in it; lists of a user's own, and housekeeping, have no history. */
function historik(definition: CommandDefinition<unknown>, input: unknown, changes: Change[], state: State, context: Context): Change[] {
  const { kommandoId, actor } = context;
  if (kommandoId === undefined || definition.quiet || personOfScope(definition.scope(input, actor)) === undefined) return [];
  const data = handelseOf(definition.name, changes, state, context);
  return data ? [{ op: 'put', type: 'handelse', id: kommandoId, data }] : [];
}

/**
 * A defect of a rule must not stand in the way of what comes after: it refuses the one command, which keeps its words, and
 * the refusal is in the log. What reading the state throws is no defect of the rule and goes on to the caller.
 */
function decided(definition: CommandDefinition<unknown>, input: unknown, state: State, context: Context): Decision {
  try {
    return definition.decide(state, input, context);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return reject('regelfel');
    throw error;
  }
}
