import { kravsSamtycke } from '../../shared/domain/samtycke/regler.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { instantOf, workday } from './days.ts';

/** Of every so manieth kund something is agreed to. */
const avKunder = 8;
const narstaende = 'Kontakt med närstående';
const kassan = 'Inhämta uppgifter från Försäkringskassan';

/** To be in contact with somebody near, and to ask Försäkringskassan; some for a time that is soon over, and some taken back. */
export function skrivSamtycken({ akt, profil, today }: Arbete): void {
  if (profil.index % avKunder !== 2) return;
  const { id: personId, handlaggare: av } = profil;
  const nr = Math.floor(profil.index / avKunder);
  const dag = workday(plusDagar(today, -(20 + (nr % 20))));
  const skriv = (avser: string, till: { kontaktId: string } | { namn: string }, tom?: string): string => {
    const samtyckeId = akt.newId(dag);
    const mottaget = { dag, av: av.namn };
    const hur = nr % 3 === 0 ? ('skriftligt' as const) : ('muntligt' as const);
    const input = { personId, samtyckeId, avser, till, fran: dag, hur, mottaget, ...(tom === undefined ? {} : { tom }) };
    akt.run('samtycke.registrera', input, av, instantOf(dag, 600));
    return samtyckeId;
  };
  if (nr % 2 === 0) skriv(kassan, { namn: 'Försäkringskassan' });
  const kontakt = akt.list('kontakt').find(({ data }) => kravsSamtycke(data));
  if (!kontakt) return;
  const samtyckeId = skriv(narstaende, { kontaktId: kontakt.id }, nr % 4 === 1 ? plusDagar(today, 20) : undefined);
  if (nr % 4 !== 3) return;
  const tillbaka = workday(plusDagar(today, -3));
  const input = { personId, samtyckeId, dag: tillbaka, hur: 'muntligt' as const, av: 'Den enskilde' };
  akt.run('samtycke.aterkalla', input, av, instantOf(tillbaka, 610));
}
