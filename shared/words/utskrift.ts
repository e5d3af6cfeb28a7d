import type { Bestallningsdel } from '../domain/dokument/bestallningsdokument.ts';
import type { Dokumentlage } from '../domain/dokument/records.ts';
import type { Dubbelsidigt } from '../ipc/views.ts';

/** The parts of a beställning, as they are ticked (UTSK-09). */
export const bestallningsdelOrd: Record<Bestallningsdel, string> = {
  kund: 'Kund',
  beslut: 'Beslut',
  insatser: 'Det som beställs',
  bestallningstext: 'Beställningstext',
  bifogadAnteckning: 'Bifogad anteckning',
  bekraftelse: 'Bekräftelse',
};

/** Where the bytes of a document are. */
export const dokumentlageOrd: Record<Dokumentlage, string> = {
  endastHar: 'Endast här: skickas när du är ansluten',
  koad: 'Köad: skickas till servern',
  mottagen: 'Mottagen av servern',
  paServern: 'Finns på servern och hämtas när den öppnas',
  saknas: 'Innehållet saknas både här och på servern',
};

export const dubbelsidigtOrd: Record<Dubbelsidigt, string> = { nej: 'Nej', langsida: 'Ja, långsida', kortsida: 'Ja, kortsida' };

export const sidantal = (sidor: number): string => (sidor === 1 ? '1 sida' : `${sidor} sidor`);
