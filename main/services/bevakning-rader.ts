import { bevakningsvardenAv } from '../../shared/domain/bevakning/andra.ts';
import type { Ref } from '../../shared/domain/bevakning/om.ts';
import { bevakarroller, isRollens } from '../../shared/domain/bevakning/records.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { enhetOf } from '../../shared/domain/enhet.ts';
import { kanLasaAkt } from '../../shared/domain/lasare.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { LagdBevakningRad, PersonRad } from '../../shared/ipc/views.ts';
import { compare } from '../../shared/util/compare.ts';
import { postNamn } from '../../shared/words/postnamn.ts';
import { typOrd } from '../../shared/words/posttyp.ts';
import type { Katalog } from './katalog.ts';
import { personOf } from './person-rad.ts';
import type { Post } from './ports.ts';
import { type ServicePorts, todayOf } from './service.ts';

type Bevakningspost = Post<'bevakning'>;
/** Of those that are done, the latest this many are shown of each owner. */
const flestKlara = 200;

/** Bevakningar as lists show them, and whose list each is in. */
export function bevakningsrader({ replica, clock }: Pick<ServicePorts, 'replica' | 'clock'>, katalog: Katalog) {
  const namnAv = (agareId: string): string =>
    katalog.utforare(agareId)?.namn ?? replica.record('anvandare', agareId)?.data.namn ?? 'Någon som inte finns i katalogen';

  /** What it is laid on, as it is called today; one that is wrong says so. */
  function horTill({ type, id }: Ref): string {
    if (type === 'person') return 'Personuppgifter';
    const data = replica.record(type, id)?.data;
    if (!data) return typOrd(type);
    const namn = postNamn(type, data, katalog.utforareNamn) ?? typOrd(type);
    return 'felmarkerad' in data && data.felmarkerad ? `${namn} (felmarkerat)` : namn;
  }

  function raderAv(poster: Bevakningspost[]): LagdBevakningRad[] {
    const today = todayOf(clock);
    const personer = new Map<string, PersonRad | undefined>();
    const personFor = (scope: string) => {
      if (!personer.has(scope)) personer.set(scope, personOf(replica, scope, today));
      return personer.get(scope);
    };
    return poster
      .flatMap(({ id, scope, data, pending }): LagdBevakningRad[] => {
        const person = personFor(scope);
        if (!person) return [];
        const { ref, skal, skapad, klar, bevakasAvRoll } = data;
        return [
          {
            slag: 'lagd',
            ...{ id, person, ref, horTill: horTill(ref), ...bevakningsvardenAv(data) },
            bevakasAv: bevakasAvRoll === undefined ? namnAv(data.bevakasAvId) : bevakarroller[bevakasAvRoll],
            av: skapad.namn,
            ...(bevakasAvRoll === undefined ? {} : { rollens: true as const }),
            ...(skal ? { skal } : {}),
            ...(klar ? { klar: { namn: klar.namn, at: klar.at } } : {}),
            osand: pending,
          },
        ];
      })
      .sort((a, b) => compare(a.datum, b.datum) || compare(a.id, b.id));
  }

  const kundOf = (scope: string) => {
    const personId = personOfScope(scope);
    return personId === undefined ? undefined : replica.record('person', personId);
  };

  /** A function's, a user's, a role's; or the enhetschef's, where nobody at work it belongs to reads the akt. */
  function isFor({ scope, data: bevakning }: Bevakningspost, user: Actor): boolean {
    const { id: egenId, roller, funktionId } = user;
    const { bevakasAvId, bevakasAvRoll } = bevakning;
    if (bevakasAvRoll !== undefined) return isRollens(bevakning, user);
    if (bevakasAvId === funktionId || bevakasAvId === egenId) return true;
    const kund = kundOf(scope);
    if (!roller.includes('enhetschef') || !kund) return false;
    const enhet = enhetOf('bevakning', bevakning, kund.data);
    return !replica
      .katalog('anvandare')
      .some(({ id, data }) => [id, data.funktionId].includes(bevakasAvId) && kanLasaAkt({ id, ...data }, kund.id, kund.data, enhet));
  }

  const egnaAgare = ({ id, funktionId }: Actor): string[] => [id, ...(funktionId === undefined ? [] : [funktionId])];
  const utanRoll = ({ data }: Bevakningspost): boolean => data.bevakasAvRoll === undefined;

  return {
    namnAv,
    horTill,
    raderAv,
    /** A user's own that are to be dealt with: by the index of their owners, and of an enhetschef by that of all that are open. */
    egna(user: Actor): Bevakningspost[] {
      if (user.roller.includes('enhetschef')) return replica.openBevakningar().filter((post) => isFor(post, user));
      return replica.openBevakningarOf(egnaAgare(user)).filter(utanRoll);
    },
    /** The latest of a user's own that are done. */
    egnaKlara(user: Actor): Bevakningspost[] {
      const { roller } = user;
      // A role's names the authority beside the role (`bevaka-enhetschef.ts`).
      const rollens = roller.includes('enhetschef') ? replica.katalog('utforare').filter(({ data }) => data.slag === 'myndighet') : [];
      const agare = [...egnaAgare(user), ...rollens.map(({ id }) => id)];
      return replica.doneBevakningarOf(agare, flestKlara).filter((post) => isFor(post, user));
    },
    oppnaHos: (agare: readonly string[]): Bevakningspost[] => replica.openBevakningarOf(agare).filter(utanRoll),
    klaraHos: (agare: readonly string[]): Bevakningspost[] => replica.doneBevakningarOf(agare, flestKlara).filter(utanRoll),
  };
}
