import pg from 'pg';

const codeOf = (error: unknown): string | undefined => (error instanceof pg.DatabaseError ? error.code : undefined);

/** Another transaction was in the way; the same work may well succeed now. */
function isRetryable(error: unknown): boolean {
  const code = codeOf(error);
  if (code === '40001' || code === '40P01') return true;
  // Two clients brought the same command at the same moment: the second finds it handled.
  return code === '23505' && (error as pg.DatabaseError).constraint === 'command_log_once';
}

/** A record that was to be written lies in another scope, or is of another type. */
export const isForeignRecord = (error: unknown): boolean => codeOf(error) === 'AK001';

/**
 * PostgreSQL refused a statement: what one of several commands wanted written may be why. Not where it lacked room or time, a lock among
 * them, or was told to end (classes 53, 55, 57, 58): to try them one by one would wait as long for each.
 */
export const isRefusedStatement = (error: unknown): boolean => codeOf(error) !== undefined && !/^5[3578]/.test(codeOf(error) ?? '');

/** It is the values that PostgreSQL cannot take, and it never will: class 22 (data) and 54 (a limit of the program). */
export const isRefusedValue = (error: unknown): boolean => /^(22|54)/.test(codeOf(error) ?? '');

/** @param attempts at most so many; the last error is thrown */
export async function retrying<T>(work: () => Promise<T>, attempts = 5): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
    }
  }
}
