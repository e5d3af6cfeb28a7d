import { parseArgs } from 'node:util';
import { type IsoDate, isCalendarDay, swedishDay } from '../../shared/util/datum.ts';
import { fail, ok, type Result } from '../../shared/util/result.ts';
import { maxPersons } from './nummer.ts';

export type DemoArguments = { persons: number; out: string; seed: number; tenant: string; kommun: string; today: IsoDate };

export const usage = `Makes a demo municipality: kunder, utredningar, beslut and notes that belong to nobody.

Usage: npm run demo -- --out DIR [options]

  --out DIR        directory for records.ndjson and manifest.json (required)
  --persons N      how many kunder, 1 to ${maxPersons} (default 500)
  --seed S         whole number; the same seed and day give the same files (default 1)
  --tenant ID      the server's name for the municipality: a-z, 0-9, hyphen (default demo)
  --kommun NAME    the municipality's name (default Almviks kommun)
  --today DATE     the day all dates are counted from, YYYY-MM-DD (default the real day in Sweden)
  --help           this text`;

const options = {
  out: { type: 'string' },
  persons: { type: 'string', default: '500' },
  seed: { type: 'string', default: '1' },
  tenant: { type: 'string', default: 'demo' },
  kommun: { type: 'string', default: 'Almviks kommun' },
  today: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line. @returns the arguments, `help`, or one sentence on what is wrong */
export function readArguments(args: string[], now: Date): Result<DemoArguments | 'help', string> {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return ok('help');
  const { out, tenant, kommun } = values;
  const today = values.today ?? swedishDay(now.toISOString());
  const [persons, seed] = [Number(values.persons), Number(values.seed)];
  if (!out) return fail('--out DIR is required');
  if (!isWhole(values.persons) || persons < 1 || persons > maxPersons)
    return fail(`--persons must be a whole number from 1 to ${maxPersons}`);
  if (!isWhole(values.seed) || !Number.isSafeInteger(seed)) return fail('--seed must be a whole number');
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(tenant)) return fail('--tenant must be a-z, 0-9 and hyphens, at most 40 of them');
  if (kommun.trim() === '') return fail('--kommun must not be empty');
  if (!isCalendarDay(today)) return fail('--today must be a day that exists, YYYY-MM-DD');
  if (today < firstDay) return fail(`--today must be ${firstDay} or later: the test numbers are born until then`);
  return ok({ persons, out, seed, tenant, kommun: kommun.trim(), today });
}

const parse = (args: string[]) => parseArgs({ args, options, strict: true, allowPositionals: false }).values;
const firstDay = '2024-07-01';
const isWhole = (text: string): boolean => /^\d+$/.test(text);
