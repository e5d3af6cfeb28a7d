import { describe, expect, test } from 'vitest';
import type { Actor } from '../../shared/domain/command.ts';
import type { RecordData } from '../../shared/domain/records.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import type { BevakningRad } from '../../shared/ipc/views.ts';
import {
  anvandare,
  ids,
  katalogRecords,
  personRecord,
  signeradAv,
  stored,
  utredningRecord,
  uuid,
  verkstallighetRecord,
} from './testing/records.ts';
import { servicesOn } from './testing/services.ts';

const [anna, bo] = [uuid(101), uuid(102)];
const annan = uuid(711);
const bevakning = (id: string, over: Partial<RecordData<'bevakning'>> = {}, personId = anna) =>
  stored('bevakning', id, aktScope(personId), {
    ...{ datum: '2026-11-20', status: 'Ej påbörjad', typ: 'Kontrollera KIR', text: 'Ring', bevakasAvId: ids.funktion3 },
    ...{ ref: { type: 'person', id: personId }, skapad: signeradAv(), ...over },
  });
const funktion = stored('utforare', annan, katalogScope, { namn: 'LSS-handläggare 9', slag: 'handlaggarfunktion' });
const klar = (at: string) => ({ status: 'Klar' as const, klar: { ...signeradAv(), at } });
const chefen: Actor = { ...anvandare.handlaggare, id: uuid(19), namn: 'Chef, Karin', roller: ['enhetschef'], funktionId: undefined };

function tjanster(records: ReturnType<typeof stored>[], actor: Actor = anvandare.handlaggare) {
  const given = new Map([...katalogRecords, funktion, personRecord(anna), ...records].map((one) => [one.id, one]));
  return servicesOn({ records: [...given.values()], actor, clock: { now: () => new Date('2026-11-20T09:00:00.000Z') } }).call;
}
type Lista = ReturnType<typeof tjanster>['bevakningar.lista'];
const idn = (rader: BevakningRad[]) => rader.map(({ id }) => id);

describe('BEV-02 BEV-03 whose list is shown', () => {
  const alla = [
    bevakning(uuid(1), { datum: '2026-12-01' }),
    bevakning(uuid(2), { datum: '2026-11-01', bevakasAvId: anvandare.handlaggare.id }),
    bevakning(uuid(3), { bevakasAvId: annan }),
    bevakning(uuid(4), { bevakasAvId: annan, borttagen: signeradAv() }),
    bevakning(uuid(5), { bevakasAvId: annan, bevakasAvRoll: 'enhetschef' }),
    bevakning(uuid(6), { bevakasAvId: annan, ...klar('2026-11-18T08:00:00.000Z') }),
    bevakning(uuid(7), klar('2026-11-19T08:00:00.000Z')),
  ];

  test.each<[string, Parameters<Lista>[0], string[]]>([
    ['one’s own: the function’s and the user’s', { egna: true, agare: [], visa: 'attGora' }, [uuid(2), uuid(1)]],
    ['another’s; what is a role’s is the role’s alone', { egna: false, agare: [annan], visa: 'attGora' }, [uuid(3)]],
    ['both at once, each once', { egna: true, agare: [annan, ids.funktion3], visa: 'attGora' }, [uuid(2), uuid(3), uuid(1)]],
    ['what is done of one’s own', { egna: true, agare: [], visa: 'klara' }, [uuid(7)]],
    ['what is done of another’s', { egna: false, agare: [annan], visa: 'klara' }, [uuid(6)]],
    ['of one who has nothing', { egna: false, agare: [uuid(999)], visa: 'attGora' }, []],
  ])('%s', (_, vilkas, expected) => {
    expect(idn(tjanster(alla)['bevakningar.lista'](vilkas).rader)).toEqual(expected);
  });

  test('the enhetschef has what is the role’s, done too, and what belongs to one who has left', () => {
    const borta = stored('anvandare', uuid(61), katalogScope, { ...anvandare.kollega, aktiv: false });
    const hos = tjanster([...alla, borta, bevakning(uuid(8), { bevakasAvId: uuid(61) })], chefen);
    expect(idn(hos['bevakningar.lista']({ egna: true, agare: [], visa: 'attGora' }).rader)).toEqual([uuid(3), uuid(5), uuid(8)]);
  });

  test('a row says what it is about, whose it is and how it is changed', () => {
    const om = [
      utredningRecord(anna, uuid(201)),
      verkstallighetRecord(anna, uuid(301)),
      bevakning(uuid(1), { ref: { type: 'verkstallighet', id: uuid(301) }, skal: 'Hävt' }),
    ];
    const [rad] = tjanster(om)['bevakningar.lista']({ egna: true, agare: [], visa: 'attGora' }).rader;
    expect(rad).toMatchObject({
      ...{ slag: 'lagd', id: uuid(1), ref: { type: 'verkstallighet', id: uuid(301) }, bevakasAvId: ids.funktion3, skal: 'Hävt' },
      ...{ bevakasAv: 'LSS-handläggare 3', av: 'Berg, Åsa', status: 'Ej påbörjad', osand: false, person: { personId: anna } },
    });
    expect(rad?.horTill).toBe('Korttidsvistelse-insatser LSS 260101- – Lss, Barn/Ungdom 1');
  });
});

describe('FRAGA-62 what the form is filled from', () => {
  test('of a row that is listed it is there; what else the akt holds is read in an opened one', () => {
    const call = tjanster([bevakning(uuid(1)), verkstallighetRecord(anna, uuid(301))]);
    const underlag = call['bevakning.underlag'];
    expect(underlag({ personId: anna, bevakningId: uuid(1) })?.nu?.id).toBe(uuid(1));
    // A new one on what a listed one is laid on.
    const ny = underlag({ personId: anna, bevakningId: uuid(1), ref: { type: 'person', id: anna } });
    expect(ny?.horTill).toBe('Personuppgifter');
    expect(ny?.nu).toBeUndefined();
    const pa = { personId: anna, ref: { type: 'verkstallighet' as const, id: uuid(301) } };
    expect(() => underlag(pa)).toThrow('finns-inte');
    expect(() => call['bevakning.pa'](pa)).toThrow('finns-inte');
    call['kund.oppna']({ personId: anna });
    expect(underlag(pa)?.horTill).toContain('Lss, Barn/Ungdom 1');
    expect(underlag({ ...pa, ref: { type: 'beslut', id: uuid(999) } })).toBeNull();
    expect(idn(call['bevakning.pa']({ personId: anna, ref: { type: 'person', id: anna } }))).toEqual([uuid(1)]);
  });

  test('BEV-11 offers functions of the authority and users at work who read the akt', () => {
    const skyddad = personRecord(bo, { skydd: 'skyddadFolkbokforing' });
    const utanRatt = stored('anvandare', uuid(61), katalogScope, { ...anvandare.kollega, skyddadBehorighet: false });
    const agare = (personId: string, records = [skyddad, utanRatt, bevakning(uuid(1), {}, personId)]) =>
      tjanster(records, anvandare.handlaggare)
        ['bevakning.underlag']({ personId, bevakningId: uuid(1) })
        ?.agare.map(({ id }) => id);
    expect(agare(anna)).toEqual(expect.arrayContaining([ids.funktion3, annan, anvandare.handlaggare.id, uuid(61)]));
    expect(agare(bo)).not.toContain(uuid(61));
    // A function that nobody holds yet may have it: it is in the enhetschef's list.
    expect(agare(bo)).toContain(annan);
  });

  test('FORB-54 the names of the akt are asked about without being told', () => {
    const kontakt = stored('kontakt', uuid(401), aktScope(anna), { typ: 'godMan', namn: 'Berglund, Tyra', rev: uuid(402) });
    const fragor = tjanster([kontakt])['bevakning.textfragor'];
    expect(fragor({ personId: anna, text: 'Ring Tyra' })).toEqual([{ slag: 'namn', ord: 'Tyra' }]);
    expect(fragor({ personId: anna, text: 'Ring god man' })).toEqual([]);
  });
});
