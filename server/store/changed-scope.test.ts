import { katalogScope } from '../../shared/domain/scope.ts';
import { stateContract } from '../../shared/domain/testing/state-contract.ts';
import { Catalogue } from './catalogue.ts';
import { ChangedScope } from './changed-scope.ts';

stateContract('on the server', (records, scope, personnummer) => {
  const own = records.filter((record) => record.scope === scope).map((record) => ({ ...record, buckets: [] }));
  const catalogue = new Map(records.filter((record) => record.scope === katalogScope).map((record) => [record.id, record]));
  const owner = records.find(({ type, data }) => type === 'person' && (data as { personnummer: string }).personnummer === personnummer);
  return new ChangedScope(scope, own, async () => []).state(new Catalogue(catalogue).forRule(), () => true, {
    personnummer,
    personId: owner?.id,
  });
});
