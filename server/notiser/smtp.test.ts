import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, it, onTestFinished } from 'vitest';
import { localhostCert } from '../testing/localhost-cert.ts';
import type { Notis } from './notis-port.ts';
import { type SmtpPace, type SmtpSettings, smtp, smtpAddress } from './smtp.ts';

type Mail = { from: string; to: string[]; secure: boolean; text: string };
type Say = (code: number, words: string) => Error;
const say: Say = (responseCode, words) => Object.assign(new Error(words), { responseCode });

/** A real mail server on this computer, that does as told. */
async function mailServer(over: SMTPServerOptions = {}, settings: Partial<SmtpSettings> = {}, pace: Partial<SmtpPace> = {}) {
  const mails: Mail[] = [];
  let connections = 0;
  const server = new SMTPServer({
    ...localhostCert,
    ...{ authOptional: true, disableReverseLookup: true, logger: false, closeTimeout: 1 },
    onConnect(_, done) {
      connections += 1;
      done();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          text: Buffer.concat(parts).toString('utf8'),
        });
        done();
      });
    },
    ...over,
  });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket) => sockets.add(socket));
  // What a client breaks off is the server's to hear of.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const from = 'svara-inte@angelby.example.se';
  const post = smtp(
    { host: '127.0.0.1', port, secure: over.secure ?? false, from, ca: localhostCert.cert, ...settings },
    { answerMs: 60_000, deadline: () => AbortSignal.timeout(120_000), ...pace },
  );
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(async () => {
    post.close();
    cut();
    await new Promise<void>((resolve) => server.close(resolve));
  });
  const send = (till = 'linnea@exempel.se', id = 'n1') => post.skicka({ ...notis, till, id });
  return { mails, send, cut, connections: () => connections };
}
const notis: Notis = {
  ...{ id: 'n1', till: 'linnea@exempel.se', fran: 'Ängelby kommun' },
  ...{ amne: 'Meddelande från Ängelby kommun', text: 'Du har något nytt att läsa.' },
};

it.each([false, true])(
  'EAKT-04 a mail is sent over TLS, from the municipality, and says nothing but the text (TLS from the first byte: %s)',
  async (secure) => {
    const { mails, send } = await mailServer({ secure });
    expect(await send()).toEqual({ slag: 'skickad', svar: '250' });
    expect(mails).toMatchObject([{ from: 'svara-inte@angelby.example.se', to: ['linnea@exempel.se'], secure: true }]);
    const [{ text }] = mails as [Mail];
    expect(text).toContain('Message-ID: <n1@angelby.example.se>');
    expect(text).toContain('Auto-Submitted: auto-generated');
    expect(text).toMatch(/\r\n\r\nDu har n=C3=A5got nytt att l=C3=A4sa\.\s*$/);
  },
);

it('one connection is kept for many', async () => {
  const { mails, send, connections } = await mailServer();
  for (let nr = 0; nr < 5; nr += 1) await send(undefined, `n${nr}`);
  expect(mails).toHaveLength(5);
  expect(connections()).toBe(1);
});

it.each<[string, SMTPServerOptions, object]>([
  [
    'refused for good',
    { onRcptTo: (_, __, done) => done(say(550, '5.1.1 <linnea@exempel.se> okänd')) },
    { slag: 'nekad', svar: '550 5.1.1' },
  ],
  ['greylisted', { onRcptTo: (_, __, done) => done(say(450, '4.7.1 Greylisted, try again')) }, { slag: 'senare', svar: '450 4.7.1' }],
  [
    'not taken now, when all of it was sent',
    { onData: (s, _, done) => s.resume().on('end', () => done(say(451, '4.3.0 later'))) },
    { slag: 'senare', svar: '451 4.3.0' },
  ],
  [
    'refused when all of it was sent',
    { onData: (s, _, done) => s.resume().on('end', () => done(say(554, '5.7.1 spam'))) },
    { slag: 'nekad', svar: '554 5.7.1' },
  ],
  [
    'a sender that may not send: so for everyone',
    { onMailFrom: (_, __, done) => done(say(553, '5.7.1 not yours')) },
    { slag: 'senare', borta: true, svar: '553 5.7.1' },
  ],
  [
    'a server that takes nobody',
    { onConnect: (_, done) => done(say(554, '5.3.2 closed')) },
    { slag: 'senare', borta: true, svar: '554 5.3.2' },
  ],
  [
    'a server that is closing',
    { onRcptTo: (_, __, done) => done(say(421, '4.3.2 closing')) },
    { slag: 'senare', borta: true, svar: '421 4.3.2' },
  ],
  ['without TLS nothing is said, to nobody', { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] }, { slag: 'senare', borta: true }],
])('%s', async (_, over, answer) => {
  const { mails, send } = await mailServer(over);
  expect(await send()).toMatchObject(answer);
  expect(mails).toEqual([]);
});

it('of two receivers one is refused: each is judged by their own answer', async () => {
  const { mails, send } = await mailServer({
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith('maja') ? say(550, '5.1.1 no') : address.startsWith('bo') ? say(450, '4.2.0 later') : null),
  });
  const answers = await Promise.all([send(), send('maja@exempel.se', 'n2'), send('bo@exempel.se', 'n3')]);
  expect(answers.map(({ slag }) => slag)).toEqual(['skickad', 'nekad', 'senare']);
  expect(mails.map(({ to }) => to)).toEqual([['linnea@exempel.se']]);
});

it('cut before it was handed over it comes later; cut after that nobody knows, and it says so', async () => {
  let at: 'rcpt' | 'data' = 'rcpt';
  const on: { cut?: () => void } = {};
  const { send, cut } = await mailServer({
    onRcptTo: (_, __, done) => (at === 'rcpt' ? on.cut?.() : done()),
    onData: (stream) => stream.resume().on('end', () => on.cut?.()),
  });
  on.cut = cut;
  expect(await send()).toMatchObject({ slag: 'senare', borta: true });
  at = 'data';
  expect(await send()).toMatchObject({ slag: 'oviss' });
});

it('a slow server is waited for so long: before it was handed over it comes later, after that nobody knows', async () => {
  const over = () => {
    const waited = new AbortController();
    return { deadline: () => waited.signal, end: () => waited.abort() };
  };
  const silent = over();
  const { send } = await mailServer({ onMailFrom: silent.end }, {}, silent);
  expect(await send()).toEqual({ slag: 'senare', borta: true, svar: 'EABORT' });
  const late = over();
  const { send: sendLate } = await mailServer({ onData: (stream) => stream.resume().on('end', late.end) }, {}, late);
  expect(await sendLate()).toEqual({ slag: 'oviss', svar: 'EABORT' });
});

it('a certificate that nobody knows, a login that is refused, and no server at all: so for everyone', async () => {
  const foreign = await mailServer({}, { ca: undefined });
  expect(await foreign.send()).toMatchObject({ slag: 'senare', borta: true });
  const closed = await mailServer(
    { authOptional: false, onAuth: (_, __, done) => done(say(535, '5.7.8 no')) },
    { auth: { user: 'angelby', pass: 'fel' } },
  );
  expect(await closed.send()).toMatchObject({ slag: 'senare', borta: true, svar: '535 5.7.8' });
  const nowhere = smtp({ host: '127.0.0.1', port: 1, secure: false, from: 'a@b.se' });
  onTestFinished(() => nowhere.close());
  expect(await nowhere.skicka(notis)).toMatchObject({ slag: 'senare', borta: true });
});

it('a domain with å is written in ASCII; what needs SMTPUTF8 before the @ is refused, and never sent without', async () => {
  const said: string[] = [];
  const logger = {
    debug: (_: unknown, ...words: string[]) => void said.push(words.join(' ')),
    info: () => undefined,
    error: () => undefined,
  };
  const { mails, send } = await mailServer({ hideSMTPUTF8: true, logger: logger as never });
  expect(await send('linnea@räksmörgås.se')).toMatchObject({ slag: 'skickad' });
  expect(said.filter((line) => line.includes('RCPT'))).toEqual([expect.stringContaining('<linnea@xn--rksmrgs-5wao1o.se>')]);
  expect(await send('märta@exempel.se')).toEqual({ slag: 'nekad', svar: 'adressen' });
  expect(mails).toHaveLength(1);
  for (const typed of ['utan', '@exempel.se', 'a b@exempel.se', 'a@', 'a@ex ämpel.se']) expect(smtpAddress(typed), typed).toBeUndefined();
});
