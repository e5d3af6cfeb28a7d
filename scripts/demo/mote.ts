import { isOpenUtredning } from '../../shared/domain/utredning/records.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { instantOf, workday } from './days.ts';

/** Of every so manieth kund with an open utredning there are meetings. */
const avKunder = 4;

/** A home visit that has been held, and a meeting that is planned, today or later. */
export function skrivMoten({ akt, profil, today }: Arbete): void {
  if (profil.index % avKunder !== 3) return;
  const { id: personId, handlaggare: av } = profil;
  // Of two units with the kund each has its own.
  const egna = akt.list('utredning').filter(({ data }) => data.enhet === undefined || av.enheter.includes(data.enhet));
  const utredning = egna.find(({ data }) => isOpenUtredning(data) && !data.lass && data.startdatum < plusDagar(today, -8));
  if (!utredning) return;
  const nr = Math.floor(profil.index / avKunder);
  const skrivet = workday(plusDagar(today, -7));
  const plan = (slag: 'hembesok' | 'kontoret', dag: string, fran: string, syfte: string) => {
    const [moteId, rev] = [akt.newId(skrivet), akt.newId(skrivet)];
    const falt = { slag, dag, fran, syfte, enskild: true, kontaktIds: [], anvandareIds: [av.id], andra: [] };
    const input = { personId, moteId, rev, sedd: null, hor: { type: 'utredning' as const, id: utredning.id }, ...falt };
    akt.run('mote.planera', input, av, instantOf(skrivet, 560));
    return { personId, moteId, sedd: rev };
  };
  const varit = workday(plusDagar(today, -4));
  if (nr % 2 === 0) akt.run('mote.hall', plan('hembesok', varit, '09:30', 'Första mötet om behoven'), av, instantOf(varit, 700));
  plan('kontoret', workday(plusDagar(today, nr % 10)), '13:00', 'Gå igenom förslaget till beslut');
}
