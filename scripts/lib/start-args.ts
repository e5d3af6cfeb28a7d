import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const startHelp = `Starts Aktnära for trial: a server of its own with an invented municipality, the client, and its window.

  npm start -- [setting]...

  --data DIR       folder for the server's and the client's data (default AKTNARA_DATA, else {dataDir})
  --port N         port of the window's address; without it the first free one from {port}
  --persons N      invented persons, made at the first start (default 500)
  --web            show it in Chrome, Edge or Chromium also where Electron is installed
  --no-open        open no window, print its address
  --smoke          run the smoke test, without a window, in a folder of its own
  --help           this text`;

export const firstPort = 8450;

export type StartArgs = {
  data: string;
  /** Undefined: the first free one from {@link firstPort}. */
  port: number | undefined;
  persons: number;
  web: boolean;
  open: boolean;
};
export type StartCommand = { kind: 'help' } | { kind: 'smoke' } | { kind: 'wrong'; message: string } | { kind: 'start'; args: StartArgs };

/** Reads the arguments of `npm start`. @param dataDir used when --data is not given */
export function readStartArgs(argv: string[], dataDir: string): StartCommand {
  let values: { data?: string; port?: string; persons?: string; web?: boolean; 'no-open'?: boolean; smoke?: boolean; help?: boolean };
  try {
    values = parseArgs({
      args: argv,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        persons: { type: 'string' },
        web: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        smoke: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return { kind: 'help' };
  if (values.smoke) return { kind: 'smoke' };
  const port = values.port === undefined ? undefined : whole(values.port, 0, 65_535);
  if (port === null) return wrong(`--port is a whole number from 0 to 65535, not "${values.port}".`);
  const persons = whole(values.persons ?? '500', 1, 1_000_000);
  if (persons === null) return wrong(`--persons is a whole number from 1 to 1000000, not "${values.persons}".`);
  if (values.data === '') return wrong('--data needs the name of a folder.');
  return {
    kind: 'start',
    args: { data: resolve(values.data ?? dataDir), port, persons, web: values.web ?? false, open: !values['no-open'] },
  };
}

const wrong = (message: string): StartCommand => ({ kind: 'wrong', message: `${message} See npm start -- --help.` });

function whole(text: string, least: number, most: number): number | null {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}
