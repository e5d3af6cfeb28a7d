import { PortTakenError } from '../../main/webhost/start-web-host.ts';

/** How many ports after the first are tried. */
const tries = 20;

/**
 * Starts on `wanted`, or, when the user asked for no port, on the first free one from `first`.
 * @param start rejects with PortTakenError when its port is in use
 * @throws PortTakenError for a port that was asked for
 */
export async function startOnFreePort<T>(
  wanted: number | undefined,
  first: number,
  start: (port: number) => Promise<T>,
  say: (line: string) => void,
): Promise<T> {
  if (wanted !== undefined) return start(wanted);
  for (let port = first; port < first + tries; port++) {
    try {
      return await start(port);
    } catch (error) {
      if (!(error instanceof PortTakenError)) throw error;
      say(`Port ${port} is in use by another program; trying ${port + 1}.`);
    }
  }
  say('Taking any free port.');
  return start(0);
}
