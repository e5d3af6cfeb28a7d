import { tolkaSokning } from '../../shared/domain/sok/sokfraga.ts';
import { personRader } from './person-rad.ts';
import { type Handlers, nowOf, type ServicePorts, todayOf } from './service.ts';

/** Rows of one answer: more are no help in picking a person (FRAGA-01). */
const maxRader = 200;

/** Searching persons (SOK-03 to SOK-09, FORB-01). Each search of the user's is in the access log, once (FRAGA-62). */
export function sokService({ replica, clock, newId }: ServicePorts): Handlers<'sok.person'> {
  const logged = new Set<string>();
  return {
    'sok.person': ({ text, arhundrade, id }) => {
      const tolkad = tolkaSokning(text, arhundrade);
      if (!tolkad.ok) return { slag: 'hjalp', hjalp: tolkad.hjalp };
      const search = `${id} ${text.trim()}`;
      if (id === undefined || !logged.has(search)) {
        replica.logAccess({ id: newId(), at: nowOf(clock), action: 'sokt', personId: null, detail: text.trim() });
        logged.add(search);
      }
      let hits = replica.searchPersons(tolkad.fraga, maxRader);
      let annatArhundrade = false;
      if (hits.personIds.length === 0 && arhundrade !== 'alla') {
        // Read without the control: a century that the digits name themselves still stands.
        const utan = tolkaSokning(text, 'alla');
        if (utan.ok) hits = replica.searchPersons(utan.fraga, maxRader);
        annatArhundrade = hits.personIds.length > 0;
      }
      return {
        slag: 'traffar',
        rader: personRader(replica, hits.personIds, todayOf(clock)),
        fler: hits.more,
        annatArhundrade,
        ofullstandig: !replica.searchReady(),
      };
    },
  };
}
