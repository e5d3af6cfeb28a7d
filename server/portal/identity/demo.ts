import { randomUUID } from 'node:crypto';
import { parsePersonnummer } from '../../../shared/domain/personnummer.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { kortad } from '../../../shared/util/kortad.ts';
import { renText } from './identity-of-claims.ts';
import { type IdentityProvider, IdentityRefused } from './provider.ts';

/** Where the demo's page is, to which {@link demoProvider} sends: it asks who one wants to be. */
export const demoPath = '/prov';

/** Sign-in by saying who one is: for trial, in demo mode alone. It is held to the same state as any other. */
export function demoProvider(clock: { now(): Date }): IdentityProvider {
  return {
    id: 'prov',
    namn: 'Prova utan e-legitimation',
    async begin() {
      const state = randomUUID();
      return { url: `${demoPath}?state=${state}`, checks: { state } };
    },
    async finish(answer, { state }) {
      const given = (name: string) => renText(answer.searchParams.get(name) ?? '');
      if (state === undefined || given('state') !== state) throw new IdentityRefused('svaret', 'the state is another');
      const parsed = parsePersonnummer(given('personnummer'), swedishDay(clock.now().toISOString()));
      if (!parsed.ok) throw new IdentityRefused('nummer', 'the number is no personnummer or samordningsnummer');
      return { personnummer: parsed.value, fornamn: kortad(given('fornamn'), 80), efternamn: kortad(given('efternamn'), 80) };
    },
  };
}
