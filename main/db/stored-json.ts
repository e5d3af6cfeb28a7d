import { ReplicaError } from './errors.ts';

/**
 * A document of the server's as it is stored here.
 * @throws ReplicaError `databasen-skadad` when it is no JSON: no version of the program writes such, and the server has it whole
 */
export function parseStored(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new ReplicaError('databasen-skadad', { cause });
  }
}

/** What is the user's own, and stands nowhere else: no JSON, it is given as the text it is, and keeps nobody from the rest. */
export function parseOwn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
