import type { Samtyckesandamal } from '../domain/katalog/records.ts';
import type { Samtyckessatt } from '../domain/samtycke/records.ts';
import type { Samtyckeslage } from '../domain/samtycke/regler.ts';

/** How a samtycke is given or taken back. */
export const samtyckessattOrd: Record<Samtyckessatt, string> = {
  skriftligt: 'Skriftligt',
  muntligt: 'Muntligt',
  eTjanst: 'Via e-tjänsten',
};

/** What a samtycke allows. */
export const andamalOrd: Record<Samtyckesandamal, string> = {
  lamnaUppgifter: 'Uppgifter får lämnas',
  inhamtaUppgifter: 'Uppgifter får hämtas in',
  ombudETjanst: 'Får vara ombud i e-tjänsten',
};

/** Whether somebody may be told of the kund by samtycke. */
export const samtyckeslageOrd: Record<Samtyckeslage, string> = {
  finns: 'Samtycke finns',
  saknas: 'Samtycke saknas',
  aterkallat: 'Samtycke återkallat',
  utgatt: 'Samtycke har upphört',
};

/** The same under a heading that says what it is of. */
export const samtyckeslageKort: Record<Samtyckeslage, string> = {
  finns: 'Finns',
  saknas: 'Saknas',
  aterkallat: 'Återkallat',
  utgatt: 'Har upphört',
};
