import { funktionKanAnsvara } from '../../shared/domain/ansvar.ts';
import { bevakar } from '../../shared/domain/bevakning/falt.ts';
import { bevakasPa, slutdatumFor } from '../../shared/domain/bevakning/om.ts';
import { diagnosordAv, textfragor } from '../../shared/domain/bevakning/textfragor.ts';
import { egnaEnheter, enhetOf, valdEnhet } from '../../shared/domain/enhet.ts';
import { kanLasaAkt } from '../../shared/domain/lasare.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { BevakareVy } from '../../shared/ipc/views.ts';
import { compareSwedish } from '../../shared/util/compare.ts';
import { bevakningslistor } from './bevakningslista.ts';
import { isListad } from './frister.ts';
import type { Katalog } from './katalog.ts';
import type { Oppnade } from './oppnade.ts';
import { personRad } from './person-rad.ts';
import type { Post } from './ports.ts';
import { CallFailure, type Handlers, type ServicePorts, todayOf } from './service.ts';

type Calls =
  | 'bevakningar.lista'
  | 'bevakningar.kalender'
  | 'bevakning.pa'
  | 'bevakningar.agare'
  | 'bevakning.underlag'
  | 'bevakning.textfragor';

/** The list of bevakningar, whose ever, and what the form of one is filled from (BEV-01 to BEV-15). */
export function bevakningarService(
  { replica, actor, clock }: Pick<ServicePorts, 'replica' | 'actor' | 'clock'>,
  katalog: Katalog,
  oppnade: Oppnade,
): Handlers<Calls> {
  const listor = bevakningslistor({ replica, clock }, katalog);
  const rader = listor.lagda;

  /** Functions of the authority, and users at work; of an akt, those that may have one there (BEV-11). */
  function agare(om?: { kund: Post<'person'>; enhet: string | undefined }): BevakareVy[] {
    const anvandare = replica.katalog('anvandare');
    const aktiva = anvandare.filter(({ data }) => data.aktiv);
    const kan = (funktionId: string) => om === undefined || funktionKanAnsvara(anvandare, funktionId, om.kund.id, om.kund.data, om.enhet);
    const laser = ({ id, data }: Post<'anvandare'>) =>
      om === undefined ? data.roller.some((roll) => roll !== 'utforare') : kanLasaAkt({ id, ...data }, om.kund.id, om.kund.data, om.enhet);
    const funktioner = replica
      .katalog('utforare')
      .filter(({ id, data }) => bevakar(data) && kan(id))
      .map(({ id, data }): BevakareVy => {
        const innehavare = aktiva.filter((one) => one.data.funktionId === id).map((one) => one.data.namn);
        return { id, namn: data.namn, slag: 'funktion', ...(innehavare.length > 0 ? { innehavare: innehavare.join(', ') } : {}) };
      });
    const personer = aktiva.filter(laser).map(({ id, data }): BevakareVy => ({ id, namn: data.namn, slag: 'person' }));
    return [...funktioner.sort(byNamn), ...personer.sort(byNamn)];
  }

  return {
    'bevakningar.lista': ({ egna, agare: valda, visa }) => {
      return listor[visa](egna ? actor() : undefined, valda);
    },
    'bevakningar.kalender': ({ egna, agare: valda, till }) => listor.kalender(egna ? actor() : undefined, valda, till),
    'bevakning.pa': ({ personId, ref: { type, id } }) => {
      oppnade.require(personId);
      const scope = aktScope(personId);
      const isPa = (ref: { type: string; id: string }) => type === 'person' || (ref.type === type && ref.id === id);
      return listor.pa(
        replica.inScope(scope, 'bevakning').filter(({ data }) => !data.borttagen && isPa(data.ref)),
        listor.beraknade.iAkt(scope).filter(({ rad }) => isPa(rad.ref) && rad.hos.some(({ visas }) => visas <= todayOf(clock))),
      );
    },
    'bevakningar.agare': () => agare(),
    'bevakning.underlag': ({ personId, ref, bevakningId, nyckel, enhet }) => {
      const kund = replica.record('person', personId);
      if (!kund) throw new CallFailure('finns-inte');
      const scope = aktScope(personId);
      const nu = bevakningId === undefined ? undefined : replica.record('bevakning', bevakningId);
      const isHar = nu?.scope === scope;
      const frist = nyckel === undefined ? undefined : listor.beraknade.iAkt(scope).find(({ rad }) => rad.nyckel === nyckel);
      // A row of a list names what it is about already; whatever else of the akt is read in an opened one.
      const visad = isHar ? nu.data.ref : frist && isListad(frist.rad, todayOf(clock)) ? bevakasPa(frist.rad.ref, personId) : undefined;
      const om = ref ?? (isHar ? nu.data.ref : undefined);
      if (!om || !visad || om.type !== visad.type || om.id !== visad.id) oppnade.require(personId);
      if (!om) return null;
      const data = om.type === 'person' ? undefined : replica.record(om.type, om.id)?.data;
      if (om.type === 'person' ? om.id !== personId : !data) return null;
      const user = actor();
      const egen =
        ref === undefined && isHar
          ? enhetOf('bevakning', nu.data, kund.data)
          : data
            ? enhetOf(om.type, data, kund.data)
            : valdEnhet(user, kund.data, enhet, undefined);
      const slutdatum = slutdatumFor({ get: (type, id) => hosKund(replica.record(type, id), scope) }, om);
      const [rad] = isHar && ref === undefined ? rader.raderAv([nu]) : [];
      return {
        person: personRad(kund, todayOf(clock)),
        ...{ ref: om, horTill: rader.horTill(om), agare: agare({ kund, enhet: egen }), enheter: egnaEnheter(user, kund.data) },
        ...(slutdatum === undefined ? {} : { slutdatum }),
        ...(rad ? { nu: rad } : {}),
        ...(isHar && nu.data.borttagen ? { borttagen: true as const } : {}),
      };
    },
    'bevakning.textfragor': ({ personId, text }) => {
      const scope = aktScope(personId);
      const person = replica.record('person', personId)?.data;
      const namn = [
        ...(person ? namnen(person) : []),
        ...[...replica.inScope(scope, 'kontakt'), ...replica.inScope(scope, 'hushallsmedlem')].map(({ data }) => data.namn),
      ];
      return textfragor(text, { diagnosord: diagnosordAv({ katalogLista: (type) => replica.katalog(type) }), namn, idag: todayOf(clock) });
    },
  };
}

const hosKund = <T>(post: { scope: string; data: T } | undefined, scope: string): T | undefined =>
  post?.scope === scope ? post.data : undefined;
const namnen = ({ efternamn, fornamn, mellannamn, tilltalsnamn, tidigareEfternamn = [] }: Person): string[] =>
  [efternamn, fornamn, mellannamn, tilltalsnamn, ...tidigareEfternamn].filter((namn) => namn !== undefined);
const byNamn = (a: BevakareVy, b: BevakareVy): number => compareSwedish(a.namn, b.namn);
