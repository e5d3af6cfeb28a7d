import type { IsoDate } from '../../shared/util/datum.ts';
import { addDays, instantOf, later, workday } from './days.ts';
import { epostFor, valjAdress, valjTelefon } from './namn.ts';
import { isChild, type Narstaende, type Profil } from './profil.ts';
import type { Scope } from './scope.ts';

/** The person, the hushåll and the Kontaktuppgifter of an akt. */
export function skrivPerson(akt: Scope, profil: Profil, today: IsoDate): void {
  const { nummer, namn, skydd, random } = profil;
  const born = nummer.fodelsedatum;
  const folkbokford = nummer.slag === 'personnummer' && random.chance(0.97);
  akt.put('person', profil.id, {
    personnummer: nummer.value,
    nummerSlag: nummer.slag,
    fodelsedatum: born,
    ...namn,
    kundnummer: String(100_000 + profil.index),
    skydd,
    ...(skydd === 'ingen' ? { adress: valjAdress(random) } : {}),
    ...(skydd !== 'skyddadFolkbokforing' && nummer.alder > 14 ? { telefon: valjTelefon(random) } : {}),
    ...(skydd === 'ingen' && nummer.alder > 17 && random.chance(0.5) ? { epost: epostFor(namn.tilltalsnamn, namn.efternamn) } : {}),
    civilstand: valjCivilstand(profil),
    folkbokfordIKommunen: folkbokford,
    ...(profil.historia === 'bistand' || profil.historia === 'oppen' ? {} : { personkrets: profil.diagnos.krets }),
    enheter: profil.enheter,
  });
  for (const narstaende of profil.narstaende) skrivKontakt(akt, profil, narstaende, today);
  const guardians = profil.narstaende.filter(({ typ }) => typ === 'vardnadshavare');
  if (guardians.length > 0) skrivHushall(akt, profil, guardians, later(born, addDays(today, -900)));
}

function valjCivilstand({ nummer, random }: Profil): string {
  if (nummer.alder < 20) return 'Ogift';
  const [ogift, gift, skild] = nummer.alder < 60 ? [82, 12, 6] : [40, 28, 22];
  const left = nummer.kvinna ? 'Änka' : 'Änkling';
  const values = [
    { namn: 'Ogift', vikt: ogift },
    { namn: 'Gift', vikt: gift },
    { namn: 'Skild', vikt: skild },
    { namn: left, vikt: nummer.alder < 60 ? 0 : 10 },
  ];
  return random.weighted(values, ({ vikt }) => vikt).namn;
}

/** By the command kontakt.spara, as the handläggare does it. Near ones of a protected person have no address either. */
function skrivKontakt(akt: Scope, profil: Profil, narstaende: Narstaende, today: IsoDate): void {
  const { random } = profil;
  const dag = workday(addDays(today, -random.between(5, 400)));
  const [efternamn = '', fornamn = ''] = narstaende.namn.split(', ');
  const kontakt = {
    typ: narstaende.typ,
    namn: narstaende.namn,
    relation: narstaende.relation,
    telefon: valjTelefon(random),
    ...(random.chance(0.4) ? { epost: epostFor(fornamn, efternamn) } : {}),
    ...(narstaende.typ === 'godMan' ? { anteckning: 'Förordnandet omfattar: bevaka rätt, förvalta egendom, sörja för person.' } : {}),
    rev: akt.newId(dag),
  };
  const input = { personId: profil.id, kontaktId: akt.newId(dag), basRev: null, kontakt };
  akt.run('kontakt.spara', input, profil.handlaggare, instantOf(dag, random.between(370, 840)));
}

/** The kund is registerledare of the hushåll (HUSH-06). */
function skrivHushall(akt: Scope, profil: Profil, guardians: Narstaende[], dag: IsoDate): void {
  akt.put('hushallsmedlem', akt.newId(dag), {
    personId: profil.id,
    namn: `${profil.namn.efternamn}, ${profil.namn.fornamn}`,
    personnummer: profil.nummer.value,
    relation: isChild(profil.nummer) ? 'Barn' : 'Kund',
    vardnadshavare: false,
    registerledare: true,
  });
  for (const guardian of guardians) {
    akt.put('hushallsmedlem', akt.newId(dag), {
      namn: guardian.namn,
      relation: guardian.relation === 'mor' ? 'Mor' : 'Far',
      vardnadshavare: true,
      registerledare: false,
    });
  }
}
