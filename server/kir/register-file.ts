import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type KirPost, kirPost } from '../../shared/domain/kir/records.ts';
import { type Kir, KirUnavailable, KirUnreadable } from './kir.ts';

/** Finds the number of a line without parsing the rest of it: a register holds a whole municipality. */
const numberIn = /"personnummer":"([0-9A-Z]{12})"/;

/**
 * A register of residents in a file, one person a line (NDJSON of `kirPost`): what the demo municipality has. Read at the
 * first question and kept.
 */
export function registerFile(file: string): Kir {
  let lines: Promise<Map<string, string>> | undefined;

  async function read(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      const [, personnummer] = numberIn.exec(line) ?? [];
      if (personnummer) found.set(personnummer, line);
      // Passed over, it would make somebody nobody.
      else if (line.trim() !== '') throw new SyntaxError('a line without personnummer');
    }
    return found;
  }

  return {
    async sok(personnummer): Promise<KirPost | undefined> {
      try {
        lines ??= read();
        const line = (await lines).get(personnummer);
        return line === undefined ? undefined : postOf(line);
      } catch (cause) {
        // Read anew at the next question: the file may be back.
        lines = undefined;
        if (cause instanceof KirUnreadable) throw cause;
        throw new KirUnavailable(`The register ${file} cannot be read.`, { cause });
      }
    },
  };
}

function postOf(line: string): KirPost {
  try {
    return kirPost.parse(JSON.parse(line));
  } catch (cause) {
    throw new KirUnreadable('A line of the register cannot be read.', { cause });
  }
}
