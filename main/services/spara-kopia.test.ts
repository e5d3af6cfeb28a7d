import { expect, test, vi } from 'vitest';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { CallFailure } from './service.ts';
import { anna, annasUtlatande, bytes, bytesPort, skyddad, skyddadesUtlatande, utlatanden } from './testing/dokument.ts';
import { personRecord, uuid } from './testing/records.ts';
import { testServices } from './testing/services.ts';

let meanwhile: (() => void) | undefined;
function services() {
  meanwhile = undefined;
  const write = vi.fn(async (_folder: string, _titel: string, _bytes: Uint8Array) => '/media/usb/Utlåtande.pdf');
  const kopia = {
    require(folder: string) {
      if (folder !== '/media/usb') throw new CallFailure('mapp-finns-inte');
    },
    write,
  };
  const t = testServices(
    utlatanden,
    bytesPort(() => meanwhile?.()),
    undefined,
    kopia,
  );
  for (const personId of [anna, skyddad]) t.call['kund.oppna']({ personId });
  const spara = (over: Partial<CallInput<'dokument.sparaKopia'>> = {}) =>
    t.call['dokument.sparaKopia']({
      ...{ kalla: { slag: 'dokument', id: annasUtlatande }, titel: 'Utlåtande', kontrollerad: false, mapp: '/media/usb', ...over },
    });
  const logged = () => t.accessLog().filter(({ detail }) => detail?.includes('kopia'));
  return { t, spara, write, logged };
}

test('FORB-49 a copy outside the program is the very bytes, and stands in the access log', async () => {
  const { spara, write, logged } = services();
  expect(await spara()).toEqual({ fil: '/media/usb/Utlåtande.pdf' });
  expect(write.mock.calls).toEqual([['/media/usb', 'Utlåtande', bytes]]);
  expect(logged()).toMatchObject([{ action: 'last', personId: anna, detail: expect.stringContaining('kopia utanför programmet') }]);
});

test('FRAGA-62 a protected person’s is asked about first; nothing is written or logged before', async () => {
  const { spara, write, logged } = services();
  const hers = { kalla: { slag: 'dokument' as const, id: skyddadesUtlatande } };
  await expect(spara(hers)).rejects.toThrow('kontroll-kravs');
  expect([write.mock.calls, logged()]).toEqual([[], []]);
  await spara({ ...hers, kontrollerad: true });
  expect(logged()).toMatchObject([{ personId: skyddad }]);
});

test('who is protected, or no longer theirs to read, while the bytes are fetched is not copied', async () => {
  const { t, spara, write, logged } = services();
  meanwhile = () => t.apply([personRecord(anna, { skydd: 'sekretessmarkering', adress: undefined })]);
  await expect(spara()).rejects.toThrow('kontroll-kravs');
  meanwhile = () => t.remove('dokument', annasUtlatande);
  await expect(spara({ kontrollerad: true })).rejects.toThrow('finns-inte');
  expect([write.mock.calls, logged()]).toEqual([[], []]);
});

test('no folder, and a document that is not there: nothing is written or logged', async () => {
  const { spara, write, logged } = services();
  await expect(spara({ mapp: '/borta' })).rejects.toThrow('mapp-finns-inte');
  await expect(spara({ kalla: { slag: 'dokument', id: uuid(999) } })).rejects.toThrow('finns-inte');
  expect([write.mock.calls, logged()]).toEqual([[], []]);
});
