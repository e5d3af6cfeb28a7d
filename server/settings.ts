import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { vanligaTystaTimmar } from '../shared/domain/etjanst/avisering.ts';
import { isKlockslag, nattensKlockslag } from '../shared/domain/etjanst/natt.ts';
import type { BlobSettings } from './blobs/choose-blobs.ts';
import type { HttpDigitalPostSettings } from './digital-post/http-digital-post.ts';
import type { HttpEtjanstSettings } from './etjanst/http-etjanst.ts';
import type { KirSettings } from './kir/choose-kir.ts';
import type { NoticeSettings } from './notices.ts';
import type { HttpSmsSettings } from './notiser/http-sms.ts';
import { type SmtpSettings, smtpAddress } from './notiser/smtp.ts';
import { vanligaTexter } from './notiser/texts.ts';
import { readProviderSettings } from './portal/identity/provider-settings.ts';
import type { PortalSettings } from './portal/open-portal.ts';
import { clamd, type Scanner } from './portal/uploads/scanner.ts';
import type { ServerOptions } from './start.ts';
import { StartupError } from './util/startup-error.ts';

type Setting = { flag: string; value?: string; env?: string; help: string };

/** One list: what is read, from where, and what --help says. */
const settings: Setting[] = [
  { flag: 'port', value: 'N', env: 'PORT', help: 'port to listen on; 0 = any free one (default 8460)' },
  { flag: 'host', value: 'ADDRESS', env: 'HOST', help: 'address to listen on (default 127.0.0.1; TLS is ended by a proxy in front)' },
  { flag: 'database-url', value: 'URL', env: 'DATABASE_URL', help: 'PostgreSQL 15 or newer; without one the server starts its own' },
  { flag: 'data-dir', value: 'DIR', env: 'AKTNARA_DATA_DIR', help: "folder of the server's own PostgreSQL (default {dataDir})" },
  { flag: 'tenant', value: 'NAME', env: 'AKTNARA_TENANT', help: 'municipality to serve, as in addresses; made when it is missing' },
  { flag: 'kommun', value: 'TEXT', env: 'AKTNARA_KOMMUN', help: "that municipality's name as people read it (default: the tenant's)" },
  { flag: 'demo', env: 'AKTNARA_DEMO', help: 'let anyone sign in by choosing a user: for trial, never with real persons' },
  {
    flag: 'import',
    value: 'DIR',
    env: 'AKTNARA_IMPORT',
    help: 'load what `npm run demo -- --out DIR` wrote, if the municipality is empty',
  },
  {
    flag: 'kir-file',
    value: 'FILE',
    env: 'AKTNARA_KIR_FILE',
    help: 'register of residents, one person a line (default: kir.ndjson of --import)',
  },
  { flag: 'navet-url', value: 'URL', env: 'AKTNARA_NAVET_URL', help: "Skatteverket's personpostXML as register of residents instead" },
  { flag: 'navet-org', value: 'N', env: 'AKTNARA_NAVET_ORG', help: "the municipality's organisation number, for Navet" },
  { flag: 'navet-order', value: 'ID', env: 'AKTNARA_NAVET_ORDER', help: "the municipality's order at Skatteverket (beställningsid)" },
  { flag: 'navet-kommun', value: 'NNNN', env: 'AKTNARA_NAVET_KOMMUN', help: 'län and kommun in which one is folkbokförd "i kommunen"' },
  { flag: 'navet-cert', value: 'FILE', env: 'AKTNARA_NAVET_CERT', help: 'client certificate for Navet, PEM' },
  { flag: 'navet-key', value: 'FILE', env: 'AKTNARA_NAVET_KEY', help: "that certificate's key, PEM" },
  { flag: 'blob-dir', value: 'DIR', env: 'AKTNARA_BLOB_DIR', help: 'folder of the documents, encrypted (default {dataDir}/dokument)' },
  {
    flag: 'blob-keys',
    value: 'DIR',
    env: 'AKTNARA_BLOB_KEYS',
    help: "folder of the municipalities' keys to them; on a disk of its own but for trial (default {dataDir}/nycklar)",
  },
  { flag: 's3-endpoint', value: 'URL', env: 'AKTNARA_S3_ENDPOINT', help: 'S3-compatible storage for the documents instead of a folder' },
  { flag: 's3-bucket', value: 'NAME', env: 'AKTNARA_S3_BUCKET', help: 'its bucket' },
  { flag: 's3-region', value: 'NAME', env: 'AKTNARA_S3_REGION', help: 'its region (default us-east-1)' },
  { flag: 's3-key', value: 'ID', env: 'AKTNARA_S3_KEY', help: 'the access key; its secret is read from AKTNARA_S3_SECRET alone' },
  { flag: 'rate-limit', value: 'N', env: 'AKTNARA_RATE_LIMIT', help: 'requests a minute of one user at one address (default 6000)' },
  { flag: 'connections', value: 'N', env: 'AKTNARA_CONNECTIONS', help: 'connections to the database at most (default 10)' },
  {
    flag: 'statement-timeout',
    value: 'S',
    env: 'AKTNARA_STATEMENT_TIMEOUT',
    help: 'seconds that one statement may take in the database, but for migrations and imports (default 30)',
  },
  { flag: 'lock-timeout', value: 'S', env: 'AKTNARA_LOCK_TIMEOUT', help: 'seconds that a statement may wait for a lock (default 10)' },
  { flag: 'trust-proxy', env: 'AKTNARA_TRUST_PROXY', help: 'believe the last address of X-Forwarded-For, as one proxy in front wrote it' },
  {
    flag: 'nightly-at',
    value: 'HH:MM',
    env: 'AKTNARA_NIGHTLY_AT',
    help: "when the night's run of the e-service is due, by the clocks of Sweden (default 02:00)",
  },
  {
    flag: 'etjanst-url',
    value: 'URL',
    env: 'AKTNARA_ETJANST_URL',
    help: 'an external e-service that activates, https; its token is read from AKTNARA_ETJANST_TOKEN alone (default: our own)',
  },
  {
    flag: 'digital-post-url',
    value: 'URL',
    env: 'AKTNARA_DIGITAL_POST_URL',
    help: 'förmedlare of digital post (docs/digital-post.md), https; its token is read from AKTNARA_DIGITAL_POST_TOKEN alone',
  },
  {
    flag: 'portal-port',
    value: 'N',
    env: 'AKTNARA_PORTAL_PORT',
    help: "opens the citizens' e-service on a port of its own; without one it is closed",
  },
  { flag: 'portal-host', value: 'ADDRESS', env: 'AKTNARA_PORTAL_HOST', help: 'address it listens on (default: --host)' },
  {
    flag: 'portal-url',
    value: 'URL',
    env: 'AKTNARA_PORTAL_URL',
    help: 'its https address as citizens have it, ended by a proxy in front; without one it is for trial on this computer',
  },
  { flag: 'portal-tenant', value: 'NAME', env: 'AKTNARA_PORTAL_TENANT', help: 'the municipality whose it is (default: --tenant)' },
  {
    flag: 'portal-providers',
    value: 'FILE',
    env: 'AKTNARA_PORTAL_PROVIDERS',
    help: 'how citizens sign in: providers of OpenID Connect (docs/e-tjanst.md); their secrets are read from the environment alone',
  },
  {
    flag: 'clamd',
    value: 'HOST:PORT',
    env: 'AKTNARA_CLAMD',
    help: 'ClamAV, which looks at files that citizens send before anybody opens them; while it does not answer none is taken',
  },
  {
    flag: 'smtp-url',
    value: 'URL',
    env: 'AKTNARA_SMTP_URL',
    help: 'e-mail server for notices: smtps://host[:465], or smtp://host[:587] with STARTTLS; never without TLS. AKTNARA_SMTP_USER and AKTNARA_SMTP_PASSWORD alone sign in',
  },
  { flag: 'smtp-from', value: 'ADDRESS', env: 'AKTNARA_SMTP_FROM', help: 'the address that they are from' },
  {
    flag: 'sms-url',
    value: 'URL',
    env: 'AKTNARA_SMS_URL',
    help: 'SMS gateway for notices, https; its token is read from AKTNARA_SMS_TOKEN alone',
  },
  { flag: 'sms-from', value: 'TEXT', env: 'AKTNARA_SMS_FROM', help: 'whom they are from: a number, or at most 11 letters and digits' },
  {
    flag: 'notice-text',
    value: 'TEXT',
    env: 'AKTNARA_NOTICE_TEXT',
    help: 'what a notice says, in one SMS; {kommun} is the name of the municipality (default: "{nytt}")',
  },
  {
    flag: 'notice-text-activated',
    value: 'TEXT',
    env: 'AKTNARA_NOTICE_TEXT_ACTIVATED',
    help: 'the same to who has just got the e-service (default: "{aktiverad}")',
  },
  { flag: 'notice-subject', value: 'TEXT', env: 'AKTNARA_NOTICE_SUBJECT', help: 'of an e-mail (default: "{amne}")' },
  {
    flag: 'quiet-hours',
    value: 'HH:MM-HH:MM',
    env: 'AKTNARA_QUIET_HOURS',
    help: 'when no notice is sent, by the clocks of Sweden, or "none" (default 20:00-08:00)',
  },
  {
    flag: 'notice-retry',
    value: 'H',
    env: 'AKTNARA_NOTICE_RETRY',
    help: 'hours that a notice which is not taken is tried again, before its handläggare is told (default 24)',
  },
  { flag: 'log-level', value: 'LEVEL', env: 'AKTNARA_LOG_LEVEL', help: 'fatal, error, warn, info, debug or silent (default info)' },
  { flag: 'run-nightly', help: "runs the night's run now, of --tenant or of all, and says what it came to, then ends" },
  { flag: 'new-epoch', help: 'after the database was restored from a backup: makes all clients fetch anew, then ends' },
  {
    flag: 'blob-store-lost',
    value: 'NAME',
    help: "when the documents' store of that municipality is lost for good and an empty one is set: says what follows, then ends",
  },
  { flag: 'confirm', value: 'NAME', help: 'with --blob-store-lost: the same name again; then it is done, and not only said' },
  { flag: 'help', help: 'this text' },
];
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

export type Command =
  | { kind: 'help' }
  | { kind: 'new-epoch' | 'run-nightly' | 'serve'; options: ServerOptions }
  | { kind: 'blob-store-lost'; tenant: string; confirmed: boolean; blobs: BlobSettings; options: ServerOptions };

/** Reads flags, then the environment. @throws StartupError `bad-setting` */
export function readSettings(args: string[], env: NodeJS.ProcessEnv): Command {
  const values = parse(args);
  const read = (flag: string): string | undefined => {
    const given = values[flag];
    if (typeof given === 'string') return given;
    const { env: name } = settings.find((setting) => setting.flag === flag) ?? {};
    return name === undefined ? undefined : env[name] || undefined;
  };
  const isOn = (flag: string) => values[flag] === true || ['1', 'true', 'yes'].includes(read(flag) ?? '');
  if (isOn('help')) return { kind: 'help' };

  const tenant = read('tenant');
  if (tenant === undefined && read('kommun') !== undefined)
    throw new StartupError('bad-setting', '--kommun names a municipality: give --tenant too.');
  const logLevel = read('log-level') ?? 'info';
  if (!logLevels.includes(logLevel)) throw new StartupError('bad-setting', `--log-level is one of ${logLevels.join(', ')}.`);
  const nightlyAt = read('nightly-at') ?? nattensKlockslag;
  if (!isKlockslag(nightlyAt)) throw new StartupError('bad-setting', `--nightly-at is a time of day, HH:MM, not "${nightlyAt}".`);
  const blobs = blobsOf(read, env);
  const options: ServerOptions = {
    port: whole(read('port') ?? '8460', 'port', 0, 65_535),
    host: read('host') ?? '127.0.0.1',
    databaseUrl: read('database-url'),
    dataDir: read('data-dir') ?? defaultDataDir(env),
    tenant: tenant === undefined ? undefined : { tenant, kommun: read('kommun') ?? tenant },
    importDir: read('import'),
    kir: kirOf(read),
    blobs,
    demo: isOn('demo'),
    requestsPerMinute: whole(read('rate-limit') ?? '6000', 'rate-limit', 1, 1_000_000_000),
    connections: whole(read('connections') ?? '10', 'connections', 2, 1000),
    timeouts: {
      statementMs: 1000 * whole(read('statement-timeout') ?? '30', 'statement-timeout', 1, 3600),
      lockMs: 1000 * whole(read('lock-timeout') ?? '10', 'lock-timeout', 1, 3600),
    },
    trustProxy: isOn('trust-proxy'),
    nightlyAt,
    etjanst: etjanstOf(read, env),
    digitalPost: digitalPostOf(read, env),
    portal: portalOf(read, env),
    notices: noticesOf(read, env),
    logLevel,
  };
  const lost = read('blob-store-lost');
  const confirm = read('confirm');
  if (confirm !== lost && confirm !== undefined)
    throw new StartupError('bad-setting', '--confirm names the municipality of --blob-store-lost again.');
  if (lost !== undefined) return { kind: 'blob-store-lost', tenant: lost, confirmed: confirm !== undefined, blobs, options };
  return { kind: isOn('new-epoch') ? 'new-epoch' : isOn('run-nightly') ? 'run-nightly' : 'serve', options };
}

/** The register of residents that is asked, if one is set. */
function kirOf(read: (flag: string) => string | undefined): KirSettings | undefined {
  const url = read('navet-url');
  const file = read('kir-file');
  if (url === undefined) return file === undefined ? undefined : { file };
  const [orgNr, bestallningsId, kommunKod] = ['navet-org', 'navet-order', 'navet-kommun'].map(read);
  if (!orgNr || !bestallningsId || !kommunKod || !/^\d{4}$/.test(kommunKod))
    throw new StartupError('bad-setting', '--navet-url needs --navet-org, --navet-order and --navet-kommun (four digits).');
  return { navet: { url, orgNr, bestallningsId, kommunKod, cert: read('navet-cert'), key: read('navet-key') } };
}

/** The e-service that people are activated in, if it is not our own. */
function etjanstOf(read: (flag: string) => string | undefined, env: NodeJS.ProcessEnv): HttpEtjanstSettings | undefined {
  const url = read('etjanst-url');
  if (url === undefined) return undefined;
  const token = env.AKTNARA_ETJANST_TOKEN;
  if (!isSafe(url) || !token) throw new StartupError('bad-setting', '--etjanst-url is an https address and needs AKTNARA_ETJANST_TOKEN.');
  return { url, token };
}

/** Who takes letters to the mailboxes of Mina meddelanden, if anybody does. */
function digitalPostOf(read: (flag: string) => string | undefined, env: NodeJS.ProcessEnv): HttpDigitalPostSettings | undefined {
  const url = read('digital-post-url');
  if (url === undefined) return undefined;
  const token = env.AKTNARA_DIGITAL_POST_TOKEN;
  if (!isSafe(url) || !token)
    throw new StartupError('bad-setting', '--digital-post-url is an https address and needs AKTNARA_DIGITAL_POST_TOKEN.');
  return { url, token };
}

/** The citizens' e-service, if it is opened. */
function portalOf(read: (flag: string) => string | undefined, env: NodeJS.ProcessEnv): PortalSettings | undefined {
  const port = read('portal-port');
  if (port === undefined) return undefined;
  const file = read('portal-providers');
  return {
    port: whole(port, 'portal-port', 0, 65_535),
    ...{ host: read('portal-host'), url: read('portal-url'), tenant: read('portal-tenant'), env },
    providers: file === undefined ? [] : readProviderSettings(file),
    scanner: scannerOf(read('clamd')),
  };
}

function scannerOf(clamdAt: string | undefined): Scanner | undefined {
  if (clamdAt === undefined) return undefined;
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(clamdAt) ?? [];
  if (host === '') throw new StartupError('bad-setting', `--clamd is HOST:PORT, as clamd listens (TCPSocket); got "${clamdAt}".`);
  return clamd({ host: host.replace(/^\[|\]$/g, ''), port: whole(port, 'clamd', 1, 65_535) });
}

/** Who somebody is, and a token, go over the road. */
function isSafe(url: string): boolean {
  const at = URL.canParse(url) ? new URL(url) : undefined;
  return at?.protocol === 'https:' || (at?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(at.hostname));
}

/** How people are told outside the e-service. */
function noticesOf(read: (flag: string) => string | undefined, env: NodeJS.ProcessEnv): NoticeSettings {
  const quiet = read('quiet-hours');
  const [, fran = '', till = ''] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(quiet ?? '') ?? [];
  if (quiet !== undefined && quiet !== 'none' && !(isKlockslag(fran) && isKlockslag(till)))
    throw new StartupError('bad-setting', `--quiet-hours is two times of day, HH:MM-HH:MM, or none, not "${quiet}".`);
  return {
    epost: smtpOf(read, env),
    sms: smsOf(read, env),
    texter: {
      nytt: read('notice-text') ?? vanligaTexter.nytt,
      aktiverad: read('notice-text-activated') ?? vanligaTexter.aktiverad,
      amne: read('notice-subject') ?? vanligaTexter.amne,
    },
    // From a time of day to the same one there is no time between.
    tyst: quiet === undefined ? vanligaTystaTimmar : quiet === 'none' ? { fran: '00:00', till: '00:00' } : { fran, till },
    retryHours: whole(read('notice-retry') ?? '24', 'notice-retry', 1, 168),
  };
}

function smtpOf(read: (flag: string) => string | undefined, env: NodeJS.ProcessEnv): SmtpSettings | undefined {
  const url = read('smtp-url');
  if (url === undefined) return undefined;
  const from = read('smtp-from');
  const [user, pass] = [env.AKTNARA_SMTP_USER, env.AKTNARA_SMTP_PASSWORD];
  const at = URL.canParse(url) ? new URL(url) : undefined;
  const secure = at?.protocol === 'smtps:';
  if (!at || !(secure || at.protocol === 'smtp:') || at.hostname === '' || at.username !== '' || at.password !== '')
    throw new StartupError('bad-setting', '--smtp-url is smtps://host or smtp://host, without user and password.');
  if (from === undefined || smtpAddress(from) !== from)
    throw new StartupError('bad-setting', '--smtp-url needs --smtp-from, an address in ASCII.');
  if (!user !== !pass) throw new StartupError('bad-setting', 'AKTNARA_SMTP_USER and AKTNARA_SMTP_PASSWORD go together.');
  const port = at.port === '' ? (secure ? 465 : 587) : Number(at.port);
  return { host: at.hostname, port, secure, from, ...(user && pass ? { auth: { user, pass } } : {}) };
}

function smsOf(read: (flag: string) => string | undefined, env: NodeJS.ProcessEnv): HttpSmsSettings | undefined {
  const url = read('sms-url');
  if (url === undefined) return undefined;
  const [from, token] = [read('sms-from'), env.AKTNARA_SMS_TOKEN];
  if (!isSafe(url) || !token) throw new StartupError('bad-setting', '--sms-url is an https address and needs AKTNARA_SMS_TOKEN.');
  if (from === undefined || !/^(\+?\d{3,15}|[A-Za-z0-9 ]{1,11})$/.test(from))
    throw new StartupError('bad-setting', '--sms-url needs --sms-from: a number, or at most 11 letters and digits.');
  return { url, token, from };
}

/** Where documents lie. */
function blobsOf(read: (flag: string) => string | undefined, env: NodeJS.ProcessEnv): BlobSettings {
  const dataDir = read('data-dir') ?? defaultDataDir(env);
  const keyDir = read('blob-keys') ?? join(dataDir, 'nycklar');
  const endpoint = read('s3-endpoint');
  if (endpoint === undefined) return { at: { dir: read('blob-dir') ?? join(dataDir, 'dokument') }, keyDir };
  const [bucket, accessKeyId, secretAccessKey] = [read('s3-bucket'), read('s3-key'), env.AKTNARA_S3_SECRET];
  if (!bucket || !accessKeyId || !secretAccessKey || !URL.canParse(endpoint))
    throw new StartupError('bad-setting', '--s3-endpoint is a URL and needs --s3-bucket, --s3-key and AKTNARA_S3_SECRET.');
  return { at: { s3: { endpoint, bucket, region: read('s3-region') ?? 'us-east-1', accessKeyId, secretAccessKey } }, keyDir };
}

function parse(args: string[]): Record<string, string | boolean | undefined> {
  const options = Object.fromEntries(
    settings.map(({ flag, value }) => [flag, { type: value ? ('string' as const) : ('boolean' as const) }]),
  );
  try {
    return parseArgs({ args, options, allowPositionals: false }).values as Record<string, string | boolean | undefined>;
  } catch (cause) {
    throw new StartupError('bad-setting', `${(cause as Error).message} See --help.`, cause);
  }
}

function whole(text: string, flag: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new StartupError('bad-setting', `--${flag} is a whole number from ${least} to ${most}, not "${text}".`);
}

/** Where this system keeps a program's data. Root's home is closed to the user PostgreSQL runs as. */
function defaultDataDir(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Aktnara', 'server');
  if (process.getuid?.() === 0) return '/var/lib/aktnara';
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'aktnara-server');
}

const filled = (help: string, env: NodeJS.ProcessEnv): string =>
  help.replace(/\{(dataDir|nytt|aktiverad|amne)\}/g, (_, what: 'dataDir' | keyof typeof vanligaTexter) =>
    what === 'dataDir' ? defaultDataDir(env) : vanligaTexter[what],
  );

export function helpText(env: NodeJS.ProcessEnv): string {
  const lines = settings.map(({ flag, value, env: name, help }) => {
    const left = `  --${flag}${value ? ` ${value}` : ''}`.padEnd(24);
    return `${left}${(name ?? '').padEnd(27)}${filled(help, env)}`;
  });
  return [
    'The central server of Aktnära.',
    '',
    '  npm run server -- [setting]...',
    '',
    ...lines,
    '',
    'A flag goes before the environment variable beside it.',
  ].join('\n');
}
