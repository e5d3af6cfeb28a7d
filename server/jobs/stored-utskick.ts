import type { Beslut } from '../../shared/domain/beslut/records.ts';
import { iSammaBrev } from '../../shared/domain/beslut/samma-brev.ts';
import { duger, type Utskicksfraga } from '../../shared/domain/beslut/utskick.ts';
import type { State } from '../../shared/domain/command.ts';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import type { Post } from '../../shared/domain/post.ts';
import { type RecordData, type RecordType, readStored } from '../../shared/domain/records.ts';
import { protokolltyperna } from '../../shared/domain/utskick/skicka.ts';

/** A record of an akt in which a beslut waits to be sent; `mottagen`: of a document, whether its bytes have been received. */
export type StoredUtskickspost = { personId: string; type: string; id: string; schema: number; data: unknown; mottagen: boolean };

/** What the rules ask of an akt in which a beslut waits. */
export type Utskicksakt = {
  fraga: Utskicksfraga & { person: Person };
  /** The documents and notes that the rule reads of the letter of a beslut, and of no other: a case may have hundreds. */
  poster(ett: Post<Beslut>): string[];
  /** Documents whose bytes are here. */
  mottagna: ReadonlySet<string>;
};

/** @returns undefined where the kund cannot be read; what else cannot be is not there, and the beslut waits for it */
export function utskicksakt(
  personId: string,
  rows: readonly StoredUtskickspost[],
  catalogue: Pick<State, 'katalogLista'>,
  dag: string,
): Utskicksakt | undefined {
  const of = <T extends RecordType>(type: T): Post<RecordData<T>>[] =>
    rows.flatMap((row) => {
      const data = row.type === type ? readStored(type, row.schema, row.data) : undefined;
      return data === undefined ? [] : [{ id: row.id, data }];
    });
  const person = of('person').find(({ id }) => id === personId)?.data;
  if (!person) return undefined;
  const beslut = of('beslut');
  const anteckningar = of('anteckning');
  const handlingar = of('dokument');
  const utredningar = of('utredning');
  return {
    fraga: {
      ...{ beslut, person, handlingar, dag },
      etjanst: of('etjanst').find(({ id }) => id === etjanstId(personId))?.data,
      anteckning: (id, utredningId) => {
        const utredning = utredningar.find((one) => one.id === utredningId);
        return utredning !== undefined && anteckningar.some((one) => one.id === id && duger(one.data, utredning));
      },
      insatser: catalogue.katalogLista('insats'),
      protokolltyper: protokolltyperna(catalogue),
    },
    poster(ett) {
      const brevets = iSammaBrev(beslut, ett);
      const ids = new Set(brevets.map(({ id }) => id));
      const noter = new Set(brevets.map(({ data }) => data.utskick?.anteckningId));
      return [
        ...handlingar.filter(({ data: { knytsTill } }) => knytsTill.type === 'beslut' && ids.has(knytsTill.id)),
        ...anteckningar.filter(({ id }) => noter.has(id)),
      ].map(({ id }) => id);
    },
    mottagna: new Set(rows.flatMap(({ id, mottagen }) => (mottagen ? [id] : []))),
  };
}
