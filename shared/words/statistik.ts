import type { Utelamnadorsak } from '../domain/statistik/insatstider.ts';
import type { Anmarkning, Avvisning, Beskrivningsfel, Brist } from '../domain/statistik/rader.ts';
import type { Register } from '../domain/statistik/records.ts';
import type { Leveranshinder } from '../ipc/statistik.ts';
import { type Ord, ord } from './ord.ts';

/** The lists, as the choice names them. */
export const registerOrd: Record<Register, string> = {
  lss: 'LSS, per dag',
  solPagaende: 'SoL, pågår',
  solForandrade: 'SoL, påbörjat eller avslutat',
};

const avvisningOrd: Record<Avvisning, string> = {
  'nummer-saknas': 'saknar personnummer',
  'nummer-ogiltigt': 'ogiltigt personnummer',
  dubblett: 'finns i två akter',
  'insats-okand': 'insatsen finns inte i katalogen',
  'personkrets-saknas': 'saknar personkrets',
  'personkretsar-olika': 'enheterna har olika personkrets',
  'dodsdag-okand': 'avliden, men dagen är okänd',
  kravs: 'ifyllt krävs',
  'kod-okand': 'koden finns inte i beskrivningen',
  'for-lang': 'för lång',
  tecken: 'tecken som filen inte kan ha',
  semikolon: 'semikolon eller citattecken i texten',
  radslut: 'tomt sist på raden',
};
export const anmarkningOrd: Record<Anmarkning, string> = {
  'inte-folkbokford': 'inte folkbokförd i kommunen',
  'extern-placering': 'extern placering',
};
export const utelamnadOrd: Record<Utelamnadorsak, string> = {
  ejVerkstallt: 'Beslutat men inte verkställt den dagen',
  avliden: 'Avliden före dagen, insatsen är inte avslutad',
  verkstallsInte: 'Verkställs inte av kommunen',
  baraAssistansersattning: 'Bara assistansersättning (SFB)',
};

/** `Personkrets: saknar personkrets` where the column says more than the reason. */
export const bristText = ({ kod, kolumn, beslut }: Brist): string => {
  if (beslut !== undefined) return `${beslut}: ${avvisningOrd[kod]}`;
  const egna: Avvisning[] = ['kravs', 'kod-okand', 'for-lang', 'tecken', 'semikolon', 'radslut'];
  return kolumn !== undefined && egna.includes(kod) ? `${kolumn}: ${avvisningOrd[kod]}` : avvisningOrd[kod];
};

const beskrivningOrd: Record<Beskrivningsfel, string> = {
  'okant-falt': 'En kolumn frågar efter något som programmet inte kan lämna.',
  'okand-insats': 'En kolumn är för en insats som beskrivningen inte har.',
  kommunkod: 'Kommunkoden är inte fyra siffror.',
  rubrik: 'En rubrik har ett tecken som filen inte kan ha.',
};
/** Why a list cannot be delivered from here, and what to do. */
export function hinderOrd(hinder: Leveranshinder): Ord {
  switch (hinder.kod) {
    case 'enheter':
      return ord(
        `Du läser inte alla enheters akter: ${hinder.namn.join(', ')} saknas.`,
        'Listan visar det du får se. Den lämnas av någon som läser alla enheter.',
      );
    case 'skyddade':
      return ord(
        'Du läser inte akter för kunder med skyddad folkbokföring.',
        'Listan visar det du får se. Den lämnas av någon som får läsa dem också.',
      );
    case 'ofullstandig':
      return ord('Allt är inte hämtat till den här datorn än.', 'Det kan finnas fler rader. Räkna om när allt är hämtat.');
    case 'beskrivning':
      return ord(`Beskrivningen kan inte användas. ${beskrivningOrd[hinder.fel]}`, 'Systemförvaltaren rättar den.');
    default:
      return hinder satisfies never;
  }
}
