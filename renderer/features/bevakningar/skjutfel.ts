import { sistaSkjutdag } from '../../../shared/domain/klocka/skjut-upp.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import type { Fel } from '../../state/useFormular.ts';

/** What is wrong with the day and the reason that something is put off by. */
export function skjutfel({ till, skal }: { till: string; skal: string }, idag: string): Fel[] {
  const dag = dagAv(till, idag);
  const sist = sistaSkjutdag(idag);
  const utanfor = dag === undefined ? undefined : dag <= idag ? 'Välj en dag efter idag.' : dag > sist ? `Senast ${sist}.` : undefined;
  const fel = datumfel(till, idag, { krav: true, framtid: true }) ?? utanfor;
  return [
    ...(fel === undefined ? [] : [{ falt: 'till', text: fel }]),
    ...(skal.trim() === '' ? [{ falt: 'skal', text: 'Skriv varför bevakningen skjuts upp.' }] : []),
  ];
}
