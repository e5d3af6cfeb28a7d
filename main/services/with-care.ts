import type { Katalog } from './katalog.ts';
import type { Replica } from './ports.ts';
import { CallFailure } from './service.ts';

/**
 * A record that is not what its type says makes a call fall that reads it, for all akter and for everybody's lists. What has fallen is asked
 * once more without such records ({@link Replica.carefully}); what falls then too is a defect of the program's own, and told as such.
 */
export function withCare<H extends object>(handlers: H, { carefully }: Pick<Replica, 'carefully'>, katalog: Katalog): H {
  const again = (error: unknown, run: () => unknown): unknown => {
    if (!isFall(error)) throw error;
    katalog.forget();
    return carefully(run);
  };
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    (input: unknown) => {
      const run = () => (handler as (input: unknown) => unknown)(input);
      try {
        // What is promised has been begun, and may have printed or written: it reads what it needs before that.
        return run();
      } catch (error) {
        return again(error, run);
      }
    },
  ]);
  return Object.fromEntries(guarded) as H;
}

/** The same handlers, of which some read carefully at once: a page that is handed a broken document falls over it as a rule does. */
export function careful<H extends object>(handlers: H, { carefully }: Pick<Replica, 'carefully'>, names: readonly (keyof H)[]): H {
  const guarded = names.map((name) => [name, (input: unknown) => carefully(() => (handlers[name] as (input: unknown) => unknown)(input))]);
  return { ...handlers, ...Object.fromEntries(guarded) };
}

/** Nothing that says by a code what it is: a refusal, the disk, the file, the network. */
const isFall = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  (error instanceof Error && !(error instanceof CallFailure) && typeof (error as { code?: unknown }).code !== 'string');
