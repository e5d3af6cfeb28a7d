import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('settings', () => {
  it('takes a flag before the environment, and the environment before the default', () => {
    const env = { PORT: '9000', DATABASE_URL: 'postgresql://db/aktnara', AKTNARA_DEMO: '1' };
    const command = readSettings(['--port', '9001', '--tenant', 'angelby'], env);
    expect(command).toMatchObject({
      kind: 'serve',
      options: {
        port: 9001,
        host: '127.0.0.1',
        databaseUrl: env.DATABASE_URL,
        demo: true,
        tenant: { tenant: 'angelby', kommun: 'angelby' },
      },
    });
    const timeouts = { statementMs: 60_000, lockMs: 10_000 };
    expect(readSettings([], { AKTNARA_STATEMENT_TIMEOUT: '60' })).toMatchObject({ options: { timeouts } });
    expect(readSettings([], {})).toMatchObject({ options: { port: 8460, demo: false, databaseUrl: undefined, tenant: undefined } });
  });

  it('keeps documents in folders of its own, or in S3-compatible storage whose secret is no argument', () => {
    const [dir, keyDir] = [join('/srv/a', 'dokument'), join('/srv/a', 'nycklar')];
    expect(readSettings(['--data-dir', '/srv/a'], {})).toMatchObject({ options: { blobs: { at: { dir }, keyDir } } });
    const flags = ['--s3-endpoint', 'https://s3.example.se', '--s3-bucket', 'akt', '--s3-key', 'k', '--blob-keys', '/mnt/hsm'];
    expect(readSettings(flags, { AKTNARA_S3_SECRET: 's' })).toMatchObject({
      options: { blobs: { at: { s3: { bucket: 'akt', region: 'us-east-1', secretAccessKey: 's' } }, keyDir: '/mnt/hsm' } },
    });
  });

  it.each([
    [['--port', '70000'], '--port'],
    [['--rate-limit', '0'], '--rate-limit'],
    [['--lock-timeout', '0'], '--lock-timeout'],
    [['--log-level', 'loud'], '--log-level'],
    [['--nightly-at', '2'], '--nightly-at'],
    [['--nightly-at', '25:00'], '--nightly-at'],
    [['--etjanst-url', 'https://etjanst.example.se'], 'AKTNARA_ETJANST_TOKEN'],
    [['--digital-post-url', 'https://post.example.se'], 'AKTNARA_DIGITAL_POST_TOKEN'],
    [['--digital-post-url', 'http://post.example.se'], 'https'],
    [['--kommun', 'Ängelby'], '--tenant'],
    [['--s3-endpoint', 'https://s3.example.se', '--s3-bucket', 'akt'], 'AKTNARA_S3_SECRET'],
    [['stray'], 'stray'],
  ])('refuses %j by name', (args, named) => {
    expect(() => readSettings(args, {})).toThrow(named);
  });

  it('NATT-01 runs the night’s run at two, or when it is set to, or now', () => {
    expect(readSettings([], {})).toMatchObject({ kind: 'serve', options: { nightlyAt: '02:00' } });
    expect(readSettings([], { AKTNARA_NIGHTLY_AT: '03:30' })).toMatchObject({ options: { nightlyAt: '03:30' } });
    expect(readSettings(['--run-nightly', '--tenant', 'angelby'], {})).toMatchObject({
      kind: 'run-nightly',
      options: { tenant: { tenant: 'angelby' } },
    });
  });

  it('asks a förmedlare of digital post over https alone, with a token that is no argument', () => {
    const env = { AKTNARA_DIGITAL_POST_TOKEN: 'hemlig' };
    const url = 'https://post.example.se/v1';
    expect(readSettings(['--digital-post-url', url], env)).toMatchObject({ options: { digitalPost: { url, token: 'hemlig' } } });
    expect(readSettings([], env)).toMatchObject({ options: { digitalPost: undefined } });
  });

  it('asks an external e-service over https alone, with a token that is no argument', () => {
    const env = { AKTNARA_ETJANST_TOKEN: 'hemlig' };
    const url = 'https://etjanst.example.se/v1';
    expect(readSettings(['--etjanst-url', url], env)).toMatchObject({ options: { etjanst: { url, token: 'hemlig' } } });
    expect(() => readSettings(['--etjanst-url', 'http://etjanst.example.se'], env)).toThrow('https');
    expect(readSettings([], env)).toMatchObject({ options: { etjanst: undefined } });
  });

  it('opens the citizens’ e-service on a port of its own, with providers from a file, and not without', () => {
    expect(readSettings([], {})).toMatchObject({ options: { portal: undefined } });
    const env = { AKTNARA_PORTAL_URL: 'https://minasidor.exempel.se', BANKID_SECRET: 's' };
    expect(readSettings(['--portal-port', '8470', '--portal-tenant', 'angelby'], env)).toMatchObject({
      options: { portal: { port: 8470, url: env.AKTNARA_PORTAL_URL, tenant: 'angelby', providers: [], env } },
    });
    expect(() => readSettings(['--portal-port', '8470', '--portal-providers', '/no/such/file'], {})).toThrow('--portal-providers');
  });

  it('EAKT-04 tells people by the services that are set, over TLS, with secrets that are no arguments', () => {
    const args = [
      '--smtp-url',
      'smtp://post.example.se',
      '--smtp-from',
      'svara-inte@angelby.se',
      '--sms-url',
      'https://sms.example.se/v1',
      '--sms-from',
      'Angelby',
    ];
    const env = { AKTNARA_SMTP_USER: 'angelby', AKTNARA_SMTP_PASSWORD: 'hemlig', AKTNARA_SMS_TOKEN: 'ocksa' };
    expect(readSettings([...args, '--quiet-hours', '21:00-07:30', '--notice-retry', '48'], env)).toMatchObject({
      options: {
        notices: {
          epost: { host: 'post.example.se', port: 587, secure: false, auth: { user: 'angelby', pass: 'hemlig' } },
          sms: { url: 'https://sms.example.se/v1', token: 'ocksa', from: 'Angelby' },
          ...{ tyst: { fran: '21:00', till: '07:30' }, retryHours: 48 },
        },
      },
    });
    const vanliga = { tyst: { fran: '20:00', till: '08:00' }, retryHours: 24, epost: undefined, sms: undefined };
    expect(readSettings([], {})).toMatchObject({ options: { notices: vanliga } });
    expect(readSettings(['--smtp-url', 'smtps://post.example.se', '--smtp-from', 'a@b.se'], {})).toMatchObject({
      options: { notices: { epost: { port: 465, secure: true } } },
    });
    expect(readSettings(['--quiet-hours', 'none'], {})).toMatchObject({ options: { notices: { tyst: { fran: '00:00', till: '00:00' } } } });
    for (const [wrong, named] of [
      [['--smtp-url', 'http://post.example.se', '--smtp-from', 'a@b.se'], '--smtp-url'],
      [['--smtp-url', 'smtp://u:p@post.example.se', '--smtp-from', 'a@b.se'], '--smtp-url'],
      [['--smtp-url', 'smtp://post.example.se'], '--smtp-from'],
      [['--smtp-url', 'smtp://post.example.se', '--smtp-from', 'märta@b.se'], '--smtp-from'],
      [['--sms-url', 'http://sms.example.se', '--sms-from', 'A'], '--sms-url'],
      [['--sms-url', 'https://sms.example.se', '--sms-from', 'Ängelby kommun'], '--sms-from'],
      [['--quiet-hours', '20-8'], '--quiet-hours'],
      [['--notice-retry', '0'], '--notice-retry'],
    ] as const)
      expect(() => readSettings([...wrong], env), wrong.join(' ')).toThrow(named);
    expect(() => readSettings(['--smtp-url', 'smtp://x.se', '--smtp-from', 'a@b.se'], { AKTNARA_SMTP_USER: 'u' })).toThrow('go together');
  });

  it('gives up a blob store by its name, and does it when the same name is given twice', () => {
    expect(readSettings(['--blob-store-lost', 'angelby'], {})).toMatchObject({ tenant: 'angelby', confirmed: false });
    expect(readSettings(['--blob-store-lost', 'angelby', '--confirm', 'angelby'], {})).toMatchObject({
      ...{ kind: 'blob-store-lost', confirmed: true },
    });
    for (const args of [
      ['--blob-store-lost', 'angelby', '--confirm', 'annan'],
      ['--confirm', 'angelby'],
    ])
      expect(() => readSettings(args, {})).toThrow('--blob-store-lost');
  });
});
