import { aktAv } from '../../shared/domain/akt.ts';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import { aktiveringshinder, farAviseras, harBorjat, isMobil } from '../../shared/domain/etjanst/regler.ts';
import { kravsSamtycke } from '../../shared/domain/samtycke/regler.ts';
import { systemaktor } from '../../shared/domain/systemaktor.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { instantOf, workday } from './days.ts';
import type { Profil } from './profil.ts';

/** Every so manieth kund has the e-service. */
const avKunder = 12;
/** Published test numbers of two who are near a kund: who signs in has one. */
const narstaendesNummer = ['197912312399', '197912312381'];
const natten = systemaktor('E-tjänsten');
const tva = 120;

const harEtjanst = ({ index }: Profil): boolean => index % avKunder === 3;
const vantarPaNatten = ({ index }: Profil): boolean => Math.floor(index / avKunder) % 4 === 1;
const misslyckades = ({ index }: Profil): boolean => Math.floor(index / avKunder) % 16 === 2;
/** Whether the kund can write in it today. */
export const harAktivEtjanst = (profil: Profil): boolean => harEtjanst(profil) && !vantarPaNatten(profil) && !misslyckades(profil);

/**
 * The e-service of some kunder: active for most, waiting for the night for those who got it last, failed for a few. Of the first two who
 * have somebody near, that one is approved to use it in their place.
 */
export function skrivEtjanst({ akt, profil, today }: Arbete): void {
  if (!harEtjanst(profil)) return;
  const { id: personId, handlaggare: av } = profil;
  const person = akt.get('person', personId);
  if (!person || aktiveringshinder(person) || !harBorjat(aktAv(akt))) return;
  const nr = Math.floor(profil.index / avKunder);
  const vantar = vantarPaNatten(profil);
  const begard = workday(plusDagar(today, vantar ? -1 : -(3 + (nr % 25))));
  const natt = plusDagar(begard, 1);
  const far = farAviseras(person) && person.skydd === 'ingen';
  const aviseras = {
    ...(far && person.telefon !== undefined && isMobil(person.telefon) ? { sms: { telefon: 1 as const } } : {}),
    ...(far && person.epost !== undefined ? { epost: person.epost } : {}),
  };
  const input = { personId, basRev: null, rev: akt.newId(begard), meddelande: true, inkomstblankett: true, ...aviseras };
  akt.run('etjanst.spara', input, av, instantOf(begard, 500));
  const korNatten = (postId: string, svar: { ok: true } | { orsak: 'svararInte' }) =>
    akt.run('etjanst.natt', { personId, postId, natt, svar, bevakningId: akt.newId(natt) }, natten, instantOf(natt, tva));
  if (vantar) return;
  korNatten(etjanstId(personId), misslyckades(profil) ? { orsak: 'svararInte' } : { ok: true });
  const nummer = narstaendesNummer[nr];
  const kontakt = akt.list('kontakt').find(({ data }) => kravsSamtycke(data) && !data.skyddad);
  if (nummer === undefined || !kontakt || akt.list('utredning').length === 0) return;
  const { skyddad: _, adressSkyddad: __, rev: basRev, ...falt } = kontakt.data;
  const kontaktId = kontakt.id;
  akt.run(
    'kontakt.spara',
    { personId, kontaktId, basRev, kontakt: { ...falt, personnummer: nummer, rev: akt.newId(begard) } },
    av,
    instantOf(begard, 505),
  );
  const samtycke = {
    ...{ personId, samtyckeId: akt.newId(begard), avser: 'Närstående är ombud i e-tjänsten', till: { kontaktId }, fran: begard },
    ...{ hur: 'skriftligt' as const, mottaget: { dag: begard, av: av.namn } },
  };
  akt.run('samtycke.registrera', samtycke, av, instantOf(begard, 510));
  const godkannandeId = akt.newId(begard);
  const godkannande = {
    ...{ personId, godkannandeId, basRev: null, rev: akt.newId(begard), kontaktId, fran: begard },
    // One of them ends soon, and stands among the computed bevakningar.
    tom: plusDagar(begard, nr === 0 ? 40 : 365),
  };
  akt.run('godkannande.spara', godkannande, av, instantOf(begard, 515));
  korNatten(godkannandeId, { ok: true });
}
