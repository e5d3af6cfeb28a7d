import { planhinder } from '../../shared/domain/individuellplan/regler.ts';
import { nyttHinder } from '../../shared/domain/uppfoljning/regler.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { instantOf, workday } from './days.ts';

/** Of every so manieth kund one bifall is followed up. */
const avKunder = 8;
/** So long after the beslut it is followed up first. */
const forstaEfter = 60;
const malen = [
  'Kunna göra fler aktiviteter på egen hand.',
  'Få en vardag med fasta rutiner.',
  'Träffa andra och ha någon att göra saker med.',
  'Kunna sköta sin hygien med stöd och påminnelser.',
];
const sammanfattningar = [
  'Insatsen fungerar som det var tänkt. Den enskilde är nöjd och vill fortsätta på samma sätt.',
  'Stödet fungerar på vardagar. På helgerna har det varit svårt att få tider, och utföraren ser över sitt schema.',
];
const utfall = ['uppnatt', 'delvis', 'ej'] as const;

/** Of every so manieth kund with LSS an individuell plan is told of: offered, and of every other of them made. */
const avPlaner = 10;

/** What is done of an individuell plan, with the kund's first bifall of LSS that goes on. */
export function skrivPlan({ akt, profil, katalog, today }: Arbete): void {
  if (profil.index % avPlaner !== 3) return;
  const insatser = katalog.list('insats');
  const bifall = akt.list('beslut').find(({ data }) => planhinder(insatser, data) === undefined && nyttHinder(data, today) === undefined);
  if (!bifall) return;
  const { id: personId, handlaggare: av } = profil;
  const { id: beslutId, data: beslut } = bifall;
  const notera = (steg: 'erbjuden' | 'begard' | 'upprattad', dag: string) =>
    dag < today &&
    akt.run(
      'individuellPlan.notera',
      { personId, beslutId, planId: akt.newId(dag), steg, dag, rev: akt.newId(dag) },
      av,
      instantOf(dag, 650),
    );
  notera('erbjuden', beslut.beslutsdatum);
  if (Math.floor(profil.index / avPlaner) % 2 === 0) notera('upprattad', workday(plusDagar(beslut.beslutsdatum, 40)));
}

/** One that was held some time after the beslut, in time or late, and the next one; of a new beslut the first that is planned. */
export function skrivUppfoljning({ akt, profil, today }: Arbete): void {
  if (profil.index % avKunder !== 1) return;
  const bifall = akt.list('beslut').find(({ data }) => data.utfall === 'bifall' && nyttHinder(data, today) === undefined);
  if (!bifall) return;
  const { id: personId, handlaggare: av } = profil;
  const { id: beslutId, data: beslut } = bifall;
  const nr = Math.floor(profil.index / avKunder);
  const val = <T>(lista: readonly T[], steg = 0): T => lista[(nr + steg) % lista.length] as T;
  const slut = beslut.giltigTom;
  const inom = (dag: string) => slut === undefined || dag <= slut;
  const kommande = workday(plusDagar(today, 30 + (nr % 60)));
  const planerad = workday(plusDagar(beslut.beslutsdatum, forstaEfter));
  const hallen = workday(plusDagar(planerad, nr % 4 === 0 ? 9 : 0));
  const uppfoljningId = akt.newId(planerad);
  if (hallen >= plusDagar(today, -1) || !inom(planerad)) {
    if (!inom(kommande)) return;
    const forst = { personId, beslutId, uppfoljningId, dag: kommande, sedd: null, rev: akt.newId(planerad) };
    akt.run('uppfoljning.planera', forst, av, instantOf(plusDagar(today, -2), 640));
    return;
  }
  const rev = akt.newId(planerad);
  const plan = { personId, beslutId, uppfoljningId, dag: planerad, sedd: null, rev };
  akt.run('uppfoljning.planera', plan, av, instantOf(plusDagar(beslut.beslutsdatum, 1), 640));
  const mal = [0, 1].map((steg) => ({ mal: val(malen, steg), utfall: val(utfall, steg) }));
  const genomford = {
    ...{ personId, beslutId, uppfoljningId, sedd: rev, rev: akt.newId(hallen), dag: hallen, mal, utfall: 'oforandrat' as const },
    ...{ medVem: ['Den enskilde', val(['Utföraren', 'God man', 'Anhörig'])], hur: val(['Besök', 'Telefon', 'Möte']) },
    sammanfattning: val(sammanfattningar),
    ...(inom(kommande) ? { nasta: { uppfoljningId: akt.newId(hallen), dag: kommande } } : {}),
  };
  akt.run('uppfoljning.genomfor', genomford, av, instantOf(hallen, 700));
}
