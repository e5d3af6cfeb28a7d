/** How long what still runs when all is closed may take to end. */
const lastMs = 2000;

/**
 * Ends this process by itself, when nothing is left of it. An exit while a thread of V8 waits for the collector of the thread that
 * exits never comes to its end.
 */
export function endProcess(code: number): void {
  process.exitCode = code;
  setTimeout(() => process.exit(), lastMs).unref();
}
