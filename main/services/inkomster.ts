import { lasInkomster } from '../../shared/domain/behorighet.ts';
import { aktScope, personOfScope } from '../../shared/domain/scope.ts';
import type { InkomstRad, InkomstVy } from '../../shared/ipc/views.ts';
import { aktPost } from './akt.ts';
import type { Oppnade } from './oppnade.ts';
import { personRad } from './person-rad.ts';
import { CallFailure, type Handlers, nowOf, type ServicePorts, todayOf } from './service.ts';

/** Inkomstblanketter for those who handle fees (INK-01): what is out and what has come, of every kund, and what one kund told. */
export function inkomstService(ports: ServicePorts, oppnade: Oppnade): Handlers<'inkomst.lista' | 'inkomst.hamta'> {
  const { replica, actor, clock, newId } = ports;
  const lasta = new Set<string>();
  const require = () => {
    // What a role that is gone has left behind is nobody's to see.
    if (!lasInkomster(actor())) throw new CallFailure('finns-inte', 'inkomst');
  };
  return {
    'inkomst.lista': () => {
      require();
      const { enheter } = actor();
      const today = todayOf(clock);
      const rader = replica.inkomstblanketter().flatMap(({ id, scope, data, pending }): InkomstRad[] => {
        const person = replica.record('person', personOfScope(scope) ?? '');
        // Another unit's is not theirs to handle.
        if (!person || !enheter.includes(data.avgiftsenhet)) return [];
        const { ar, lage, sista, skickad, inlamnad } = data;
        return [
          {
            ...{ id, person: personRad(person, today), ar, lage, sista, skickad: { namn: skickad.namn, at: skickad.at }, osand: pending },
            ...(inlamnad === undefined ? {} : { inlamnad }),
          },
        ];
      });
      return { rader };
    },
    'inkomst.hamta': ({ personId, blankettId }): InkomstVy => {
      require();
      oppnade.require(personId);
      const blankett = replica.record('inkomstblankett', blankettId);
      if (blankett?.scope !== aktScope(personId)) throw new CallFailure('finns-inte');
      const formular = replica.record('inkomstformular', blankett.data.formularId)?.data;
      const svar = replica
        .inScope(aktScope(personId), 'inkomstsvar')
        .filter(({ data }) => data.blankettId === blankettId)
        .sort((a, b) => (a.data.inlamnat < b.data.inlamnat ? 1 : -1))
        .map(aktPost);
      if (svar.length > 0 && !lasta.has(blankettId)) {
        replica.logAccess({ id: newId(), at: nowOf(clock), action: 'last', personId, detail: `inkomstblankett:${blankettId}` });
        lasta.add(blankettId);
      }
      return { blankett: aktPost(blankett), ...(formular ? { formular } : {}), svar };
    },
  };
}
