import { arHandlaggare } from '../../shared/domain/behorighet.ts';
import { bevakningsvardenAv } from '../../shared/domain/bevakning/andra.ts';
import { type Enhetsmarke, enhetOf } from '../../shared/domain/enhet.ts';
import { etikettUtredning, etikettVerkstallighet } from '../../shared/domain/etikett.ts';
import { kanHaLssInsatser } from '../../shared/domain/katalog/uppslag.ts';
import { lagfrist, lagfristkod, langeObehandlad } from '../../shared/domain/klocka/lagfrist.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { FoljerRad, FordelbarRad, HandlaggarRad, HosRad } from '../../shared/ipc/enhet.ts';
import { compare, compareSwedish } from '../../shared/util/compare.ts';
import { dagarMellan } from '../../shared/util/datum.ts';
import { bevakningslistor } from './bevakningslista.ts';
import type { Katalog } from './katalog.ts';
import { personOf } from './person-rad.ts';
import type { Post } from './ports.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

type Agare = { anvandareId?: string | undefined; funktionId?: string | undefined };

/** The enhetschef's unit (ROLL-10): how much each handläggare has and how late it is, and what of it can be given to another. */
export function enhetService(
  { replica, actor, clock }: Pick<ServicePorts, 'replica' | 'actor' | 'clock'>,
  katalog: Katalog,
): Handlers<'enhet.oversikt' | 'enhet.fordelbart'> {
  const { beraknade } = bevakningslistor({ replica, clock }, katalog);
  /** What one reads of another unit's akt is common; a case is one unit's own. */
  const iEnheten =
    (type: 'utredning' | 'aktualisering' | 'anteckning' | 'verkstallighet' | 'bevakning') =>
    ({ scope, data }: { scope: string; data: Enhetsmarke }): boolean => {
      const personId = personOfScope(scope);
      const person = personId === undefined ? undefined : replica.record('person', personId);
      const enhet = person && enhetOf(type, data, person.data);
      return person !== undefined && (enhet === undefined || actor().enheter.includes(enhet));
    };

  /** Past its lagfrist. */
  function isForsenad(post: Post<'utredning'>, today: string): boolean {
    const frist = lagfrist(katalog.fristregler, post, replica.inScope(post.scope, 'aktualisering'));
    return frist !== undefined && frist < today;
  }

  function harHos({ anvandareId, funktionId }: Agare, today: string) {
    const av = <T>(id: string | undefined, read: (id: string) => T[]): T[] => (id === undefined ? [] : read(id));
    return {
      utredningar: av(anvandareId, replica.openUtredningarOf).filter(iEnheten('utredning')),
      aktualiseringar: av(anvandareId, replica.unexaminedOf).filter(iEnheten('aktualisering')),
      insatser: av(funktionId, (id) => replica.openLssInsatserOf(id, today)).filter(iEnheten('verkstallighet')),
      bevakningar: replica
        .openBevakningarOf([anvandareId, funktionId].filter((id) => id !== undefined))
        // A role's is that role's to deal with, whoever it was told to.
        .filter((post) => post.data.bevakasAvRoll === undefined && iEnheten('bevakning')(post)),
      frister: beraknade
        .hosAgare({ anvandareId, funktionId })
        .filter(({ rad }) => rad.enhet === undefined || actor().enheter.includes(rad.enhet)),
    };
  }

  function radFor(agare: Agare, vem: Pick<HandlaggarRad, 'agareId' | 'namn' | 'funktion' | 'iTjanst'>, today: string): HandlaggarRad {
    const { utredningar, aktualiseringar, insatser, bevakningar, frister } = harHos(agare, today);
    const inkom = utredningar.map(({ data }) => data.inkomDatum).sort();
    // The lagfrist is told by its utredning.
    const sena = frister.filter(({ rad }) => rad.regel.kod !== lagfristkod && (rad.sistaDag ?? rad.datum) < today);
    const osignerade = agare.anvandareId === undefined ? [] : replica.unsignedOf(agare.anvandareId).filter(iEnheten('anteckning'));
    return {
      ...vem,
      kunder: new Set([...utredningar, ...aktualiseringar, ...insatser].map(({ scope }) => scope)).size,
      utredningar: utredningar.length,
      ...(inkom[0] === undefined ? {} : { aldst: dagarMellan(inkom[0], today) }),
      forsenade: utredningar.filter((post) => isForsenad(post, today)).length,
      ejBehandlade: aktualiseringar.length,
      osignerade: osignerade.length,
      bevakningar: bevakningar.length + frister.length,
      forfallna: bevakningar.filter(({ data }) => data.datum < today).length + sena.length,
    };
  }

  const harNagot = ({ kunder, osignerade, bevakningar, forfallna }: HandlaggarRad) => kunder + osignerade + bevakningar + forfallna > 0;
  const minaEnheters = ({ data }: Post<'anvandare'>) => data.enheter.some((enhet) => actor().enheter.includes(enhet));
  /** Who has it: a user with the function they hold, or a function by itself. */
  function agareAv(agareId: string): Agare {
    const en = replica.record('anvandare', agareId);
    return en ? { anvandareId: agareId, funktionId: en.data.funktionId } : { funktionId: agareId };
  }

  return {
    'enhet.oversikt': () => {
      if (!actor().roller.includes('enhetschef')) return { klar: true, rader: [] };
      const today = todayOf(clock);
      const anvandare = replica.katalog('anvandare');
      const bemannade = new Set(anvandare.filter(({ data }) => arHandlaggare(data)).map(({ data }) => data.funktionId));
      const personer = anvandare
        .filter((one) => minaEnheters(one) && !one.data.roller.includes('utforare'))
        .map((one) => {
          const { id: agareId, data } = one;
          const iTjanst = arHandlaggare(data);
          // What a function has is its holder's who is at work; of one who has left it is told as the function's own.
          const funktionId = iTjanst || data.funktionId === undefined ? data.funktionId : undefined;
          const funktion = funktionId === undefined ? {} : { funktion: katalog.utforareNamn(funktionId) };
          return radFor({ anvandareId: agareId, funktionId }, { agareId, namn: data.namn, iTjanst, ...funktion }, today);
        })
        .filter((rad) => rad.iTjanst || harNagot(rad));
      const funktioner = replica
        .katalog('utforare')
        .filter(({ id, data }) => kanHaLssInsatser(data) && !bemannade.has(id))
        .map(({ id, data }) => radFor({ funktionId: id }, { agareId: id, namn: data.namn, iTjanst: false }, today))
        .filter(harNagot);
      return {
        klar: replica.fristerReady(),
        rader: [...personer, ...funktioner].sort((a, b) => compareSwedish(a.namn, b.namn) || compare(a.agareId, b.agareId)),
      };
    },

    'enhet.fordelbart': ({ agareId }) => {
      if (!actor().roller.includes('enhetschef')) return [];
      const today = todayOf(clock);
      const { utredningar, aktualiseringar, insatser, bevakningar, frister } = harHos(agareAv(agareId), today);
      const grund = ({ id, scope }: Post<'utredning' | 'aktualisering' | 'verkstallighet' | 'bevakning'>) => {
        const person = personOf(replica, scope, today);
        return person ? [{ id, person }] : [];
      };
      const rader: HosRad[] = [
        ...utredningar.flatMap((post) =>
          grund(post).map((rad): FordelbarRad => {
            const { inkomDatum, ansvarigHandlaggareId } = post.data;
            const sen = isForsenad(post, today);
            return { ...rad, slag: 'utredning', vad: etikettUtredning(post.data), datum: inkomDatum, sen, sett: { ansvarigHandlaggareId } };
          }),
        ),
        ...aktualiseringar.flatMap((post) =>
          grund(post).map((rad): FordelbarRad => {
            const { typ, insatsId, datum, franVem, ansvarigHandlaggareId, organisationId, anteckning, rev: basRev } = post.data;
            const sett = {
              ...{ typ, datum, franVem, ansvarigHandlaggareId, organisationId, basRev },
              ...(insatsId === undefined ? {} : { insatsId }),
              ...(anteckning === undefined ? {} : { anteckning }),
            };
            return { ...rad, slag: 'aktualisering', vad: typ, datum, sen: langeObehandlad(katalog.fristregler, post.data, today), sett };
          }),
        ),
        ...insatser.flatMap((post) =>
          grund(post).map((rad): FordelbarRad => {
            const { utforareId, organisationId, startdatum } = post.data;
            const vad = etikettVerkstallighet(post.data, katalog.utforareNamn(utforareId));
            return { ...rad, slag: 'verkstallighet', vad, datum: startdatum, sen: false, sett: { utforareId, organisationId } };
          }),
        ),
        ...bevakningar.flatMap((post) =>
          grund(post).map((rad): FordelbarRad => {
            const { typ, text, datum } = post.data;
            return {
              ...rad,
              ...{ slag: 'bevakning', vad: text === '' ? typ : `${typ}: ${text}`, datum, sen: datum < today },
              sett: bevakningsvardenAv(post.data),
            };
          }),
        ),
        ...beraknade.raderAv(frister).map(({ id, person, datum, typ, slag, ref, horTill, not }): FoljerRad => {
          const rad = { id, person, datum, slag, ref, horTill, vad: typ, sen: datum < today };
          return not === undefined ? rad : { ...rad, not };
        }),
      ];
      return rader.sort((a, b) => compare(a.datum, b.datum) || compare(a.id, b.id));
    },
  };
}
