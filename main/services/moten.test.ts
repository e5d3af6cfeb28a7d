import { expect, test } from 'vitest';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { med } from '../../shared/domain/testing/bestallning.ts';
import { mote, moteId } from '../../shared/domain/testing/mote.ts';
import { akt, katalogTypes, testActor, testId } from '../../shared/domain/testing/state.ts';
import { bytesPort } from './testing/dokument.ts';
import { stored } from './testing/records.ts';
import { servicesOn } from './testing/services.ts';

test('MOTE-04 a calendar file is written into a folder, named by the time alone, and stands in the access log before', async () => {
  const filer = new Map<string, string>();
  let loggat = 0;
  const records = med(mote(1, { plats: 'Hemliga gatan 1', syfte: 'Autism' }));
  const t = servicesOn({
    records: records.map(({ type, id, data }) =>
      stored(type, id, katalogTypes.has(type) ? katalogScope : aktScope(akt.person), data as never),
    ),
    actor: testActor(),
    clock: { now: () => new Date('2026-11-19T09:00:00.000Z') },
    documents: bytesPort(() => undefined),
    kopia: {
      require: () => undefined,
      write: async (mapp, titel, bytes, slag = 'pdf') => {
        loggat = t.accessLog().filter(({ detail }) => detail?.includes('kalenderfil')).length;
        filer.set(`${mapp}/${titel}.${slag}`, new TextDecoder().decode(bytes));
        return `${mapp}/${titel}.${slag}`;
      },
    },
  });
  const input = { personId: akt.person, moteId: moteId(1), mapp: '/tmp' };
  await expect(t.call['mote.kalender'](input), 'the akt is not open').rejects.toThrow();
  t.call['kund.oppna']({ personId: akt.person });
  expect(await t.call['mote.kalender'](input)).toEqual({ fil: '/tmp/Kalender 2026-11-20 10.00.ics' });
  expect(loggat).toBe(1);
  const text = filer.get('/tmp/Kalender 2026-11-20 10.00.ics') ?? '';
  expect(text).toContain('SUMMARY:Hembesök');
  expect(text).not.toMatch(/Hemliga|Autism|Ekström/);
  await expect(t.call['mote.kalender']({ ...input, moteId: testId(999) })).rejects.toThrow('finns-inte');
});
