import type { State } from '../../shared/domain/command.ts';
import { isIntagbar } from '../../shared/domain/records.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import type { Replica } from './ports.ts';

/** Who has a number, and those who had it before: never as many. */
const samtidigt = 50;

/** One scope of the replica as the rules of shared/domain read it. */
export const aktState = (replica: Replica, scope: string): State => ({
  get: (type, id) => {
    const post = replica.record(type, id);
    return post?.scope === scope || isIntagbar(type) ? post?.data : undefined;
  },
  list: (type) => replica.inScope(scope, type),
  katalog: (type, id) => {
    const post = replica.record(type, id);
    return post?.scope === katalogScope ? post.data : undefined;
  },
  katalogLista: (type) => replica.katalog(type),
  // The search finds those who once had it too; theirs it is no more.
  personMedNummer: (nummer12) =>
    replica
      .searchPersons({ slag: 'personnummer', nummer12 }, samtidigt)
      .personIds.find((personId) => replica.record('person', personId)?.data.personnummer === nummer12),
  annan: (other) => ({
    get(type, id) {
      const post = replica.record(type, id);
      return post?.scope === other ? post.data : undefined;
    },
    list: (type) => replica.inScope(other, type),
  }),
});
