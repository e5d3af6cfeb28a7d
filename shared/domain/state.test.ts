import { katalogScope } from './scope.ts';
import { stateOf, type TestRecord } from './testing/state.ts';
import { type ScopedRecord, stateContract } from './testing/state-contract.ts';

const plain = (records: ScopedRecord[]) => records.map(({ type, id, data }) => ({ type, id, data }) as TestRecord);

stateContract('in memory, for the tests of rules', (records, scope) => {
  const here = (record: ScopedRecord) => record.scope === scope || record.scope === katalogScope;
  return stateOf(plain(records.filter(here)), plain(records.filter((record) => !here(record))));
});
