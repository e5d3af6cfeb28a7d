import type { Change } from '../../shared/domain/command.ts';
import type { Anvandare } from '../../shared/domain/katalog/records.ts';
import { displayName } from '../../shared/domain/person/records.ts';
import { aktScope } from '../../shared/domain/records.ts';
import type { Random } from './random.ts';

export type Akt = { personId: string; scope: string; utredningId: string; lssInsatserId: string; hosUtforareId: string; namn: string };
export type User = { id: string; data: Anvandare };
export type Municipality = { katalog: Change[]; users: User[]; akter: (Akt & { changes: Change[] })[] };

export const rubriker = ['ANSOKAN', 'SITUATION', 'BEDOMNING'];

/** A unit of five people who share three akter: where everything meets. */
export function makeMunicipality(random: Random): Municipality {
  const organisationId = random.uuid();
  const funktionId = random.uuid();
  const utforareId = random.uuid();
  const user = (namn: string, more: Partial<Anvandare> = {}): User => ({
    id: random.uuid(),
    data: {
      namn,
      titel: 'LSS-handläggare',
      funktionId,
      roller: ['lssHandlaggare'],
      organisationId,
      enheter: ['lss'],
      skyddadBehorighet: false,
      aktiv: true,
      ...more,
    },
  });
  const users = [
    user('Anna Ek', { skyddadBehorighet: true }),
    user('Bo Åström'),
    user('Cecilia Öberg', { roller: ['lssHandlaggare', 'enhetschef'] }),
    user('Disa Lund', { roller: ['utforare'], enheter: [], utforareId }),
  ];
  const katalog: Change[] = [
    { op: 'put', type: 'organisation', id: organisationId, data: { namn: 'LSS Myndighet', ordning: 1 } },
    { op: 'put', type: 'utforare', id: funktionId, data: { namn: 'LSS-handläggare 1', slag: 'handlaggarfunktion' } },
    { op: 'put', type: 'utforare', id: utforareId, data: { namn: 'Lss, Barn/Ungdom 1', slag: 'utforare' } },
    {
      op: 'put',
      type: 'rubrikmall',
      id: random.uuid(),
      data: { slag: 'utredning', typer: [], rubriker: rubriker.map((kod) => ({ kod, titel: kod })) },
    },
    ...users.map(({ id, data }): Change => ({ op: 'put', type: 'anvandare', id, data })),
  ];
  const akt = (efternamn: string, personnummer: string): Akt & { changes: Change[] } => {
    const [personId, utredningId, lssInsatserId, hosUtforareId] = [random.uuid(), random.uuid(), random.uuid(), random.uuid()] as const;
    const person = {
      personnummer,
      nummerSlag: 'personnummer' as const,
      fodelsedatum: '1999-04-12',
      efternamn,
      fornamn: 'Märta',
      kundnummer: personnummer.slice(-4),
      skydd: 'ingen' as const,
      civilstand: 'ogift',
      folkbokfordIKommunen: true,
      enheter: ['lss'],
    };
    const utredning = {
      typ: 'LSS Utredning',
      startdatum: '2026-01-02',
      inkomDatum: '2026-01-02',
      ansvarigHandlaggareId: users[0]?.id ?? '',
      organisationId,
    };
    const verkstallighet = { insatskategori: 'LSS Insatser', organisationId, startdatum: '2026-01-02' };
    return {
      personId,
      utredningId,
      lssInsatserId,
      hosUtforareId,
      scope: aktScope(personId),
      namn: displayName(person),
      changes: [
        { op: 'put', type: 'person', id: personId, data: person },
        { op: 'put', type: 'utredning', id: utredningId, data: utredning },
        { op: 'put', type: 'verkstallighet', id: lssInsatserId, data: { ...verkstallighet, utforareId: funktionId, lssInsatser: true } },
        { op: 'put', type: 'verkstallighet', id: hosUtforareId, data: { ...verkstallighet, utforareId, lssInsatser: false } },
      ],
    };
  };
  return { katalog, users, akter: [akt('Åkesson', '199904122380'), akt('Ödman', '200001012384'), akt('Ek', '201409032396')] };
}
