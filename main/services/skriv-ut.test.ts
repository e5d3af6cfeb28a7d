import { beforeEach, expect, test } from 'vitest';
import { aktScope } from '../../shared/domain/scope.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { Forhandsvisning, SkrivarPort, Utskriftsjobb } from './ports.ts';
import type { CallFailure } from './service.ts';
import {
  anna,
  annasFelmarkerade,
  annasUtlatande,
  bytes,
  bytesPort,
  sha256,
  skyddad,
  skyddadesUtlatande,
  utlatanden,
} from './testing/dokument.ts';
import { personRecord, signeradAv, stored, uuid } from './testing/records.ts';
import { testServices } from './testing/services.ts';

const [granskad, lista, scan, tillModern, medSkal] = ['c', 'd', 'e', 'f', 'b'].map((one) => one.repeat(64)) as [
  ...[string, string, string, string, string],
];
const modern = uuid(900);
const visningar = new Map<string, Forhandsvisning>([
  [granskad, { personId: anna, om: [{ personId: anna, skydd: 'ingen' }] }],
  [
    lista,
    {
      personId: null,
      om: [
        { personId: anna, skydd: 'ingen' },
        { personId: skyddad, skydd: 'sekretessmarkering' },
      ],
    },
  ],
  [tillModern, { personId: anna, om: [{ personId: anna, skydd: 'ingen' }], mottagareId: modern }],
  [scan, { personId: null, om: [], skannad: true }],
]);

let jobs: Utskriftsjobb[];
let broken: boolean;
let meanwhile: (() => void) | undefined;
const printer = (tar: SkrivarPort['tar']): SkrivarPort => ({
  tar,
  lista: async () => (broken ? Promise.reject(new Error('CUPS')) : [{ id: 'plan3', namn: 'Plan 3', forvald: true }]),
  skrivUt: async (jobb) => (broken ? Promise.reject(Object.assign(new Error('x'), { code: 'lp-1' })) : void jobs.push(jobb)),
});
function services(skrivare?: SkrivarPort) {
  const t = testServices(
    utlatanden,
    bytesPort(() => meanwhile?.(), visningar),
    skrivare,
  );
  for (const personId of [anna, skyddad]) t.call['kund.oppna']({ personId });
  const skrivUt = (over: Partial<CallInput<'dokument.skrivUt'>> = {}) =>
    t.call['dokument.skrivUt']({
      ...{ kalla: { slag: 'dokument', id: annasUtlatande }, titel: 'Utlåtande', kontrollerad: false, skrivare: 'plan3' },
      ...{ antal: 2, dubbelsidigt: 'nej', ...over },
    });
  const logged = () => t.accessLog().filter(({ action }) => action === 'utskriven');
  return { t, skrivUt, logged };
}
const code = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: CallFailure) => error.code,
  );
beforeEach(() => {
  jobs = [];
  broken = false;
  meanwhile = undefined;
});

test('UTSK-05 a document is printed as it was stored, and the print stands in the access log', async () => {
  const { skrivUt, logged } = services(printer('pdf'));
  await skrivUt();
  expect(jobs).toEqual([{ skrivare: 'plan3', antal: 2, dubbelsidigt: 'nej', bytes }]);
  expect(logged()).toMatchObject([{ personId: anna, detail: `Utlåtande, 2 ex, sha256 ${sha256.slice(0, 16)}` }]);
});

test('DOK-13 that a document which is printed was marked as wrong stands in the access log', async () => {
  const { skrivUt, logged } = services(printer('pdf'));
  await skrivUt({ kalla: { slag: 'dokument', id: annasFelmarkerade } });
  expect(logged()).toMatchObject([{ detail: `Utlåtande, felmarkerat, 2 ex, sha256 ${sha256.slice(0, 16)}` }]);
});

test('what was granskat is printed by its name; a name that nothing was shown by is not', async () => {
  const { skrivUt, logged } = services();
  await skrivUt({ kalla: { slag: 'forhandsvisning', sha256: granskad }, skrivare: null });
  expect(await code(skrivUt({ kalla: { slag: 'forhandsvisning', sha256 }, skrivare: null }))).toBe('finns-inte');
  expect(logged()).toMatchObject([{ personId: anna, detail: `Utlåtande, 2 ex, sha256 ${granskad.slice(0, 16)}` }]);
});

test('UTSK-04 a protected person’s document is printed once the user has looked whose it is', async () => {
  const { skrivUt, logged } = services(printer('pdf'));
  const hers = { kalla: { slag: 'dokument' as const, id: skyddadesUtlatande } };
  expect(await code(skrivUt(hers))).toBe('kontroll-kravs');
  expect([jobs, logged()]).toEqual([[], []]);
  await skrivUt({ ...hers, kontrollerad: true });
  expect(logged()).toMatchObject([{ personId: skyddad }]);
});

test('who is protected, or no longer theirs to read, while the bytes are fetched is not printed', async () => {
  const { t, skrivUt, logged } = services(printer('pdf'));
  meanwhile = () => t.apply([personRecord(anna, { skydd: 'sekretessmarkering', adress: undefined })]);
  expect(await code(skrivUt())).toBe('kontroll-kravs');
  meanwhile = () => t.remove('dokument', annasUtlatande);
  expect(await code(skrivUt({ kontrollerad: true }))).toBe('finns-inte');
  expect([jobs, logged()]).toEqual([[], []]);
});

test('what was granskat before a kund was protected, or left this computer, is made anew and never printed: it has what it may not have', async () => {
  const visad = (sha: string) => ({ kalla: { slag: 'forhandsvisning' as const, sha256: sha }, kontrollerad: true });
  const { t, skrivUt, logged } = services(printer('pdf'));
  await skrivUt(visad(lista));
  t.remove('person', skyddad);
  expect(await code(skrivUt(visad(lista)))).toBe('finns-inte');
  await skrivUt(visad(granskad));
  t.apply([personRecord(anna, { skydd: 'sekretessmarkering', adress: undefined })]);
  expect(await code(skrivUt(visad(granskad)))).toBe('finns-inte');
  expect(jobs).toHaveLength(2);
  expect(logged()).toHaveLength(2);
});

test('FRAGA-62 a letter to a contact who is protected meanwhile, or is no contact any more, is made anew and never printed', async () => {
  const { t, skrivUt, logged } = services(printer('pdf'));
  const visad = { kalla: { slag: 'forhandsvisning' as const, sha256: tillModern } };
  const kontakt = (over: object = {}) =>
    stored('kontakt', modern, aktScope(anna), { typ: 'vardnadshavare', namn: 'Ekström, Birgitta', rev: uuid(901), ...over });
  expect(await code(skrivUt(visad))).toBe('finns-inte');
  t.apply([kontakt()]);
  await skrivUt(visad);
  for (const over of [{ adressSkyddad: true as const }, { skyddad: true, adressSkyddad: true as const }]) {
    t.apply([kontakt(over)]);
    expect(await code(skrivUt({ ...visad, kontrollerad: true }))).toBe('finns-inte');
  }
  expect([jobs.length, logged().length]).toEqual([1, 1]);
});

test('SAMT-05 a letter to one who is told by samtycke is printed while it holds, or with the reason, which stands in the access log', async () => {
  const { t, skrivUt, logged } = services(printer('pdf'));
  const visad = { kalla: { slag: 'forhandsvisning' as const, sha256: tillModern } };
  const givet = (over: object = {}) =>
    stored('samtycke', uuid(910), aktScope(anna), {
      ...{ avser: 'Kontakt', tillater: ['lamnaUppgifter'], till: { kontaktId: modern, namn: 'x' }, fran: '2020-01-01', hur: 'muntligt' },
      ...{ mottaget: { dag: '2020-01-01', av: 'x' }, registrerat: signeradAv(), ...over },
    });
  t.apply([stored('kontakt', modern, aktScope(anna), { typ: 'anhorig', namn: 'Ekström, Birgitta', rev: uuid(901) })]);
  expect(await code(skrivUt(visad))).toBe('samtycke-saknas');
  t.apply([givet()]);
  await skrivUt(visad);
  t.apply([givet({ aterkallat: { dag: '2020-02-01', hur: 'muntligt', av: 'x', registrerat: signeradAv() } })]);
  expect(await code(skrivUt(visad)), 'taken back since it was granskat').toBe('samtycket-aterkallat');
  const skal = 'Inget men för kunden. '.repeat(20).trim();
  visningar.set(medSkal, { ...(visningar.get(tillModern) as Forhandsvisning), lamnas: { enhet: undefined, utanSamtycke: skal } });
  await skrivUt({ kalla: { slag: 'forhandsvisning', sha256: medSkal } });
  const [, sist] = logged();
  expect(sist?.detail).toContain('utan samtycke: Inget men för kunden.');
  expect(sist?.detail?.length, 'as much as the log holds').toBeLessThanOrEqual(300);
  expect(jobs).toHaveLength(2);
});

test('a list that tells of a protected kund is printed once the user has looked whom it is about', async () => {
  const { skrivUt, logged } = services(printer('pdf'));
  const visad = { kalla: { slag: 'forhandsvisning' as const, sha256: lista } };
  expect(await code(skrivUt(visad))).toBe('kontroll-kravs');
  expect([jobs, logged()]).toEqual([[], []]);
  await skrivUt({ ...visad, kontrollerad: true });
  expect(jobs).toHaveLength(1);
});

test('a scan is printed from no akt before it is filed in one', async () => {
  const { skrivUt, logged } = services(printer('pdf'));
  expect(await code(skrivUt({ kalla: { slag: 'forhandsvisning', sha256: scan }, kontrollerad: true }))).toBe('finns-inte');
  expect([jobs, logged()]).toEqual([[], []]);
});

test('a printer that does not answer is told in words; that it was asked stands in the log', async () => {
  const { t, skrivUt, logged } = services(printer('pdf'));
  broken = true;
  expect(await code(skrivUt())).toBe('skrivaren-svarar-inte');
  expect(await code(t.call['skrivare.lista']({}))).toBe('skrivaren-svarar-inte');
  expect(logged()).toHaveLength(1);
});

test('UTSK-11 the printers are listed, and where none can be it is the page’s own dialog', async () => {
  expect(await services(printer('sida')).t.call['skrivare.lista']({})).toEqual({
    ...{ tar: 'sida', skrivare: [{ id: 'plan3', namn: 'Plan 3', forvald: true }] },
  });
  expect(await services().t.call['skrivare.lista']({})).toEqual({ tar: 'dialog', skrivare: [] });
});

test('of what the page prints no bytes pass the border', async () => {
  await services(printer('sida')).skrivUt();
  expect(jobs).toEqual([{ skrivare: 'plan3', antal: 2, dubbelsidigt: 'nej' }]);
});
