import type { Del, Dokumentinnehall } from '../../../shared/domain/dokument/modell.ts';

/** A letter of a made-up municipality with what else the test needs. */
export const brev = (over: Partial<Dokumentinnehall> = {}): Dokumentinnehall => ({
  mall: { id: '00000000-0000-4000-8000-000000000700', kod: 'brev', namn: 'Brev', version: 1, form: 'brev' },
  titel: 'Beslut om korttidsvistelse',
  datum: '2026-11-29',
  avsandare: ['Exempelköpings kommun', 'Vård- och omsorgsnämnden'],
  uppgifter: [{ etikett: 'Datum', varde: '2026-11-29' }],
  mottagare: ['Linnea Ekström', 'Storgatan 1', '123 45 Exempelköping'],
  delar: [],
  fot: ['Exempelköpings kommun', 'Box 1, 123 45 Exempelköping'],
  lopande: 'Beslut om korttidsvistelse, Linnea Ekström',
  ...over,
});

export const stycke = (text: string): Del => ({ slag: 'stycke', text });
