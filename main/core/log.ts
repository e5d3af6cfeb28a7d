/** What the core tells of its own faults. Never a record, an input, a name or a message text: those may be personal data. */
export type LogEntry = {
  event: string;
  code?: string;
  error?: string;
  at?: string[] /** How many were saved of what was damaged. */;
  saved?: number;
  /** Types and ids of records that cannot be read: whoever mends them has to find them. */
  records?: string[];
};
export type Log = (entry: LogEntry) => void;

export const consoleLog: Log = (entry) => console.error(JSON.stringify(entry));

/** An exception without its message, which may quote data: its kind, its code and where it was thrown. */
export function describeError(error: unknown): Pick<LogEntry, 'error' | 'code' | 'at'> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
}
