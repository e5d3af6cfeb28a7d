import type { KirPost } from '../domain/kir/records.ts';
import { okandDodsdag, type Person } from '../domain/person/records.ts';
import type { PersonnummerError } from '../domain/personnummer.ts';
import type { KundVy } from '../ipc/views.ts';

export const skyddOrd: Record<Exclude<Person['skydd'], 'ingen'>, string> = {
  sekretessmarkering: 'Sekretessmarkering',
  skyddadFolkbokforing: 'Skyddad folkbokföring',
};

/** The protection in words, also where there is none. */
export const skyddsord = (skydd: Person['skydd']): string => (skydd === 'ingen' ? 'Inget' : skyddOrd[skydd]);

export const nummerOrd: Record<Person['nummerSlag'], string> = {
  personnummer: 'Personnummer',
  samordningsnummer: 'Samordningsnummer',
  interim: 'Interimsnummer',
};

export const kirOrd: Record<NonNullable<Person['kir']>['status'], string> = {
  traff: 'Träff',
  ejTraff: 'Ingen träff',
  stammerInte: 'Stämmer inte',
  ejKontrollerad: 'Inte kontrollerad',
};

export const avregistreringOrd: Record<NonNullable<KirPost['avregistrerad']>, string> = {
  avliden: 'Avliden',
  utvandrad: 'Utvandrad',
  'bytt-nummer': 'Numret är utbytt mot ett annat',
  annullerad: 'Numret är annullerat',
  'okand-vistelseort': 'Okänd vistelseort',
  'fel-identitet': 'Avregistrerad, fel identitet',
  annan: 'Avregistrerad',
};

export const identitetOrd: Record<NonNullable<KirPost['identitet']>, string> = {
  'ej-styrkt': 'Identiteten är inte styrkt',
  vilande: 'Samordningsnumret är vilande',
};

/** What is wrong with a typed number, and what is right. */
export const nummerfelOrd: Record<PersonnummerError, string> = {
  empty: 'Skriv personnumret, till exempel 19990412-2380.',
  characters: 'Personnumret har andra tecken än siffror. Skriv till exempel 19990412-2380.',
  length: 'Personnumret har fel antal siffror. Skriv 10 eller 12, till exempel 19990412-2380.',
  date: 'Födelsedatumet i numret finns inte. Kontrollera siffrorna.',
  checksum: 'Kontrollsiffran stämmer inte. Kontrollera siffrorna.',
};

/** The day of death; the register's may lack parts. */
export const dodsdagOrd = (dag: string): string => (dag === okandDodsdag ? 'okänd dag' : dag);
/** `Avliden 2026-11-02` */
export const avlidenOrd = (dag: string): string => `Avliden ${dodsdagOrd(dag)}`;

/** What the user's units have registered; undefined for one who is of none of the kund's. Several units are told apart by name. */
export function personkretsOrd(personkretsar: KundVy['personkretsar']): string | undefined {
  const registrerade = personkretsar.filter(({ personkrets }) => personkrets !== undefined);
  if (registrerade.length === 0) return personkretsar.length === 0 ? undefined : 'Ej vald';
  return registrerade.map(({ enhet, personkrets }) => (personkretsar.length > 1 ? `${personkrets} (${enhet})` : personkrets)).join(', ');
}

/** What stands for the name of a person with skyddad folkbokföring wherever others are named too (FRAGA-62). */
export const skyddadText = 'Skyddad identitet';
