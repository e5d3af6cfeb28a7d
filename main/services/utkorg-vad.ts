import type { z } from 'zod';
import { avgorKonflikt, felmarkeraAnteckning, signeraAnteckning, sparaAnteckning } from '../../shared/domain/anteckning/commands.ts';
import { granskaKopia, taBortKopia } from '../../shared/domain/anteckning/kopior.ts';
import { type Anteckning, nottitel } from '../../shared/domain/anteckning/records.ts';
import { sparaKontakt } from '../../shared/domain/kontakt/commands.ts';
import { yymmdd } from '../../shared/util/datum.ts';
import { kommandoOrd } from '../../shared/words/kommando.ts';
import { titelOf } from './dokumentation-rubriker.ts';
import type { Katalog } from './katalog.ts';
import type { OutboxRow, Replica } from './ports.ts';
import { foremalOf } from './utkorg-vad-arende.ts';

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
    default:
      return [kommandoOrd(name), foremalOf(name, input, replica, katalog)].filter(Boolean).join(', ');
  }
}

/** The note that an input names, in whatever shape it is. */
function anteckningOf(input: unknown, replica: Replica): Anteckning | undefined {
  const id = (input as { anteckningId?: unknown } | null)?.anteckningId;
  return typeof id === 'string' ? replica.record('anteckning', id)?.data : undefined;
}

type Note = Pick<Anteckning, 'dokumentation' | 'rubrikKod' | 'titel' | 'typ' | 'handelsedatum'>;

const noteText = (note: Note, replica: Replica, katalog: Katalog): string =>
  [titelOf(replica, katalog, note.dokumentation, note.rubrikKod), yymmdd(note.handelsedatum), nottitel(note)].filter(Boolean).join(' ');

/** A command's input; undefined for a row of a version that this program cannot read: then its list entry is only less precise. */
export const readInput = <T>(schema: z.ZodType<T>, input: unknown): T | undefined => schema.safeParse(input).data;
