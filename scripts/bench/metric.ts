/** One measured promise. `limit` is a raw limit measured in the same run, since machines differ and are noisy. */
export type Metric = {
  name: string;
  value: number;
  unit: 'ms' | 'MB';
  limit: number | null;
  /** value / limit; null where the target is absolute. */
  ratio: number | null;
  /** What the ratio, or without one the value, may be at most. */
  target: number;
  ok: boolean;
};

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** A metric whose target is a multiple of a limit measured beside it. */
export function relative(name: string, value: number, unit: Metric['unit'], limit: number, target: number): Metric {
  const ratio = value / limit;
  return { name, value: rounded(value), unit, limit: rounded(limit), ratio: rounded(ratio), target, ok: ratio <= target };
}

/** A metric whose target is a value. */
export function absolute(name: string, value: number, unit: Metric['unit'], target: number): Metric {
  return { name, value: rounded(value), unit, limit: null, ratio: null, target, ok: value <= target };
}

/** The value that so many of 100 samples do not exceed. */
export function percentile(samples: number[], percent: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}
export const p95 = (samples: number[]): number => percentile(samples, 95);
export const median = (samples: number[]): number => percentile(samples, 50);

/** Milliseconds that a synchronous piece of work takes. */
export function timed(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}
