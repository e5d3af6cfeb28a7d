import { kundlistaId } from '../../shared/domain/kundlista/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { MinAndring } from '../../shared/ipc/views.ts';
import { kommandoOrd } from '../../shared/words/kommando.ts';
import { handelseVyer } from './handelse-vy.ts';
import type { Oppnade } from './oppnade.ts';
import { personOf } from './person-rad.ts';
import type { Sedda } from './sedda.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

/** Rows of the start page: what is older is read in the kund. */
const mostRader = 200;

/** "Ändrat sedan du tittade": in the user's own kunder, and in a kund that is open. */
export function andratService(
  { replica, actor, clock }: Pick<ServicePorts, 'replica' | 'actor' | 'clock'>,
  oppnade: Oppnade,
  sedda: Sedda,
): Handlers<'mina.andrat' | 'mina.andratSett' | 'kund.andrat'> {
  /** The akter that are the user's to follow: their utredningar, bifall, aktualiseringar and LSS Insatser, and their own list of kunder. */
  function minaAkter(today: string): Set<string> {
    const { id, funktionId } = actor();
    const egna = [
      ...replica.openUtredningarOf(id),
      ...replica.ongoingBifallOf(id, today),
      ...replica.unexaminedOf(id),
      ...(funktionId === undefined ? [] : replica.openLssInsatserOf(funktionId, today)),
    ];
    const listade = replica.record('kundlista', kundlistaId(id))?.data.personer ?? [];
    return new Set([...egna.map(({ scope }) => scope), ...listade.map(aktScope)]);
  }

  return {
    'mina.andrat': () => {
      const today = todayOf(clock);
      const rader = [...minaAkter(today)].flatMap((scope): MinAndring[] => {
        const nya = sedda.nya(scope);
        const person = nya.length === 0 ? undefined : personOf(replica, scope, today);
        if (!person) return [];
        // A note that is saved ten times is one piece of news.
        const lika = Map.groupBy(nya, ({ data }) => `${data.anvandareId} ${data.kommando}`);
        return [...lika.values()].map((poster) => {
          const { data } = poster.reduce((a, b) => (b.data.at > a.data.at ? b : a));
          return { person, at: data.at, namn: data.namn, vad: kommandoOrd(data.kommando), kommando: data.kommando, antal: poster.length };
        });
      });
      rader.sort((a, b) => b.at.localeCompare(a.at) || a.person.personId.localeCompare(b.person.personId));
      return { rader: rader.slice(0, mostRader), fler: Math.max(0, rader.length - mostRader) };
    },
    'mina.andratSett': ({ personIds }) => {
      sedda.sett(personIds.map(aktScope));
      return null;
    },
    'kund.andrat': ({ personId }) => {
      oppnade.require(personId);
      return handelseVyer(sedda.sedan(aktScope(personId)));
    },
  };
}
