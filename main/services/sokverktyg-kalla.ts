import { isRollens } from '../../shared/domain/bevakning/records.ts';
import { enhetOf } from '../../shared/domain/enhet.ts';
import { kanLasaAkt } from '../../shared/domain/lasare.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import type { Post as Postdata } from '../../shared/domain/post.ts';
import type { RecordData, RecordType } from '../../shared/domain/records.ts';
import { aktScope, personOfScope } from '../../shared/domain/scope.ts';
import type { Sokkalla, Sokposttyp } from '../../shared/domain/sokverktyg/kalla.ts';
import type { Sokslag } from '../../shared/domain/sokverktyg/records.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import type { Katalog } from './katalog.ts';
import type { Post, Replica } from './ports.ts';

/** The type of the record that a row of a search is of. */
export const posttypAv = (slag: Sokslag): Sokposttyp<Sokslag> => (slag === 'kund' ? 'person' : slag === 'fattat' ? 'beslut' : slag);

/**
 * What rows ask for, out of the replica: what the user reads, as it is now. The catalogue is read once, and so is each list of the latest akt;
 * a new one is made for each slice of work.
 */
export function sokkallor(replica: Replica, katalog: Katalog, dag: IsoDate) {
  const anvandare = once(() => replica.katalog('anvandare'));
  const namnen = {
    anvandare: once(() => new Map(anvandare().map(({ id, data }) => [id, data.namn]))),
    organisation: once(() => new Map(replica.katalog('organisation').map(({ id, data }) => [id, data.namn]))),
    utforare: once(() => new Map(replica.katalog('utforare').map(({ id, data }) => [id, data.namn]))),
  };
  const titlar = once(() => new Map(anvandare().map(({ id, data }) => [id, data.titel])));
  const innehavare = once(
    () => new Map(anvandare().flatMap(({ id, data }) => (data.aktiv && data.funktionId ? [[data.funktionId, id] as const] : []))),
  );
  const over = once(() => new Map(replica.katalog('organisation').map(({ id, data }) => [id, data.parentId])));
  let akten: { scope: string; kund: Post<'person'> | undefined; lists: Map<RecordType, Postdata<unknown>[]> } | undefined;

  function medOverordnade(id: string): string[] {
    const alla: string[] = [];
    for (let at: string | undefined = id; at !== undefined && !alla.includes(at); at = over().get(at)) alla.push(at);
    return alla;
  }

  function aktOf(scope: string) {
    if (akten?.scope !== scope) {
      const personId = personOfScope(scope);
      akten = { scope, kund: personId === undefined ? undefined : replica.record('person', personId), lists: new Map() };
    }
    return akten;
  }

  /** Undefined when the kund is not here. */
  return (post: Post<RecordType>): Sokkalla<Sokslag> | undefined => {
    const akt = aktOf(post.scope);
    const { kund, lists } = akt;
    if (!kund) return undefined;
    return {
      post: post as unknown as Sokkalla<Sokslag>['post'],
      kund: kund as Postdata<Person>,
      dag,
      insatser: katalog.insatser,
      regler: katalog.fristregler,
      namn: (type, id) => namnen[type]().get(id),
      titel: (anvandareId) => titlar().get(anvandareId),
      innehavare: (funktionId) => innehavare().get(funktionId),
      rollens: (bevakning) =>
        anvandare().flatMap(({ id, data }) => {
          const isDess = data.aktiv && isRollens(bevakning, data);
          return isDess && kanLasaAkt({ id, ...data }, kund.id, kund.data, enhetOf('bevakning', bevakning, kund.data)) ? [id] : [];
        }),
      medOverordnade,
      list<T extends RecordType>(type: T): Postdata<RecordData<T>>[] {
        const known = lists.get(type) ?? replica.inScope(aktScope(kund.id), type);
        lists.set(type, known);
        return known as Postdata<RecordData<T>>[];
      },
    };
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
