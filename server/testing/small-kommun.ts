import { randomUUID } from 'node:crypto';
import type { Anvandare } from '../../shared/domain/katalog/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import type { RecordType } from '../../shared/domain/records.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import type { LoadedRecord } from '../store/bulk-load.ts';

const record = (type: RecordType, id: string, scope: string, data: unknown): LoadedRecord => ({
  type,
  id,
  scope,
  schema: 1,
  data: data as Record<string, unknown>,
});

export const person = (more: Partial<Person> = {}): Person => ({
  personnummer: '199904122380',
  nummerSlag: 'personnummer',
  fodelsedatum: '1999-04-12',
  efternamn: 'Åkesson',
  fornamn: 'Märta',
  kundnummer: '1001',
  skydd: 'ingen',
  civilstand: 'ogift',
  folkbokfordIKommunen: true,
  enheter: ['lss'],
  ...more,
});

/** A small municipality: five users, two persons with an utredning and a verkställighet of a utförare each. */
export function smallKommun() {
  const organisationId = randomUUID();
  const funktionId = randomUUID();
  const utforareId = randomUUID();
  const user = (more: Partial<Anvandare>): { id: string; data: Anvandare } => ({
    id: randomUUID(),
    data: {
      namn: 'Anna Ek',
      titel: 'LSS-handläggare',
      roller: ['lssHandlaggare'],
      organisationId,
      enheter: ['lss'],
      skyddadBehorighet: false,
      aktiv: true,
      ...more,
    },
  });
  const users = {
    anna: user({ funktionId }),
    bo: user({ namn: 'Bo Ås' }),
    skydd: user({ namn: 'Cecilia Vik', skyddadBehorighet: true }),
    utforare: user({ namn: 'Disa Lund', roller: ['utforare'], enheter: [], utforareId }),
    slutat: user({ namn: 'Erik Öst', aktiv: false }),
  };
  const akt = () => {
    const personId = randomUUID();
    const utredningId = randomUUID();
    const verkstallighetId = randomUUID();
    const scope = aktScope(personId);
    return {
      personId,
      utredningId,
      verkstallighetId,
      scope,
      records: [
        record('person', personId, scope, person()),
        record('utredning', utredningId, scope, {
          typ: 'LSS Utredning',
          startdatum: '2026-01-02',
          inkomDatum: '2026-01-01',
          ansvarigHandlaggareId: users.anna.id,
          organisationId,
        }),
        record('verkstallighet', verkstallighetId, scope, {
          insatskategori: 'Daglig verksamhet',
          utforareId,
          organisationId,
          startdatum: '2026-01-02',
          lssInsatser: false,
        }),
      ],
    };
  };
  const akter = [akt(), akt()] as const;
  const katalog = [
    record('organisation', organisationId, katalogScope, { namn: 'LSS Myndighet', ordning: 1 }),
    record('utforare', funktionId, katalogScope, { namn: 'LSS-handläggare 3', slag: 'handlaggarfunktion' }),
    record('utforare', utforareId, katalogScope, { namn: 'Solgläntan', slag: 'utforare' }),
    ...Object.values(users).map(({ id, data }) => record('anvandare', id, katalogScope, data)),
  ];
  return { users, akter, utforareId, records: [...katalog, ...akter.flatMap(({ records }) => records)] };
}

export type SmallKommun = ReturnType<typeof smallKommun>;
