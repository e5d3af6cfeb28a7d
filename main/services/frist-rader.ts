import { nottitel } from '../../shared/domain/anteckning/records.ts';
import { arHandlaggare } from '../../shared/domain/behorighet.ts';
import { bevakarroller } from '../../shared/domain/bevakning/records.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { agarnyckel, type Fristagare } from '../../shared/domain/klocka/frist.ts';
import type { BeraknadBevakningRad } from '../../shared/ipc/views.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import { fristlag, fristsumma } from '../../shared/words/frist.ts';
import { titelOf } from './dokumentation-rubriker.ts';
import type { Katalog } from './katalog.ts';
import { personOf } from './person-rad.ts';
import type { AktFrist } from './ports.ts';
import { type ServicePorts, todayOf } from './service.ts';

/** Which of an owner's: those of the day, those that somebody has put off, or what is due by a day whether a list has it yet or not. */
export type Vilka = 'iListan' | 'uppskjutna' | { till: IsoDate };
const nagonGang = '9999-12-31';

/** A computed bevakning, and by which way it came to a list: `borta` = its owner cannot do it any more (ROLL-10). */
export type HittadFrist = AktFrist & { bevakasAv: string; som: 'person' | 'funktion' | 'roll' | 'borta' };

/** The computed bevakningar (KLOCK-02) of owners, and as the rows of a list. What one's own half of the akt holds is one unit's or common. */
export function fristrader(
  { replica, clock }: Pick<ServicePorts, 'replica' | 'clock'>,
  katalog: Katalog,
  namnAv: (agareId: string) => string,
) {
  const las = (agare: string, vilka: Vilka): AktFrist[] =>
    typeof vilka === 'object'
      ? replica.fristerHos(agare, todayOf(clock), nagonGang).filter(({ rad }) => isSenast(rad, agare, vilka.till))
      : vilka === 'iListan'
        ? replica.fristerHos(agare, todayOf(clock))
        : replica.fristerUppskjutna(agare, todayOf(clock));
  const av = (agare: Fristagare, vilka: Vilka, bevakasAv: string, som: HittadFrist['som']): HittadFrist[] =>
    las(agarnyckel(agare), vilka).map((one) => ({ ...one, bevakasAv, som }));
  const agarnamn = (agare: Fristagare): string =>
    'roll' in agare ? bevakarroller[agare.roll] : namnAv('funktionId' in agare ? agare.funktionId : agare.anvandareId);
  const personens = (anvandareId: string, vilka: Vilka) => av({ anvandareId }, vilka, agarnamn({ anvandareId }), 'person');
  const funktionens = (funktionId: string, vilka: Vilka) => av({ funktionId }, vilka, agarnamn({ funktionId }), 'funktion');

  /** ROLL-10: what belongs to a user who has left, or to a function that no handläggare holds. The notes of a utförare's staff are theirs. */
  function utanAgare(vilka: Vilka): HittadFrist[] {
    const anvandare = replica.katalog('anvandare');
    return replica.fristagare().flatMap((agare) => {
      const [slag, id = ''] = agare.split('/');
      if (slag === 'roll') return [];
      if (slag === 'funktion') {
        const har = anvandare.some(({ data }) => data.funktionId === id && arHandlaggare(data));
        return har ? [] : av({ funktionId: id }, vilka, namnAv(id), 'borta');
      }
      const en = anvandare.find((one) => one.id === id)?.data;
      return en && (arHandlaggare(en) || en.roller.includes('utforare')) ? [] : av({ anvandareId: id }, vilka, namnAv(id), 'borta');
    });
  }

  return {
    /** A user's by name, their function's, and of a role in the units they are of. One that is theirs in two ways is theirs by name. */
    egna({ id, funktionId, roller, enheter }: Actor, vilka: Vilka): HittadFrist[] {
      const chefens = roller.includes('enhetschef')
        ? [...av({ roll: 'enhetschef' }, vilka, agarnamn({ roll: 'enhetschef' }), 'roll'), ...utanAgare(vilka)].filter(
            ({ rad }) => rad.enhet === undefined || enheter.includes(rad.enhet),
          )
        : [];
      return enGang([...personens(id, vilka), ...(funktionId === undefined ? [] : funktionens(funktionId, vilka)), ...chefens]);
    },
    /** A user's by name, with those of the function they hold; or a function's alone. */
    hosAgare: ({ anvandareId, funktionId }: { anvandareId?: string | undefined; funktionId?: string | undefined }): HittadFrist[] =>
      enGang([
        ...(anvandareId === undefined ? [] : personens(anvandareId, 'iListan')),
        ...(funktionId === undefined ? [] : funktionens(funktionId, 'iListan')),
      ]),
    /** Those of functions and users. A function's list is its handläggare's: what is theirs by name is in it, too (BEV-03). */
    hos(agare: readonly string[], vilka: Vilka): HittadFrist[] {
      const anvandare = replica.katalog('anvandare');
      return enGang(
        agare.flatMap((agareId) => {
          const en = anvandare.find(({ id }) => id === agareId);
          // The notes of a utförare's staff are theirs.
          if (en) return en.data.roller.includes('utforare') ? [] : personens(agareId, vilka);
          const innehavare = anvandare.filter(({ data }) => data.funktionId === agareId && arHandlaggare(data));
          return [...funktionens(agareId, vilka), ...innehavare.flatMap(({ id }) => personens(id, vilka))];
        }),
      );
    },
    /** Those of an akt, whoever's and whenever they are shown. */
    iAkt: (scope: string): HittadFrist[] =>
      replica
        .fristerI(scope)
        .filter(({ tom }) => tom === undefined || tom >= todayOf(clock))
        .map((rad) => ({ scope, rad, bevakasAv: rad.hos.map(({ agare }) => agarnamn(agare)).join(', '), som: 'person' })),
    agarnamn,
    raderAv: (hittade: readonly HittadFrist[]): BeraknadBevakningRad[] =>
      hittade.flatMap(({ scope, rad, bevakasAv }) => {
        const person = personOf(replica, scope, todayOf(clock));
        if (!person) return [];
        const { nyckel, regel, datum, sistaDag, uppskjuten, enhet = '' } = rad;
        return [
          {
            ...{ slag: 'beraknad', id: nyckel, person, datum: sistaDag ?? datum, typ: regel.namn, text: fristsumma(rad), bevakasAv },
            ...{ ...platsOf(rad), grund: fristlag(regel), regelns: { enhet, datum } },
            ...(uppskjuten ? { uppskjuten: utanTid(uppskjuten) } : {}),
          },
        ];
      }),
  };

  /** What it is about, what that is called and where the kund is opened. Who is protected is not named by it. */
  function platsOf({ ref, vad }: AktFrist['rad']): Pick<BeraknadBevakningRad, 'ref' | 'horTill' | 'not'> {
    if (ref.type === 'person') return { ref, horTill: 'Personuppgifter' };
    const not = ref.type === 'anteckning' ? replica.record('anteckning', ref.id)?.data : undefined;
    if (!not) return { ref, horTill: vad };
    const { dokumentation, rubrikKod } = not;
    return { ref, horTill: nottitel(not) || titelOf(replica, katalog, dokumentation, rubrikKod), not: { dokumentation, rubrikKod } };
  }
}

/** What is due by a day and was, is or comes to be in an owner's list: what ends before it would be told to them is not theirs. */
function isSenast({ datum, sistaDag, tom, uppskjuten, hos }: AktFrist['rad'], agare: string, till: IsoDate): boolean {
  const visas = hos.find((one) => agarnyckel(one.agare) === agare)?.visas ?? datum;
  return (sistaDag ?? datum) <= till && (tom === undefined || visas <= tom || uppskjuten !== undefined);
}

/** Each once: the first of those that came by several ways. */
export function enGang(hittade: HittadFrist[]): HittadFrist[] {
  const per = new Map<string, HittadFrist>();
  for (const one of hittade) {
    const nyckel = `${one.scope}/${one.rad.nyckel}`;
    if (!per.has(nyckel)) per.set(nyckel, one);
  }
  return [...per.values()];
}

const utanTid = ({ at: _, ...uppskjuten }: NonNullable<AktFrist['rad']['uppskjuten']>) => uppskjuten;
