import type { z } from 'zod';
import { avgorKonflikt, felmarkeraAnteckning, signeraAnteckning, sparaAnteckning } from '../../shared/domain/anteckning/commands.ts';
import { granskaKopia, taBortKopia } from '../../shared/domain/anteckning/kopior.ts';
import { type Anteckning, nottitel } from '../../shared/domain/anteckning/records.ts';
import { skjutUppFrist } from '../../shared/domain/klocka/skjut-upp.ts';
import { visaFristIgen } from '../../shared/domain/klocka/visa-igen.ts';
import { sparaKontakt } from '../../shared/domain/kontakt/commands.ts';
import { compare } from '../../shared/util/compare.ts';
import { yymmdd } from '../../shared/util/datum.ts';
import { kommandoOrd } from '../../shared/words/kommando.ts';
import { titelOf } from './dokumentation-rubriker.ts';
import type { Katalog } from './katalog.ts';
import type { OutboxRow, Replica } from './ports.ts';
import { foremalOf, namnPa } from './utkorg-vad-arende.ts';

/** What was done to the note or contact that a command names. */
const efterled: Record<string, string> = {
  [signeraAnteckning.name]: ', signerad',
  [felmarkeraAnteckning.name]: ', felmarkerad',
  [avgorKonflikt.name]: ', val mellan två texter',
};

/** What a command was about, as its receipt says it: `Journalanteckning 261120 Hembesök, signerad`, `Beslut fattat, Ledsagarservice bifall 261120`. */
export function vadOf({ name, input }: Pick<OutboxRow, 'name' | 'input'>, replica: Replica, katalog: Katalog): string {
  switch (name) {
    case sparaAnteckning.name: {
      const note = readInput(sparaAnteckning.input, input);
      return note ? noteText(note, replica, katalog) : 'Anteckning';
    }
    case signeraAnteckning.name:
    case felmarkeraAnteckning.name:
    case avgorKonflikt.name: {
      const note = anteckningOf(input, replica);
      return (note ? noteText(note, replica, katalog) : 'Anteckning') + efterled[name];
    }
    case sparaKontakt.name: {
      const namn = readInput(sparaKontakt.input, input)?.kontakt.namn;
      return ['Kontaktuppgifter', namn].filter(Boolean).join(', ');
    }
    case granskaKopia.name:
    case taBortKopia.name: {
      const note = anteckningOf(input, replica);
      return [kommandoOrd(name), note && noteText(note, replica, katalog)].filter(Boolean).join(', ');
    }
    case skjutUppFrist.name:
    case visaFristIgen.name:
      return [kommandoOrd(name), fristOf(input, replica, katalog), foremalOf(name, input, replica, katalog)].filter(Boolean).join(', ');
    default:
      return [kommandoOrd(name), foremalOf(name, input, replica, katalog)].filter(Boolean).join(', ');
  }
}

/** The note that an input names, in whatever shape it is. */
function anteckningOf(input: unknown, replica: Replica): Anteckning | undefined {
  const id = (input as { anteckningId?: unknown } | null)?.anteckningId;
  return typeof id === 'string' ? replica.record('anteckning', id)?.data : undefined;
}

/**
 * The rule and the object of a computed bevakning that an input names, whatever has become of its row: `Utredning utan anteckning, LSS Utredning 260601-`.
 * The rule is called what the catalogue calls it today.
 */
function fristOf(input: unknown, replica: Replica, katalog: Katalog): string | undefined {
  const { nyckel, skjutningId } = (input ?? {}) as { nyckel?: unknown; skjutningId?: unknown };
  const skjutning = typeof skjutningId === 'string' ? replica.record('fristskjutning', skjutningId)?.data : undefined;
  const [kod, id] = typeof nyckel === 'string' ? nyckel.split('/') : (skjutning?.nyckel.split('/') ?? []);
  const regler = katalog.fristregler.filter(({ data }) => data.kod === kod).sort((a, b) => compare(a.data.fran, b.data.fran));
  const not = id === undefined ? undefined : replica.record('anteckning', id)?.data;
  const om = id === undefined ? undefined : not ? noteText(not, replica, katalog) : namnPa(id, replica, katalog);
  // Where the receipt names the putting off, that has the rule's name.
  const regel = typeof nyckel === 'string' ? (regler.at(-1)?.data.namn ?? skjutning?.namn) : undefined;
  return [regel, om].filter(Boolean).join(', ') || undefined;
}

type Note = Pick<Anteckning, 'dokumentation' | 'rubrikKod' | 'titel' | 'typ' | 'handelsedatum'>;

const noteText = (note: Note, replica: Replica, katalog: Katalog): string =>
  [titelOf(replica, katalog, note.dokumentation, note.rubrikKod), yymmdd(note.handelsedatum), nottitel(note)].filter(Boolean).join(' ');

/** A command's input; undefined for a row of a version that this program cannot read: then its list entry is only less precise. */
export const readInput = <T>(schema: z.ZodType<T>, input: unknown): T | undefined => schema.safeParse(input).data;
