import { createHash } from 'node:crypto';
import type { DocumentPort, Forhandsvisning } from '../ports.ts';
import { personRecord, signeradAv, stored, utredningRecord, uuid } from './records.ts';

/** A kund and a protected one, each with an utlåtande in the akt. */
export const anna = uuid(101);
export const skyddad = uuid(102);
export const annasUtlatande = uuid(301);
export const annasFelmarkerade = uuid(303);
export const skyddadesUtlatande = uuid(302);

export const bytes = Buffer.from('%PDF-1.7');
export const sha256 = createHash('sha256').update(bytes).digest('hex');

const utlatande = (id: string, personId: string, over: object = {}) =>
  stored('dokument', id, `akt:${personId}`, {
    ...{ rubrik: 'Utlåtande', typ: 'Utlåtande', knytsTill: { type: 'utredning', id: uuid(201) }, sha256, storlek: bytes.length, sidor: 1 },
    skapad: signeradAv(),
    ...over,
  });

export const utlatanden = [
  personRecord(anna),
  utredningRecord(anna, uuid(201)),
  utlatande(annasUtlatande, anna),
  utlatande(annasFelmarkerade, anna, { felmarkerad: { ...signeradAv(), orsak: 'Fel kund' } }),
  personRecord(skyddad, { personnummer: '200912312386', skydd: 'sekretessmarkering' }),
  utlatande(skyddadesUtlatande, skyddad),
];

/** The bytes of both. @param read happens while they are read */
export const bytesPort = (read: () => void, forhandsvisningar: Map<string, Forhandsvisning> = new Map()): DocumentPort => ({
  read: async () => {
    read();
    return { size: bytes.length, bytes };
  },
  render: () => Promise.reject(new Error('made of nothing')),
  put: () => Promise.reject(new Error('stored nowhere')),
  lageOf: () => 'mottagen',
  unsent: () => [],
  digest: (text) => text,
  forhandsvisningar,
});
