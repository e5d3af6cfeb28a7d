import { arUnderArton } from '../../shared/domain/person/alder.ts';
import { parsePersonnummer } from '../../shared/domain/personnummer.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import { logAccess } from './access.ts';
import { isIngang } from './ansokan.ts';
import { demoPath } from './identity/demo.ts';
import { type Identitet, IdentityRefused, IdentityUnavailable } from './identity/provider.ts';
import { minaSidor } from './page-ansok.ts';
import { finnsInte } from './page-fel.ts';
import { framsida, type Inloggningsfel, inloggningsfel, inloggningssida, provsida } from './page-inloggning.ts';
import type { Answer, Portal, Route, Visit } from './route.ts';
import { after, before, idleMinutes, longestHours, newSecret, signInMinutes } from './sessions.ts';

/** Why somebody whose e-legitimation holds is not let in all the same, nor let stay. */
export async function hinder({ store, tenant }: Portal, personnummer: string, now: string): Promise<Inloggningsfel | undefined> {
  const dag = swedishDay(now);
  if (!parsePersonnummer(personnummer, dag).ok) return 'ungdom';
  const [kund] = await store.kunderByNumber(tenant, [personnummer]);
  const person = kund && (await store.personRecord(tenant, kund.id));
  // No e-legitimation tells more than the number; of a kund the register may.
  if (arUnderArton({ personnummer, ...(person ? { fodelsedatum: person.data.fodelsedatum } : {}) }, dag)) return 'ungdom';
  return person?.data.avliden === undefined ? undefined : 'avliden';
}

/** Of who broke off, or whose e-legitimation is not enough, there is nothing to tell operations. */
const isTold = (error: unknown): boolean => !(error instanceof IdentityRefused) || error.reason === 'svaret';

export const signInRoutes = (onFailed: (error: unknown, provider: string) => void): Route[] => {
  const entrance = (ingang: 'lss' | 'sol') => ({
    access: 'anyone' as const,
    answer: ({ providers }: Portal, visit: Visit): Answer =>
      visit.signedIn ? { till: `/ansok?ingang=${ingang}` } : { sida: inloggningssida(visit, providers, { ingang }) },
  });
  return [
    { method: 'GET', path: '/', access: 'anyone', answer: (_, visit) => ({ sida: visit.signedIn ? minaSidor(visit) : framsida(visit) }) },
    { method: 'GET', path: '/BistandAldre', ...entrance('sol') },
    { method: 'GET', path: '/LSS', ...entrance('lss') },
    {
      method: 'GET',
      path: '/logga-in',
      access: 'anyone',
      answer: ({ providers }, visit) => (visit.signedIn ? { till: '/' } : { sida: inloggningssida(visit, providers) }),
    },
    {
      method: 'GET',
      path: '/logga-in/:provider',
      access: 'anyone',
      async answer(portal, visit) {
        const provider = portal.providers.find(({ id }) => id === visit.params.provider);
        if (!provider) return { sida: finnsInte };
        try {
          const { url, checks } = await provider.begin(`${portal.origin()}/inloggad/${provider.id}`);
          const secret = newSecret();
          const asked = visit.url.searchParams.get('ingang');
          const ingang = isIngang(asked) ? asked : null;
          const times = { now: visit.now, ends: after(visit.now, signInMinutes) };
          await portal.store.beginPortalSignIn({ tenant: portal.tenant, secret }, { provider: provider.id, checks, ingang }, times);
          return { ut: url, signIn: secret };
        } catch (error) {
          if (!(error instanceof IdentityUnavailable)) throw error;
          onFailed(error, provider.id);
          return { sida: inloggningsfel(visit, 'otillganglig') };
        }
      },
    },
    {
      method: 'GET',
      path: '/inloggad/:provider',
      access: 'anyone',
      async answer(portal, visit) {
        const { tenant, store } = portal;
        const provider = portal.providers.find(({ id }) => id === visit.params.provider);
        if (!provider) return { sida: finnsInte };
        const { signInSecret } = visit;
        const begun = signInSecret === undefined ? undefined : await store.takePortalSignIn({ tenant, secret: signInSecret }, visit.now);
        if (begun?.provider !== provider.id) return { sida: inloggningsfel(visit, 'ingen'), signIn: null };
        let identitet: Identitet;
        try {
          identitet = await provider.finish(visit.url, begun.checks);
        } catch (error) {
          if (!(error instanceof IdentityRefused || error instanceof IdentityUnavailable)) throw error;
          if (isTold(error)) onFailed(error, provider.id);
          return { sida: inloggningsfel(visit, error instanceof IdentityRefused ? error.reason : 'otillganglig'), signIn: null };
        }
        const orsak = await hinder(portal, identitet.personnummer, visit.now);
        if (orsak) return { sida: inloggningsfel(visit, orsak), signIn: null };
        const secret = newSecret();
        const times = { now: visit.now, ends: after(visit.now, longestHours * 60), idleSince: before(visit.now, idleMinutes) };
        await store.beginPortalSession({ tenant, secret }, identitet, times);
        // Another's session in this browser, or an older one of theirs, is over: a secret from before a sign-in is worth nothing after it.
        if (visit.signedIn) await store.endPortalSession({ tenant, secret: visit.signedIn.secret });
        await logAccess(portal, { personnummer: identitet.personnummer, now: visit.now }, 'loggade in');
        return { till: isIngang(begun.ingang) ? `/ansok?ingang=${begun.ingang}` : '/', session: secret, signIn: null };
      },
    },
    {
      method: 'GET',
      path: demoPath,
      access: 'anyone',
      answer: ({ demo }, visit) => ({ sida: demo ? provsida(visit.url.searchParams.get('state') ?? '') : finnsInte }),
    },
    {
      method: 'POST',
      path: '/logga-ut',
      access: 'either',
      unbound: true,
      logged: 'loggade ut',
      async answer({ store, tenant }, { signedIn: { secret } }) {
        await store.endPortalSession({ tenant, secret });
        return { till: '/', session: null };
      },
    },
  ];
};
