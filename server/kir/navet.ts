import { readFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import type { KirPost } from '../../shared/domain/kir/records.ts';
import { utanAdress } from '../../shared/domain/person/kir-utan-adress.ts';
import { starkastSkydd } from '../../shared/domain/person/skydd.ts';
import { swedishDay } from '../../shared/util/datum.ts';
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

/** A number that was given up leads to the next; more in a row are a circle. */
const mostHanvisningar = 3;

/**
 * Skatteverket's register (Navet), asked person by person over its web service with the municipality's certificate. Who has another
 * number now is answered with that number's post; vårdnadshavare are asked about too, for their names and their own protection.
 * @param tellOperator what someone who runs the server should know; no personal data
 */
export function navetKir(settings: NavetSettings, tellOperator: (what: string) => void = () => {}): Kir {
  const tls = {
    ...(settings.cert ? { cert: readFileSync(settings.cert) } : {}),
    ...(settings.key ? { key: readFileSync(settings.key) } : {}),
  };
  const today = () => swedishDay(new Date().toISOString());

  async function one(personnummer: string): Promise<KirPost | undefined> {
    const answer = readNavetPost(await ask(settings, tls, personnummer), settings.kommunKod, today());
    for (const mark of answer?.okandaMarken ?? [])
      tellOperator(`Navet: a mark of protection that is not known, ${mark}: honoured as protection`);
    return answer?.post;
  }

  /** A number that leads to one the register does not know is still the post it has of the person. */
  async function current(personnummer: string): Promise<KirPost | undefined> {
    const asked = [personnummer];
    const posts: KirPost[] = [];
    for (;;) {
      const post = await one(asked.at(-1) ?? personnummer);
      if (post) posts.push(post);
      const next = post?.avregistrerad === 'bytt-nummer' ? post.andraNummer?.find((other) => !asked.includes(other)) : undefined;
      if (next === undefined || asked.length > mostHanvisningar) return ofOnePerson(posts, asked);
      asked.push(next);
    }
  }

  /** Whom it cannot be asked about stays a number, without a mark: shown to those alone who may see anybody. */
  async function named(relation: Relation): Promise<Relation> {
    const { personnummer, vardnadshavare } = relation;
    if (personnummer === undefined || !vardnadshavare) return relation;
    const post = await current(personnummer).catch((cause: unknown) => {
      if (cause instanceof KirUnavailable) return undefined;
      throw cause;
    });
    if (!post) return { ...relation, namn: '' };
    const namn = relation.namn || [post.efternamn, post.fornamn].filter(Boolean).join(', ');
    return { ...relation, personnummer: post.personnummer, namn, skydd: post.skydd };
  }

  return {
    async sok(personnummer) {
      const post = await current(personnummer);
      if (!post?.relationer) return post;
      return { ...post, relationer: await Promise.all(post.relationer.map(named)) };
    },
  };
}

type Relation = NonNullable<KirPost['relationer']>[number];

/**
 * The last of the posts, which the others led to: their numbers are the same person's, and so is a protection that any of them has. A mark
 * may be slow to follow a person to another number.
 */
function ofOnePerson(posts: KirPost[], asked: string[]): KirPost | undefined {
  const last = posts.at(-1);
  if (!last) return undefined;
  const others = [...new Set([...(last.andraNummer ?? []), ...asked])].filter((nummer) => nummer !== last.personnummer);
  const skydd = posts.reduce((strongest, post) => starkastSkydd(strongest, post.skydd), last.skydd);
  const post: KirPost = { ...last, skydd, ...(others.length > 0 ? { andraNummer: others } : {}) };
  return skydd === last.skydd ? post : utanAdress(post);
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
      <v1:Bestallning><v1:OrgNr>${twelve(orgNr)}</v1:OrgNr><v1:BestallningsId>${escaped(bestallningsId)}</v1:BestallningsId></v1:Bestallning>
      <v1:PersonId>${digits(personnummer)}</v1:PersonId>
    </v1:PersonpostRequest>
  </soapenv:Body>
</soapenv:Envelope>`;

/** Skatteverket's form of an organisation number: 16 before its ten digits. */
const twelve = (orgNr: string): string => digits(orgNr).padStart(12, '16');
const digits = (text: string): string => text.replace(/\D/g, '');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
