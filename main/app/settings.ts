import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Which server and municipality this computer belongs to; set by IT at installation, never by the user. */
const settingsSchema = z.strictObject({
  serverUrl: z.url({ protocol: /^https?$/ }).refine((url) => new URL(url).protocol === 'https:' || isLoopback(new URL(url).hostname), {
    message: 'serverUrl must be https, unless it is this computer',
  }),
  tenant: z.string().regex(/^[a-z0-9-]{1,60}$/),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingsResult =
  | { ok: true; settings: Settings }
  | { ok: false; problem: 'missing' }
  | { ok: false; problem: 'malformed'; file: string; detail: string };

const isLoopback = (host: string) => host === '127.0.0.1' || host === 'localhost' || host === '[::1]';

/**
 * From the environment (AKTNARA_SERVER and AKTNARA_TENANT), else from the first file that is there.
 * @param env of a development or test run; empty in an installed program
 * @param files in order of precedence
 */
export function readSettings(env: NodeJS.ProcessEnv, files: string[]): SettingsResult {
  const { AKTNARA_SERVER: serverUrl, AKTNARA_TENANT: tenant } = env;
  if (serverUrl !== undefined || tenant !== undefined) return parse({ serverUrl, tenant }, 'AKTNARA_SERVER, AKTNARA_TENANT');
  for (const file of files) {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue;
      return { ok: false, problem: 'malformed', file, detail: String(error) };
    }
    try {
      return parse(JSON.parse(text), file);
    } catch (error) {
      return { ok: false, problem: 'malformed', file, detail: String(error) };
    }
  }
  return { ok: false, problem: 'missing' };
}

function parse(data: unknown, file: string): SettingsResult {
  const result = settingsSchema.safeParse(data);
  return result.success
    ? { ok: true, settings: result.data }
    : { ok: false, problem: 'malformed', file, detail: z.prettifyError(result.error) };
}
