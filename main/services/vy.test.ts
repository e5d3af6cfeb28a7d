import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import type { CallInput, VyName } from '../../shared/ipc/contract.ts';
import { type VySvar, vyEfter } from '../../shared/ipc/vysvar.ts';
import { anteckningRecord, anvandare, ids, personRecord, stored, utredningRecord, uuid, verkstallighetRecord } from './testing/records.ts';
import { testServices } from './testing/services.ts';

const anna = uuid(101);
const dokumentation = { slag: 'utredning' as const, id: uuid(201) };
const journal = { slag: 'verkstallighet' as const, id: uuid(203) };
const noteIds = Array.from({ length: 6 }, (_, n) => uuid(301 + n));

/** Every view of the akt that a page follows. */
const vyer: { [N in VyName]: CallInput<N>[] } = {
  'katalog.hamta': [{}],
  'kund.hamta': [{ personId: anna }],
  'kund.trad': [{ personId: anna }],
  'kund.akt': [{ personId: anna }],
  'kund.historik': [{ personId: anna }],
  'dokumentation.hamta': [
    { personId: anna, dokumentation },
    { personId: anna, dokumentation: journal },
  ],
  'dokumentation.noter': [
    { personId: anna, dokumentation, ids: noteIds },
    { personId: anna, dokumentation: journal, ids: noteIds },
  ],
};

let t: ReturnType<typeof testServices>;
beforeEach(() => {
  t = testServices([
    personRecord(anna),
    utredningRecord(anna, dokumentation.id),
    verkstallighetRecord(anna, journal.id, { insatskategori: 'LSS Insatser', utforareId: ids.funktion3, lssInsatser: true }),
  ]);
});
afterEach(() => t.close());

type Services = ReturnType<typeof testServices>['call'];

/** A page: what it has of each view, brought up to date by answers that have crossed the border. */
function sida(services: () => Services) {
  const held = new Map<string, { rev: string; vy: unknown }>();
  return (name: VyName, input: unknown): { vy: unknown; svar: VySvar } => {
    const key = `${name} ${JSON.stringify(input)}`;
    const har = held.get(key);
    const asked = { name, input, ...(har ? { har: har.rev } : {}) } as Parameters<Services['vy.las']>[0];
    const svar = JSON.parse(JSON.stringify(services()['vy.las'](asked))) as VySvar;
    const vy = vyEfter(har?.vy, svar);
    held.set(key, { rev: svar.rev, vy });
    return { vy, svar };
  };
}

const kor = (services: Services, name: string, input: object) => services['kommando.kor']({ name, input: { personId: anna, ...input } });

function gor(services: Services, what: (typeof whats)[number], n: number, at: number): void {
  const id = noteIds[n % noteIds.length] ?? '';
  const held = t.replica.record('anteckning', id);
  const rev = held?.data.rev ?? null;
  const ref = n % 2 === 0 ? dokumentation : journal;
  switch (what) {
    case 'spara':
      kor(services, 'anteckning.spara', {
        anteckningId: id,
        dokumentation: held?.data.dokumentation ?? ref,
        rubrikKod: held?.data.rubrikKod ?? (n % 3 === 0 || ref === journal ? (ref === journal ? 'ANTECKNING' : 'JOURNAL') : 'BAKGRUND'),
        handelsedatum: `2026-11-0${1 + (n % 9)}`,
        text: fromPlainText(`Text ${at}`),
        basRev: rev,
        rev: uuid(50_000 + at),
      });
      break;
    case 'signera':
      kor(services, 'anteckning.signera', { anteckningId: id, rev });
      break;
    case 'felmarkera':
      kor(services, 'anteckning.felmarkera', { anteckningId: id, orsak: 'Fel person' });
      break;
    case 'kontakt':
      kor(services, 'kontakt.spara', {
        kontaktId: uuid(400 + (n % 3)),
        basRev: t.replica.record('kontakt', uuid(400 + (n % 3)))?.data.rev ?? null,
        kontakt: { typ: 'anhorig', namn: `Anhörig ${n}`, rev: uuid(60_000 + at) },
      });
      break;
    case 'kollegaSkriver':
      t.apply([anteckningRecord(anna, id, { dokumentation: ref, text: fromPlainText(`Kollegans ${at}`), rev: uuid(70_000 + at) })]);
      break;
    case 'utredningen':
      t.apply([utredningRecord(anna, dokumentation.id, n % 2 === 0 ? {} : { slutdatum: '2026-11-10' })]);
      break;
    case 'insatsen':
      t.apply([verkstallighetRecord(anna, journal.id, { lssInsatser: true, utforareId: n % 2 === 0 ? ids.funktion3 : ids.barnUngdom1 })]);
      break;
    case 'personen':
      t.apply([personRecord(anna, { efternamn: `Namn${n}`, skydd: n % 2 === 0 ? 'ingen' : 'sekretessmarkering' })]);
      break;
    case 'katalogen':
      t.apply([stored('utforare', ids.funktion3, katalogScope, { namn: `Funktion ${n}`, slag: 'handlaggarfunktion' })]);
      break;
  }
}
const whats = ['spara', 'signera', 'felmarkera', 'kontakt', 'kollegaSkriver', 'utredningen', 'insatsen', 'personen', 'katalogen'] as const;

test('after any changes what a page has put together is the view read anew, for every view', () => {
  let at = 0;
  let changed = 0;
  fc.assert(
    fc.property(
      fc.array(fc.record({ what: fc.constantFrom(...whats), n: fc.nat(20), stillThere: fc.integer({ min: 0, max: 9 }) }), {
        minLength: 1,
        maxLength: 12,
      }),
      (steps) => {
        let services = t.as(anvandare.handlaggare);
        services['kund.oppna']({ personId: anna });
        const las = sida(() => services);
        for (const { what, n, stillThere } of steps) {
          at += 1;
          // Now and then the core is another than the page read from before.
          if (stillThere === 0) {
            services = t.as(anvandare.handlaggare);
            services['kund.oppna']({ personId: anna });
          }
          gor(services, what, n, at);
          for (const [name, inputs] of Object.entries(vyer) as [VyName, object[]][]) {
            for (const input of inputs) {
              const whole = (services[name] as (input: unknown) => unknown)(input);
              const { vy, svar } = las(name, input);
              if ('andring' in svar && svar.andring) changed += 1;
              expect(vy).toEqual(JSON.parse(JSON.stringify(whole)));
            }
          }
        }
      },
    ),
    { numRuns: 40 },
  );
  expect(changed).toBeGreaterThan(100);
});

test('one saved note is sent as itself, not as the akt it lies in', () => {
  const many = Array.from({ length: 1900 }, (_, n) => anteckningRecord(anna, uuid(1000 + n), { dokumentation, titel: `Nr ${n}` }));
  t.apply(many);
  t.call['kund.oppna']({ personId: anna });
  const las = sida(() => t.call);
  const shown = [
    ['kund.trad', { personId: anna }],
    ['kund.akt', { personId: anna }],
    ['dokumentation.hamta', { personId: anna, dokumentation }],
    ['dokumentation.noter', { personId: anna, dokumentation, ids: many.slice(0, 40).map(({ id }) => id) }],
  ] as const;
  const sent = () => shown.reduce((sum, [name, input]) => sum + JSON.stringify(las(name, input).svar).length, 0);
  const whole = sent();
  gor(t.call, 'spara', 0, 1);
  const change = sent();
  expect(whole).toBeGreaterThan(1_000_000);
  expect(change).toBeLessThan(5_000);
  expect(sent()).toBeLessThan(500);
  expect(t.replica.inScope(aktScope(anna), 'anteckning')).toHaveLength(1901);
});
