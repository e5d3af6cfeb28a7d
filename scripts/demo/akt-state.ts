import type { State } from '../../shared/domain/command.ts';
import type { RecordData, RecordType } from '../../shared/domain/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { type DemoRecord, Katalog } from './katalog.ts';

/** What rules read of one akt and of the demo's catalogue. @param records of any akter */
export function aktState(records: readonly DemoRecord[], personId: string, katalog = new Katalog()): State {
  const akt = Map.groupBy(
    records.filter(({ scope }) => scope === aktScope(personId)),
    ({ type }) => type,
  );
  const list = <T extends RecordType>(type: T) => (akt.get(type) ?? []).map(({ id, data }) => ({ id, data: data as RecordData<T> }));
  return {
    get: (type, id) => list(type).find((one) => one.id === id)?.data,
    list,
    katalog: (type, id) => katalog.get(type, id),
    katalogLista: (type) => katalog.list(type),
    personMedNummer: () => undefined,
  };
}
