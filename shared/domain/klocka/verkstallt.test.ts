import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plusDagar } from '../../util/datum.ts';
import { aktAv } from '../akt.ts';
import { bekraftadI, beslutId, bifall, med, order, signatur, u, verk } from '../testing/bestallning.ts';
import { stateOf, type TestRecord } from '../testing/state.ts';
import { verkstalldaTider, verkstallt } from './verkstallt.ts';

function av(records: TestRecord[]) {
  const akt = { ...aktAv(stateOf(med(...records))), ivouppgifter: [] };
  const beslut = akt.beslut.find(({ id }) => id === beslutId(1));
  if (!beslut) throw new Error('no beslut');
  return { ...verkstallt(beslut, akt), tider: verkstalldaTider(beslut, akt).map(({ fran, till }) => [fran, till]) };
}

const inne = (n: number, bekraftad: string) => ({ ...bekraftadI(n), bekraftad });
const kontakt = bifall(1, 'kontaktperson', { beslutsdatum: '2026-10-20' });
const borttagen = { ...signatur, orsak: 'Fel' };
const avEtt = { beslutId: beslutId(1) };

describe('KLOCK-03 KLOCK-07 STAT-02 a bifall is carried out from the first day that it began, whatever says so', () => {
  test.each<[string, TestRecord[], string | undefined]>([
    ['opened by itself, and an order confirmed elsewhere since', [verk(1), verk(2, avEtt), order(1, inne(2, '2027-02-10'))], '2026-11-01'],
    [
      'ordered, and another opened by itself since',
      [verk(1), order(1, inne(1, '2026-11-05')), verk(2, { ...avEtt, startdatum: '2027-01-01' })],
      '2026-11-05',
    ],
    ['what was opened for an order begins with the order', [verk(1), order(1, inne(1, '2027-02-10'))], '2027-02-10'],
    ['… also where the order does not tell which, with the same utförare', [verk(1), order(1, { bekraftad: '2027-02-10' })], '2027-02-10'],
    [
      '… and with another utförare it is by itself',
      [verk(1, { utforareId: u.kommunal }), order(1, { bekraftad: '2027-02-10' })],
      '2026-11-01',
    ],
    ['an order that was taken back, and what was opened for it', [verk(1), order(1, { ...inne(1, '2026-11-05'), borttagen })], undefined],
    ['an order that waits says nothing of what was opened', [verk(1), order(1)], '2026-11-01'],
    [
      'what never began, beside an order',
      [verk(2, { ...avEtt, aldrigPaborjad: signatur }), verk(1), order(1, inne(1, '2026-12-01'))],
      '2026-12-01',
    ],
    ['what never began, alone', [verk(1, { aldrigPaborjad: signatur })], undefined],
    ['what another bifall is carried out by', [bifall(2), verk(2), order(2, inne(2, '2026-11-05'))], undefined],
  ])('%s', (_, records, forst) => {
    expect(av([kontakt, ...records]).forst).toBe(forst);
  });

  test('of a stödfamilj by its other half, unless that was marked as wrong', () => {
    const koppling = { slag: 'stodfamilj' as const, id: beslutId(9) };
    const par = (over: object) => [
      bifall(1, 'kontaktperson', { koppling }),
      bifall(2, 'kontaktperson', { koppling, ...over }),
      verk(2),
      order(2, inne(2, '2026-11-05')),
    ];
    expect(av(par({})).forst).toBe('2026-11-05');
    expect(av(par({ felmarkerad: true })).forst).toBeUndefined();
  });

  test('day by day: something of it stands that day, else it is an avbrott once it has begun', () => {
    const dag = (n: number) => plusDagar('2026-10-20', n);
    const slut = fc.option(fc.nat(40), { nil: undefined });
    const dagar = fc.record({ fran: fc.nat(40), langd: slut });
    const ordrar = fc.array(fc.record({ dagar, bekraftad: fc.boolean(), borttagen: fc.boolean(), verk: fc.nat(3) }), { maxLength: 4 });
    const verken = fc.array(fc.record({ dagar, aldrig: fc.boolean() }), { maxLength: 4 });
    fc.assert(
      fc.property(ordrar, verken, (orders, oppnade) => {
        const till = ({ fran, langd }: { fran: number; langd?: number | undefined }) => (langd === undefined ? undefined : fran + langd);
        const records = [
          ...orders.map((one, n) =>
            order(n + 1, {
              ...avEtt,
              gallerFran: dag(one.dagar.fran),
              ...(one.dagar.langd === undefined ? {} : { gallerTom: dag(one.dagar.fran + one.dagar.langd) }),
              ...(one.bekraftad ? inne(one.verk + 1, dag(one.dagar.fran)) : {}),
              ...(one.borttagen ? { borttagen } : {}),
            }),
          ),
          ...oppnade.map((one, n) =>
            verk(n + 1, {
              ...avEtt,
              startdatum: dag(one.dagar.fran),
              ...(one.dagar.langd === undefined ? {} : { slutdatum: dag(one.dagar.fran + one.dagar.langd) }),
              ...(one.aldrig ? { aldrigPaborjad: signatur } : {}),
            }),
          ),
        ];
        const inom = (one: { fran: number; langd?: number | undefined }, n: number) => one.fran <= n && n <= (till(one) ?? 999);
        const utford = (n: number): boolean =>
          orders.some((one) => {
            const inneI = oppnade[one.verk];
            const slutet = inneI && till(inneI.dagar);
            return one.bekraftad && !one.borttagen && inom(one.dagar, n) && n <= (slutet ?? 999);
          }) || oppnade.some((one, m) => !one.aldrig && inom(one.dagar, n) && !orders.some((o) => o.bekraftad && o.verk === m));
        const { forst, avbrott } = av([kontakt, ...records]);
        const alla = Array.from({ length: 100 }, (_, n) => n);
        const forsta = alla.find(utford);
        expect(forst).toBe(forsta === undefined ? undefined : dag(forsta));
        const utan = alla.filter((n) => forsta !== undefined && n > forsta && !utford(n));
        const sagda = alla.filter((n) => avbrott.some((a) => a.fran <= dag(n) && (a.till === undefined || a.till >= dag(n))));
        expect(sagda).toEqual(utan);
      }),
    );
  });
});
