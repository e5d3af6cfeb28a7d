import { enhetOf } from '../../shared/domain/enhet.ts';
import type { Godkannande } from '../../shared/domain/etjanst/records.ts';
import { farAviseras, godkannandeGaller } from '../../shared/domain/etjanst/regler.ts';
import type { Kontakt } from '../../shared/domain/kontakt/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { readStored } from '../../shared/domain/records.ts';
import type { Samtycke } from '../../shared/domain/samtycke/records.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import type { StoredGodkannande } from '../store/portal-godkannanden.ts';
import type { Store } from '../store/store.ts';

/** Somebody for whom one may act in the e-service, and until when. */
export type Foretradd = {
  godkannandeId: string;
  personId: string;
  personnummer: string;
  namn: string;
  /** The unit that approved it: nothing of another unit's is theirs to see. */
  enhet: string | undefined;
  /** Whose is what says of no unit whose it is. */
  forstaEnhet: string | undefined;
  tom: IsoDate;
};

/**
 * Those for whom somebody may act on a day: asked at each request, of the records as they are then (FORB-65, FORB-66).
 * Of a kund with skyddad folkbokföring nobody else sees anything here.
 */
export async function foretradda(
  store: Pick<Store, 'godkannandenFor'>,
  tenant: string,
  personnummer: string,
  dag: IsoDate,
): Promise<Foretradd[]> {
  const rows = await store.godkannandenFor(tenant, personnummer);
  return rows.flatMap((row) => foretradd(row, dag) ?? []);
}

function foretradd({ id, personId, schema, data, ...stored }: StoredGodkannande, dag: IsoDate): Foretradd | undefined {
  const godkannande: Godkannande | undefined = readStored('godkannande', schema, data);
  const person = stored.person as Person;
  const grund = {
    person,
    kontakt: (stored.kontakt ?? undefined) as Kontakt | undefined,
    samtycke: (stored.samtycke ?? undefined) as Samtycke | undefined,
  };
  if (!godkannande || !farAviseras(person) || !godkannandeGaller(godkannande, grund, dag)) return undefined;
  const enhet = enhetOf('godkannande', godkannande, person);
  const namn = [person.tilltalsnamn ?? person.fornamn, person.efternamn].filter(Boolean).join(' ');
  return {
    godkannandeId: id,
    personId,
    personnummer: person.personnummer,
    namn,
    enhet,
    forstaEnhet: person.enheter[0],
    tom: godkannande.tom,
  };
}
