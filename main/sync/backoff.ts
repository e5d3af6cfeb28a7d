const firstMs = 30;
const longestMs = 60_000;
/** A server that asks for more than this is asked again after this. */
const longestRetryAfterMs = 600_000;

/** How long to wait before trying again: doubling from 30 ms to 60 s, half of it by chance, never less than the server asked for. */
export function createBackoff(random: () => number) {
  let failures = 0;
  return {
    next(retryAfterMs = 0): number {
      const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20));
      failures += 1;
      return Math.max(ceiling * (0.5 + random() / 2), Math.min(retryAfterMs, longestRetryAfterMs));
    },
    reset(): void {
      failures = 0;
    },
  };
}
export type Backoff = ReturnType<typeof createBackoff>;

/** `Retry-After` (RFC 9110 10.2.3), seconds or a date, as milliseconds from now. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}
