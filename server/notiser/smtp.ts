import type { Readable } from 'node:stream';
import { domainToASCII } from 'node:url';
import { createTransport } from 'nodemailer';
import type { Notis, Notisport, Notissvar } from './notis-port.ts';

export type SmtpSettings = {
  host: string;
  port: number;
  /** TLS from the first byte (port 465); else it begins with STARTTLS, and nothing is said without. */
  secure: boolean;
  auth?: { user: string; pass: string } | undefined;
  /** The address that mail is from. */
  from: string;
  /** A certificate authority beside those that the system knows, PEM. */
  ca?: string | undefined;
};

/** How long is waited. */
export type SmtpPace = {
  /** For a connection, for a greeting, for the next word. */
  answerMs: number;
  /** For all of one message. */
  deadline(): AbortSignal;
};
const pace: SmtpPace = { answerMs: 20_000, deadline: () => AbortSignal.timeout(90_000) };

type Failure = {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
  rejectedErrors?: Failure[];
};

/**
 * E-mail by a server of the municipality's, over TLS alone, on connections that are kept. One mail has one receiver, so that each is judged by their
 * own answer. The library tries nothing again that may have been sent; what is tried again the queue decides.
 */
export function smtp({ host, port, secure, auth, from, ca }: SmtpSettings, { answerMs, deadline }: SmtpPace = pace): Notisport {
  const mailer = createTransport({
    ...{ pool: true, maxConnections: 3, host, port, secure, requireTLS: !secure },
    ...(auth ? { auth } : {}),
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    ...{ connectionTimeout: answerMs, greetingTimeout: answerMs, socketTimeout: answerMs, dnsTimeout: answerMs },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  /** Of each mail under way, what is read when it is handed over: from then on an answer that is lost may have been a yes. */
  const handedOver = new Map<string, Readable>();
  mailer.use('stream', ({ message, data }, done) => {
    const make = message.createReadStream.bind(message);
    message.createReadStream = (...given) => {
      const stream = make(...given);
      handedOver.set(String(data.messageId), stream);
      return stream;
    };
    done();
  });

  return {
    async skicka({ id, till, fran, amne, text }: Notis) {
      const to = smtpAddress(till);
      if (to === undefined) return { slag: 'nekad', svar: 'adressen' };
      const messageId = `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`;
      try {
        const { response, rejectedErrors } = await mailer.sendMail({
          ...{ messageId, from: { name: fran, address: from }, to, subject: amne, text },
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: deadline(),
        });
        const [refused] = rejectedErrors ?? [];
        return refused ? judge(refused as Failure, false) : { slag: 'skickad', ...codeOf({ response }) };
      } catch (error) {
        return judge(error as Failure, handedOver.get(messageId)?.readableDidRead ?? false);
      } finally {
        handedOver.delete(messageId);
      }
    },
    close: () => mailer.close(),
  };
}

/**
 * An address as it is written in SMTP: a domain with å in its letters of ASCII. Undefined where what stands before the @ has others: that needs
 * SMTPUTF8 of every server on the way, and what is sent without arrives nowhere, without a word.
 */
export function smtpAddress(typed: string): string | undefined {
  const at = typed.lastIndexOf('@');
  const [local, domain] = [typed.slice(0, at), domainToASCII(typed.slice(at + 1))];
  return at > 0 && domain !== '' && /^[\x21-\x7e]+$/.test(local) ? `${local}@${domain}` : undefined;
}

/** Of one receiver's mail, each is asked by itself: where all are refused for one who is to come again, the library shows that one's code. */
function judge(error: Failure, isHandedOver: boolean): Notissvar {
  const { code, command, responseCode, rejectedErrors, response } = error;
  const own = rejectedErrors?.[0];
  if (own && own !== error) return judge({ command: 'RCPT TO', ...own, rejectedErrors: [] }, isHandedOver);
  const svar = codeOf({ response, code });
  if (responseCode === undefined) return isHandedOver ? { slag: 'oviss', ...svar } : { slag: 'senare', borta: true, ...svar };
  const ofReceiver = command === 'RCPT TO' || command === 'DATA';
  // Of the sender, the login or the connection: so it is for everyone.
  if (!ofReceiver || responseCode === 421) return { slag: 'senare', borta: true, ...svar };
  return { slag: responseCode >= 500 && responseCode !== 503 ? 'nekad' : 'senare', ...svar };
}

/** `550 5.1.1`, of an answer whose words may repeat the address. */
function codeOf({ response, code }: { response?: string | undefined; code?: string | undefined }): { svar?: string } {
  const found = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3}))?/.exec(response ?? '');
  const svar = found ? found.slice(1).filter(Boolean).join(' ') : code;
  return svar === undefined ? {} : { svar };
}
