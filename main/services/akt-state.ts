import type { State } from '../../shared/domain/command.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import type { Replica } from './ports.ts';

/** One scope of the replica as the rules of shared/domain read it. */
export const aktState = (replica: Replica, scope: string): State => ({
  get: (type, id) => {
    const post = replica.record(type, id);
    return post?.scope === scope ? post.data : undefined;
  },
  list: (type) => replica.inScope(scope, type),
  katalog: (type, id) => {
    const post = replica.record(type, id);
    return post?.scope === katalogScope ? post.data : undefined;
  },
  katalogLista: (type) => replica.katalog(type),
  personMedNummer: (nummer12) => replica.searchPersons({ slag: 'personnummer', nummer12 }, 1).personIds[0],
});
