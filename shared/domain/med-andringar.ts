import type { Change, State } from './command.ts';
import type { RecordData, RecordType } from './records.ts';

/** The akt as it is once some changes are made: what the next step of one operation is decided on. */
export const medAndringar = (state: State, changes: readonly Change[]): State => {
  const dess = <T extends RecordType>(type: T) => changes.filter((change) => change.type === type);
  const data = <T extends RecordType>(change: Change | undefined): RecordData<T> | undefined =>
    change?.op === 'put' ? (change.data as RecordData<T>) : undefined;
  return {
    ...state,
    get(type, id) {
      const andrad = dess(type).findLast((change) => change.id === id);
      return andrad ? data<typeof type>(andrad) : state.get(type, id);
    },
    list(type, urval) {
      const andrade = new Map(dess(type).map((change) => [change.id, change]));
      const nya = [...andrade].flatMap(([id, change]) => {
        const put = data<typeof type>(change);
        return put === undefined ? [] : [{ id, data: put }];
      });
      return [...state.list(type, urval).filter(({ id }) => !andrade.has(id)), ...nya];
    },
  };
};
