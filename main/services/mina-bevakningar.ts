import { kanAnsvara } from '../../shared/domain/ansvar.ts';
import type { Bevakning } from '../../shared/domain/bevakning/records.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { etikettUtredning } from '../../shared/domain/etikett.ts';
import type { Anvandare } from '../../shared/domain/katalog/records.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { BevakningRad, UtanAnsvarigRad } from '../../shared/ipc/views.ts';
import type { Katalog } from './katalog.ts';
import { personOf } from './person-rad.ts';
import type { Post } from './ports.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

/** The start page's lists of what is to be remembered (FORB-35, ROLL-05), and of what belongs to nobody who can do it (ROLL-10). */
export function minaBevakningarService(
  { replica, actor, clock }: Pick<ServicePorts, 'replica' | 'actor' | 'clock'>,
  katalog: Katalog,
): Handlers<'mina.bevakningar'> {
  return {
    'mina.bevakningar': () => {
      const today = todayOf(clock);
      const user = actor();
      const anvandare = replica.katalog('anvandare');
      const bevakningar = replica
        .openBevakningar()
        .filter(({ data }) => isFor(data, user, anvandare))
        .flatMap((post) => bevakningRad(post))
        .sort((a, b) => a.datum.localeCompare(b.datum) || a.bevakningId.localeCompare(b.bevakningId));
      const utanAnsvarig = user.roller.includes('enhetschef') ? anvandare.flatMap((one) => efter(one)).sort(byDay) : [];
      return { bevakningar, utanAnsvarig };

      function bevakningRad({ id, scope, data }: Post<'bevakning'>): BevakningRad[] {
        const person = personOf(replica, scope, today);
        if (!person) return [];
        const { datum, typ, text, skal, skapad } = data;
        return [{ bevakningId: id, person, datum, typ, text, av: skapad.namn, ...(skal ? { skal } : {}) }];
      }

      /** What a user has who cannot do it any more: they have left, or another unit's or a protected akt is no longer theirs to read. */
      function efter({ id: anvandareId, data }: Post<'anvandare'>): UtanAnsvarigRad[] {
        const rader: UtanAnsvarigRad[] = [];
        const rad = (post: { id: string; scope: string }, slag: UtanAnsvarigRad['slag'], vad: string, datum: string): void => {
          const personId = personOfScope(post.scope);
          const person = personId === undefined ? undefined : replica.record('person', personId);
          const visad = personOf(replica, post.scope, today);
          if (personId === undefined || !person || !visad || kanAnsvara({ id: anvandareId, data }, personId, person.data)) return;
          rader.push({ id: post.id, slag, person: visad, vad, vem: data.namn, datum });
        };
        for (const post of replica.openUtredningarOf(anvandareId))
          rad(post, 'utredning', etikettUtredning(post.data), post.data.inkomDatum);
        for (const post of replica.unexaminedOf(anvandareId)) rad(post, 'aktualisering', post.data.typ, post.data.datum);
        for (const post of replica.unsignedOf(anvandareId)) {
          // The words of staff of a utförare are that utförare's.
          if (!data.roller.includes('utforare')) rad(post, 'anteckning', 'Osignerad anteckning', post.data.handelsedatum);
        }
        for (const post of replica.unorderedBifallOf(anvandareId, today))
          if (katalog.insatser.length > 0) rad(post, 'beslut', post.data.beslutsnamn, post.data.beslutsdatum);
        return rader;
      }
    },
  };
}

/** A function's, a role's, or, where nobody at work holds the function, the enhetschef's. */
function isFor({ bevakasAvId, bevakasAvRoll }: Bevakning, user: Actor, anvandare: { data: Anvandare }[]): boolean {
  if (bevakasAvRoll !== undefined) return user.roller.includes(bevakasAvRoll);
  if (bevakasAvId === user.funktionId) return true;
  return user.roller.includes('enhetschef') && !anvandare.some(({ data }) => data.aktiv && data.funktionId === bevakasAvId);
}

const byDay = (a: UtanAnsvarigRad, b: UtanAnsvarigRad): number => a.datum.localeCompare(b.datum) || a.id.localeCompare(b.id);
