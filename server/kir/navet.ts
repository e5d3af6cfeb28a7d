import { readFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { type Kir, KirUnavailable } from './kir.ts';
import { readNavetPost } from './navet-post.ts';

export type NavetSettings = {
  /** Of the service `personpostXML`, version 2. */
  url: string;
  /** The municipality's organisation number and its order at Skatteverket. */
  orgNr: string;
  bestallningsId: string;
  /** Four digits: län and kommun. */
  kommunKod: string;
  /** Files with the client certificate and its key, PEM. */
  cert?: string | undefined;
  key?: string | undefined;
};

const timeoutMs = 15_000;
/** No person record is near this size. */
const longestAnswer = 4 * 1024 * 1024;

/** Skatteverket's register (Navet), asked person by person over its web service with the municipality's certificate. */
export function navetKir(settings: NavetSettings): Kir {
  const tls = {
    ...(settings.cert ? { cert: readFileSync(settings.cert) } : {}),
    ...(settings.key ? { key: readFileSync(settings.key) } : {}),
  };
  return {
    sok: async (personnummer) => readNavetPost(await ask(settings, tls, personnummer), settings.kommunKod),
  };
}

function ask(settings: NavetSettings, tls: { cert?: Buffer; key?: Buffer }, personnummer: string): Promise<string> {
  const url = new URL(settings.url);
  const send = url.protocol === 'http:' ? plainRequest : request;
  const headers = { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' };
  return new Promise((resolve, reject) => {
    const failed = (cause: unknown) => reject(new KirUnavailable('Skatteverket does not answer.', { cause }));
    const asked = send(url, { method: 'POST', headers, timeout: timeoutMs, ...tls }, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > longestAnswer) asked.destroy(new Error('The answer is too long'));
        else parts.push(part);
      });
      response.on('error', failed);
      response.on('end', () => {
        // A SOAP fault comes with status 500 and says why: it is read like any answer.
        if (response.statusCode === 200 || response.statusCode === 500) resolve(Buffer.concat(parts).toString('utf8'));
        else failed(new Error(`status ${response.statusCode}`));
      });
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.on('error', failed);
    asked.end(envelope(settings, personnummer));
  });
}

const envelope = ({ orgNr, bestallningsId }: NavetSettings, personnummer: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:v1="http://xmls.skatteverket.se/se/skatteverket/folkbokforing/na/epersondata/V1">
  <soapenv:Body>
    <v1:PersonpostRequest>
      <v1:Bestallning><v1:OrgNr>${digits(orgNr)}</v1:OrgNr><v1:BestallningsId>${escaped(bestallningsId)}</v1:BestallningsId></v1:Bestallning>
      <v1:PersonId>${digits(personnummer)}</v1:PersonId>
    </v1:PersonpostRequest>
  </soapenv:Body>
</soapenv:Envelope>`;

const digits = (text: string): string => text.replace(/\D/g, '');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
