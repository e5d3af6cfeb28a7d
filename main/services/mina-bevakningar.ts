import { funktionHarHandlaggare, kanAnsvara } from '../../shared/domain/ansvar.ts';
import { type Enhetsmarke, enhetOf } from '../../shared/domain/enhet.ts';
import { etikettUtredning, etikettVerkstallighet } from '../../shared/domain/etikett.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { anvandarScope, personOfScope } from '../../shared/domain/scope.ts';
import type { UtanAnsvarigRad } from '../../shared/ipc/views.ts';
import { bevakningslistor } from './bevakningslista.ts';
import { foljsUppAv } from './foljs-upp.ts';
import type { Katalog } from './katalog.ts';
import { obestalldaBifall } from './obestallda.ts';
import { personOf } from './person-rad.ts';
import type { Post } from './ports.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

/** The start page's lists of what is to be remembered (FORB-35, ROLL-05), and of what belongs to nobody who can do it (ROLL-10). */
export function minaBevakningarService(
  { replica, actor, clock }: Pick<ServicePorts, 'replica' | 'actor' | 'clock'>,
  katalog: Katalog,
): Handlers<'mina.bevakningar'> {
  const listor = bevakningslistor({ replica, clock }, katalog);
  return {
    'mina.bevakningar': () => {
      const today = todayOf(clock);
      const user = actor();
      const anvandare = replica.katalog('anvandare');
      const bevakningar = listor.startsidans(user);
      const utanAnsvarig = user.roller.includes('enhetschef')
        ? [...anvandare.flatMap((one) => efter(one)), ...utanUppfoljare(), ...utanHandlaggare()].sort(byDay)
        : [];
      const kirNotiser = replica
        .inScope(anvandarScope(user.id), 'kirNotis')
        .filter(({ data }) => !data.kvitterad)
        .map(({ id: notisId, data: { namn, at, minut, dygn } }) => ({ notisId, namn, at, minut, dygn }))
        .sort((a, b) => a.at.localeCompare(b.at) || a.notisId.localeCompare(b.notisId));
      return { bevakningar, utanAnsvarig, kirNotiser };

      /** What a user has who cannot do it any more: they have left, or another unit's or a protected akt is no longer theirs to read. */
      function efter({ id: anvandareId, data }: Post<'anvandare'>): UtanAnsvarigRad[] {
        const rader: UtanAnsvarigRad[] = [];
        const rad = (
          post: { id: string; scope: string; data: Enhetsmarke },
          slag: UtanAnsvarigRad['slag'],
          vad: string,
          datum: string,
        ): void => {
          const kund = kundOf(post.scope);
          if (kund && !kanAnsvara({ id: anvandareId, data }, kund.id, kund.data, enhetOf(slag, post.data, kund.data)))
            rader.push(...radOf(post, { slag, vad, vem: data.namn, datum }));
        };
        for (const post of replica.openUtredningarOf(anvandareId))
          rad(post, 'utredning', etikettUtredning(post.data), post.data.inkomDatum);
        for (const post of replica.unexaminedOf(anvandareId)) rad(post, 'aktualisering', post.data.typ, post.data.datum);
        for (const post of replica.unsignedOf(anvandareId)) {
          // The words of staff of a utförare are that utförare's.
          if (!data.roller.includes('utforare')) rad(post, 'anteckning', 'Osignerad anteckning', post.data.handelsedatum);
        }
        for (const post of obestalldaBifall(replica, katalog, anvandareId, today))
          rad(post, 'beslut', post.data.beslutsnamn, post.data.beslutsdatum);
        return rader;
      }

      /** Orders that nobody has confirmed, and whose sender and handläggare can no longer ask for it. */
      function utanUppfoljare(): UtanAnsvarigRad[] {
        return replica
          .unconfirmedBestallningar()
          .filter((post) => foljsUppAv(replica, post) === undefined)
          .flatMap((post) => {
            const { insatser, bestallare, bestalltDatum } = post.data;
            const vad = insatser.join(', ') || katalog.utforareNamn(post.data.utforareId);
            return radOf(post, { slag: 'bestallning', vad, vem: bestallare?.namn ?? '', datum: bestalltDatum });
          });
      }

      /** LSS Insatser of a function that no handläggare at work holds, or none who reads the akt (VERK-01, ROLL-04). */
      function utanHandlaggare(): UtanAnsvarigRad[] {
        return replica.openLssInsatser(today).flatMap((post) => {
          const kund = kundOf(post.scope);
          const { utforareId, startdatum } = post.data;
          if (!kund || funktionHarHandlaggare(anvandare, utforareId, kund.id, kund.data, enhetOf('verkstallighet', post.data, kund.data)))
            return [];
          const vem = katalog.utforareNamn(utforareId);
          return radOf(post, { slag: 'verkstallighet', vad: etikettVerkstallighet(post.data, vem), vem, datum: startdatum });
        });
      }

      function radOf({ id, scope }: { id: string; scope: string }, rad: Omit<UtanAnsvarigRad, 'id' | 'person'>): UtanAnsvarigRad[] {
        const person = personOf(replica, scope, today);
        return person ? [{ id, person, ...rad }] : [];
      }

      function kundOf(scope: string): { id: string; data: Person } | undefined {
        const personId = personOfScope(scope);
        return personId === undefined ? undefined : replica.record('person', personId);
      }
    },
  };
}

const byDay = (a: UtanAnsvarigRad, b: UtanAnsvarigRad): number => a.datum.localeCompare(b.datum) || a.id.localeCompare(b.id);
