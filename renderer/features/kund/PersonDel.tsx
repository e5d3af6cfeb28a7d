import type { Person } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { Faktalista } from './Faktalista.tsx';
import { nummerOrd, skyddOrd } from './ord.ts';

/** The tab Person: to read. */
export function PersonDel({ kund: { person, alder } }: { kund: KundVy }) {
  return (
    <Faktalista
      rader={[
        ['Efternamn', person.efternamn],
        ['Förnamn', person.fornamn],
        ['Tilltalsnamn', person.tilltalsnamn],
        [nummerOrd[person.nummerSlag], formatPersonnummer(person.personnummer)],
        ['Födelsedatum', `${person.fodelsedatum} (${alder} år)`],
        ['Kundnummer', person.kundnummer],
        ['Skydd', person.skydd === 'ingen' ? undefined : skyddOrd[person.skydd]],
        ['Adress', adress(person)],
        ['Telefon', person.telefon],
        ['E-post', person.epost],
        ['Civilstånd', person.civilstand],
        ['Folkbokförd', person.folkbokfordIKommunen ? 'I kommunen' : 'Inte i kommunen'],
        ['Personkrets', person.personkrets ?? 'Ej vald'],
      ]}
    />
  );
}

/** With any protection the address is not shown, whatever the record holds (ui.md 9). */
function adress({ skydd, adress: a }: Person): string {
  if (skydd !== 'ingen') return 'Adressen är skyddad';
  return a ? `${a.gata}, ${a.postnummer} ${a.ort}` : 'Ingen adress registrerad';
}
