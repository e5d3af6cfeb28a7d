import type { IncomingMessage } from 'node:http';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { swedishDay } from '../../shared/util/datum.ts';
import { drainOnClose } from '../http/drain.ts';
import { withoutPersonalData } from '../http/errors.ts';
import { nearestProxy } from '../http/nearest-proxy.ts';
import { isDone, logAccess } from './access.ts';
import { clean, insatsval, isId } from './ansokan.ts';
import { h, htmlOf } from './html.ts';
import { radnamnet } from './inkomst.ts';
import { Layout } from './layout.ts';
import {
  annanPerson,
  baraSjalv,
  ejLangre,
  finnsInte,
  forManga,
  forStort,
  fransAnnanPlats,
  fransKontroll,
  gickInte,
  kapat,
} from './page-fel.ts';
import { inloggningsfel, inloggningssida } from './page-inloggning.ts';
import { skrivet } from './page-skrivet.ts';
import { foretradda } from './representing.ts';
import type { Answer, Page, Portal, Route, SignedIn, SignedVisit, Visit } from './route.ts';
import { portalRoutes } from './routes.ts';
import { hinder } from './routes-sign-in.ts';
import { before, cookiesOf, formTokenOf, idleMinutes, readFormToken } from './sessions.ts';
import { stil } from './stil.ts';
import { createHeld, type Held } from './uploads/held.ts';
import { readMultipart, type Sent, UnreadableForm } from './uploads/multipart.ts';

export type PortalLimits = {
  /** Requests a minute from one address; many may stand behind it. */
  perAddress: number;
  /** Requests a minute of one person, whatever their addresses. */
  perPerson: number;
  /** Of them, what they send. */
  sendsPerPerson: number;
  /** Sign-ins a minute that one address begins or ends. */
  signInsPerAddress: number;
};
const usual: PortalLimits = { perAddress: 600, perPerson: 120, sendsPerPerson: 30, signInsPerAddress: 60 };

/** `secure`: browsers reach it over https, whoever ends that. */
export type PortalAppOptions = { secure: boolean; trustProxy: boolean; logLevel: string; limits?: Partial<PortalLimits> };

type Limiter = (request: FastifyRequest) => Promise<{ isAllowed: boolean; isExceeded?: boolean }>;
/** Whether a request is one too many. (`isAllowed` is said of those that are not counted.) */
const isPast =
  (limiter: Limiter) =>
  async (request: FastifyRequest): Promise<boolean> =>
    (await limiter(request)).isExceeded ?? false;

/**
 * A form is text, each sign of it at most nine bytes on its way: several times the longest that a form takes, so that its own limit is what
 * is told, with the text still there.
 */
const bodyBytes = 1024 * 1024;

const contentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Of a PDF: the browser's own viewer is an object of the page that it makes around it, with styles of its own. */
const pdfPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/** What every answer of the portal says to the browser: nothing runs, nothing is kept, nobody frames it. */
const headersOf = (secure: boolean): Record<string, string> => ({
  'content-security-policy': contentPolicy,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not `no-referrer`: with that browsers do not say of a form which page it is sent from.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
});

/** The citizen's e-service: pages made here, of forms and links alone. */
export async function createPortalApp(portal: Portal, options: PortalAppOptions): Promise<FastifyInstance> {
  const { tenant, store, clock, providers } = portal;
  const { secure } = options;
  const limits = { ...usual, ...options.limits };
  const app = Fastify({
    bodyLimit: bodyBytes,
    trustProxy: options.trustProxy ? nearestProxy : false,
    logger: options.logLevel === 'silent' ? false : { level: options.logLevel },
    // The framework's own lines hold whole addresses: of a sign-in they have the code.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
    frameworkErrors: (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void show(request, reply, finnsInte),
  });
  drainOnClose(app);
  const cookies = cookiesOf(secure);
  const headers = headersOf(secure);
  app.addHook('onRequest', async (_request, reply) => void reply.headers(headers));
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    request.log.info(
      { portal: tenant, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, { form: cleaned(new URLSearchParams(body as string)), filer: [], medFiler: false, utanPlats: false } satisfies Sent),
  );
  const onSignInFailed = (error: unknown, provider: string) => {
    const { name, message, reason } = error as Error & { reason?: string };
    app.log.warn({ provider, error: { name, message, reason } }, 'sign-in to the portal');
  };
  const routes = portalRoutes(onSignInFailed);
  const withFiles = new Set(routes.filter(({ files }) => files).map(({ path }) => path));
  const held = createHeld();
  const keeping = new WeakMap<FastifyRequest, ReturnType<Held>>();
  // Files are kept of who is signed in, on the routes that take them; what was typed always is.
  app.addHook('preParsing', async (request, reply) => {
    const takesFiles = request.headers['content-type']?.startsWith('multipart/') && withFiles.has(request.routeOptions.url ?? '');
    if (!takesFiles) return;
    // That the database is away is told when the form has been read, with what was typed.
    const who = await signedInBy(cookies.read(request.headers.cookie, 'session'), clock.now().toISOString()).catch(() => undefined);
    if (!who) return;
    const mine = held(who.personnummer);
    keeping.set(request, mine);
    reply.raw.once('close', mine.end);
  });
  app.addContentTypeParser('multipart/form-data', async (request: FastifyRequest, payload: IncomingMessage) => {
    const mayKeep = keeping.get(request)?.mayKeep ?? (() => false);
    try {
      const sent = await readMultipart(payload, { mayKeep, mostText: bodyBytes });
      return { ...sent, form: cleaned(sent.form) };
    } catch (error) {
      if (error instanceof UnreadableForm) request.body = { ...error.sent, form: cleaned(error.sent.form) };
      throw error;
    }
  });
  await app.register(rateLimit, {
    ...{ max: limits.perAddress, timeWindow: '1 minute', cache: 20_000, keyGenerator: (request) => request.ip },
    // When the form has been read: what was typed stands on the page that refuses it.
    hook: 'preHandler',
  });
  const of = (max: number, keyGenerator: (request: FastifyRequest) => string) =>
    isPast(app.createRateLimit({ max, timeWindow: '1 minute', keyGenerator }));
  const persons = new WeakMap<FastifyRequest, string>();
  const person = (request: FastifyRequest) => persons.get(request) ?? request.ip;
  const [byPerson, bySends] = [of(limits.perPerson, person), of(limits.sendsPerPerson, person)];
  const bySignIns = of(limits.signInsPerAddress, ({ ip }) => ip);

  const visits = new WeakMap<FastifyRequest, Promise<Visit>>();
  function visitOf(request: FastifyRequest): Promise<Visit> {
    const known = visits.get(request) ?? makeVisit(request);
    visits.set(request, known);
    return known;
  }

  async function makeVisit(request: FastifyRequest): Promise<Visit> {
    const found = await store.findTenant(tenant);
    if (!found) throw new Error('the municipality of the portal is gone');
    const now = clock.now().toISOString();
    const url = ownUrl(portal.origin(), request.raw.url ?? '/');
    const { cookie } = request.headers;
    const sprak = url.searchParams.get('sprak');
    return {
      ...{ kommun: found.kommun, catalogue: await store.catalogueOf(found), now, url, path: url.pathname },
      latt: sprak === null ? cookies.read(cookie, 'latt') === '1' : sprak === 'latt',
      params: (request.params ?? {}) as Record<string, string>,
      ...{ form: formOf(request), filer: sentIn(request).filer, medFiler: sentIn(request).medFiler, utanPlats: sentIn(request).utanPlats },
      signInSecret: cookies.read(cookie, 'inloggning'),
      signedIn: await signedInBy(cookies.read(cookie, 'session'), now),
    };
  }

  async function signedInBy(secret: string | undefined, now: string): Promise<SignedIn | undefined> {
    const found = secret && (await store.findPortalSession({ tenant, secret }, { now, idleSince: before(now, idleMinutes) }));
    return found ? { ...found, secret, formToken: formTokenOf(secret, null), foretrader: undefined } : undefined;
  }

  /** @param visit around which it is shown; without one, who asks is looked up for it */
  async function show(request: FastifyRequest, reply: FastifyReply, sida: Page, visit?: Visit): Promise<void> {
    const around = visit ?? (await visitOf(request));
    const sprak = around.url.searchParams.get('sprak');
    if (sprak === 'latt' || sprak === 'vanlig') reply.header('set-cookie', cookies.keep('latt', sprak === 'latt' ? '1' : '0'));
    reply
      // Before an address that cannot be read no hook is run.
      .headers(headers)
      .code(sida.status ?? 200)
      .type('text/html; charset=utf-8')
      .send(htmlOf(h(Layout, { visit: around, sida, skrivet: typed(request, sida, around) })));
  }

  /** What was typed, on whatever page answers a form and does not hold it: no refusal takes it away. */
  function typed(request: FastifyRequest, sida: Page, { catalogue, path }: Visit) {
    if (request.method !== 'POST' || sida.formular) return null;
    const isPassing = (sida === forManga || sida === gickInte) && /^\/\w/.test(path);
    return skrivet({
      form: formOf(request),
      egen: isOurs(request),
      igen: isPassing ? path : undefined,
      medFiler: sentIn(request).medFiler,
      osakert: sida === gickInte,
      radnamn: (falt) => catalogue && radnamnet(catalogue, falt),
      insatsnamn: (id) => catalogue && insatsval(catalogue).find((one) => one.id === id)?.namn,
    });
  }
  const isOurs = (request: FastifyRequest): boolean => request.headers.origin === portal.origin();

  async function send(request: FastifyRequest, reply: FastifyReply, visit: Visit, answer: Answer): Promise<void> {
    if (answer.session !== undefined) reply.header('set-cookie', cookies.set('session', answer.session));
    if (answer.signIn !== undefined) reply.header('set-cookie', cookies.set('inloggning', answer.signIn));
    if ('sida' in answer) return show(request, reply, answer.sida, visit);
    if ('fil' in answer) {
      const { bytes, storlek, namn } = answer.fil;
      reply
        .headers({ 'content-security-policy': pdfPolicy, 'content-length': storlek })
        .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${namn}.pdf`)}`)
        .type('application/pdf')
        .send(bytes);
      return;
    }
    // 303: whatever was sent, the next is a GET.
    reply.redirect('till' in answer ? answer.till : answer.ut, 303);
  }

  /**
   * Whether whoever is signed in still may be, and for whom they act at this very request (FORB-65, FORB-76).
   * @returns the answer where they may not
   */
  async function stillSignedIn(visit: SignedVisit): Promise<SignedVisit | Answer> {
    const { personnummer, secret, godkannandeId } = visit.signedIn;
    const orsak = await hinder(portal, personnummer, visit.now);
    if (orsak) {
      await store.endPortalSession({ tenant, secret });
      return { sida: inloggningsfel(visit, orsak), session: null };
    }
    if (godkannandeId === null) return visit;
    const alla = await foretradda(store, tenant, personnummer, swedishDay(visit.now));
    const foretrader = alla.find((one) => one.godkannandeId === godkannandeId);
    if (foretrader) return { ...visit, signedIn: { ...visit.signedIn, foretrader, formToken: formTokenOf(secret, godkannandeId) } };
    await store.actInPortal({ tenant, secret }, null);
    return { sida: ejLangre(visit) };
  }

  /** Asked of every route before it answers: there is no other way to one. */
  async function answerOf(route: Route, visit: Visit): Promise<Answer> {
    if (route.access === 'anyone') return route.answer(portal, visit);
    if (!visit.signedIn) return { sida: inloggningssida(visit, providers, { utloggad: true }) };
    const mine: SignedVisit = { ...visit, signedIn: visit.signedIn };
    const { secret, foretrader } = mine.signedIn;
    const token = route.method === 'POST' ? readFormToken(secret, foretrader?.godkannandeId ?? null, visit.form.get('_token')) : 'ok';
    if (token === 'foreign') return { sida: fransKontroll };
    if (token === 'otherPerson' && !route.unbound) return { sida: annanPerson(mine) };
    if (route.access === 'self' && foretrader) return { sida: baraSjalv(mine, foretrader.namn) };
    // What is no id names nothing.
    if (idParams.some((name) => visit.params[name] !== undefined && !isId(visit.params[name]))) return { sida: finnsInte };
    const answer = await route.answer(portal, mine);
    const about = { personnummer: mine.signedIn.personnummer, now: mine.now, of: foretrader?.personId };
    // Of what was refused nothing was read, and nothing done. Without a line in the log nothing is shown.
    if (route.logged && isDone(answer)) await logAccess(portal, about, route.logged);
    return answer;
  }

  async function handle(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const visit = await visitOf(request);
    // What a page of another site sends, it sends in vain.
    if (route.method === 'POST' && !isOurs(request)) return show(request, reply, fransAnnanPlats, visit);
    const isSignIn = /^\/(logga-in|inloggad)\/:/.test(route.path);
    if (isSignIn && (await bySignIns(request))) return show(request, reply, forManga, visit);
    if (!visit.signedIn) return send(request, reply, visit, await answerOf(route, visit));
    persons.set(request, visit.signedIn.personnummer);
    const isTooMany = (await byPerson(request)) || (route.method === 'POST' && (await bySends(request)));
    if (isTooMany) return show(request, reply, forManga, visit);
    const still = await stillSignedIn({ ...visit, signedIn: visit.signedIn });
    if (!('kommun' in still)) return send(request, reply, still.session === null ? { ...visit, signedIn: undefined } : visit, still);
    visits.set(request, Promise.resolve(still));
    return send(request, reply, still, await answerOf(route, still));
  }

  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const { statusCode } = error;
    const known =
      error instanceof UnreadableForm && statusCode === 400
        ? kapat
        : statusCode === 429
          ? forManga
          : statusCode === 413
            ? forStort
            : undefined;
    const ours = known ?? (statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? finnsInte : gickInte);
    if (ours === gickInte) request.log.error(withoutPersonalData(error), 'portal request failed');
    // What went wrong may be what the page around it is made of.
    const url = ownUrl(portal.origin(), request.raw.url ?? '/');
    const bare = { ...bareVisit, url, path: url.pathname } as Visit;
    return show(request, reply, ours, (await visits.get(request)?.catch(() => undefined)) ?? bare);
  });
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => show(request, reply, finnsInte));
  app.get('/stil.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=300').send(stil),
  );
  for (const route of routes)
    app.route({
      method: route.method,
      url: route.path,
      handler: async (request, reply) => {
        await handle(route, request, reply);
        // What is sent piece by piece is not all sent yet.
        return reply;
      },
    });
  return app;
}

/** A form as it may be stored: what was typed, without signs that no text has. */
function cleaned(form: URLSearchParams): URLSearchParams {
  const clear = new URLSearchParams();
  for (const [name, value] of form) clear.append(name, clean(value));
  return clear;
}
const sentIn = ({ body }: FastifyRequest): Sent =>
  (body as Sent | undefined) ?? { form: new URLSearchParams(), filer: [], medFiler: false, utanPlats: false };
const formOf = (request: FastifyRequest): URLSearchParams => sentIn(request).form;
/** Of the paths: what names something stored. */
const idParams = ['id', 'godkannandeId'];

/** The address that was asked for, which is always ours: `//elsewhere/x` names no other host, and is no link to one. */
function ownUrl(origin: string, asked: string): URL {
  const url = new URL(`${origin}/${asked.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/^[/\\]+/, '')}`);
  // `/.//elsewhere` is that only when it has been read.
  url.pathname = url.pathname.replace(/^\/+/, '/');
  return url;
}

const bareVisit: Omit<Visit, 'catalogue' | 'url'> = {
  ...{
    kommun: 'kommunen',
    now: '',
    latt: false,
    path: '/',
    params: {},
    ...{ form: new URLSearchParams(), filer: [], medFiler: false, utanPlats: false },
    signInSecret: undefined,
    signedIn: undefined,
  },
};
