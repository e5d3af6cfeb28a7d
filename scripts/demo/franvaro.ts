import { dagarUtanKost, isLang } from '../../shared/domain/franvaro/regler.ts';
import { isOpenVerkstallighet } from '../../shared/domain/verkstallighet/records.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { instantOf } from './days.ts';

/** Of every so manieth kund there is frånvaro. */
const avKunder = 5;
/** By turns: an open one of more than 30 days, over the turn of a month; one that is over; one that is short and open; one that is planned. */
const fall = [
  { fran: -38, orsak: 'Sjukhus', beskrivning: 'Inlagd efter fall' },
  { fran: -24, till: -16, orsak: 'Hos anhörig' },
  { fran: -3, orsak: 'Sjuk hemma' },
  { fran: 12, till: 19, orsak: 'Resa', planerad: true },
] as const;

/** What an utförare has registered of kunder who are away, and the underlag of some of those who have been so for long. */
export function skrivFranvaro({ akt, profil, katalog, today }: Arbete): void {
  if (profil.index % avKunder !== 1) return;
  const { id: personId } = profil;
  const nr = Math.floor(profil.index / avKunder);
  const ett = fall[nr % fall.length];
  const hos = akt
    .list('verkstallighet')
    .find(({ data }) => !data.lssInsatser && isOpenVerkstallighet(data, today) && data.startdatum < plusDagar(today, -45));
  const av = hos && katalog.personalAt(hos.data.utforareId);
  if (!ett || !hos || !av || (hos.data.slutdatum !== undefined && hos.data.slutdatum < plusDagar(today, 30))) return;
  const fran = plusDagar(today, ett.fran);
  const dag = ett.fran < 0 ? fran : plusDagar(today, -2);
  const [franvaroId, rev] = [akt.newId(dag), akt.newId(dag)];
  const till = 'till' in ett ? { till: plusDagar(today, ett.till) } : {};
  const beskrivning = 'beskrivning' in ett ? { beskrivning: ett.beskrivning } : {};
  const falt = { planerad: 'planerad' in ett, orsak: ett.orsak, ...beskrivning, fran, ...till, kostForsta: true, kostSista: true };
  akt.run('franvaro.registrera', { personId, franvaroId, verkstallighetId: hos.id, ...falt, rev }, av, instantOf(dag, 850));
  const igar = plusDagar(today, -1);
  // Of every other the underlag has been sent: the rest are still to be.
  if (!isLang({ fran, ...till }, igar) || nr % 8 !== 0) return;
  const underlag = { personId, franvaroId, underlagId: akt.newId(igar), sedd: rev, tom: igar };
  akt.run(
    'franvaro.skickaUnderlag',
    { ...underlag, dagarUtanKost: dagarUtanKost({ ...falt }, { fran, tom: igar }) },
    av,
    instantOf(igar, 855),
  );
}
