import { kirSvar } from '../../shared/domain/kir/kir-svar.ts';
import type { CommandInput } from '../../shared/domain/rulebook/command-list.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { skrivBistand } from './bistand.ts';
import { instantOf, later, workday } from './days.ts';
import { invanareAv } from './invanare.ts';
import { epostFor, valjAdress, valjTelefon } from './namn.ts';
import { isChild, type Narstaende, type Profil } from './profil.ts';
import type { Scope } from './scope.ts';

/** The person, the hushåll and the Kontaktuppgifter of an akt: by the forms that users fill in. */
export function skrivPerson(arbete: Arbete): void {
  const { akt, profil, today } = arbete;
  const dag = later(profil.registrerad, plusDagar(profil.nummer.fodelsedatum, 10));
  registrera(arbete, dag);
  for (const narstaende of profil.narstaende) skrivKontakt(akt, profil, narstaende, today);
  const guardians = profil.narstaende.filter(({ typ }) => typ === 'vardnadshavare');
  if (guardians.length > 0) skrivHushall(arbete, guardians, later(dag, plusDagar(today, -900)));
  if (profil.given.kirVantar) svaraForKir(arbete);
}

function registrera({ akt, profil }: Arbete, dag: IsoDate): void {
  const { nummer, namn, skydd, random, id, enheter, handlaggare, given } = profil;
  const [enhet = 'lss'] = enheter.filter((one) => handlaggare.enheter.includes(one));
  const folkbokford = nummer.slag === 'personnummer' && (given.kirVantar || random.chance(0.97));
  const input: CommandInput<'person.registrera'> = {
    personId: id,
    enhet,
    kir: { status: given.kirVantar ? 'ejKontrollerad' : folkbokford ? 'traff' : 'ejTraff', at: instantOf(dag, 500) },
    person: {
      ...{ personnummer: nummer.value, nummerSlag: nummer.slag, ...namn, skydd },
      ...(skydd === 'ingen' ? { adress: valjAdress(random) } : {}),
      ...(skydd !== 'skyddadFolkbokforing' && nummer.alder > 14 ? { telefon: valjTelefon(random) } : {}),
      ...(skydd === 'ingen' && nummer.alder > 17 && random.chance(0.5) ? { epost: epostFor(namn.tilltalsnamn, namn.efternamn) } : {}),
      civilstand: valjCivilstand(profil),
      folkbokfordIKommunen: folkbokford,
    },
    rev: akt.newId(dag),
  };
  akt.run('person.registrera', input, handlaggare, instantOf(dag, 501));
}

/** The kund has applied for something from Bistånd too: she is taken up there, and has a case that the LSS unit does not read. */
export function skrivHosBistand(arbete: Arbete): void {
  const { akt, profil, katalog, today } = arbete;
  const { bistandshandlaggare } = katalog;
  const dag = workday(plusDagar(today, -100));
  const input: CommandInput<'person.taUpp'> = {
    ...{ personId: profil.id, personnummer: profil.nummer.value, enhet: 'bistand', grund: 'samtycke', skal: 'Ansöker om hemtjänst' },
    ...{ bevakningId: akt.newId(dag), rev: akt.newId(dag) },
  };
  akt.run('person.taUpp', input, bistandshandlaggare, instantOf(dag, 520));
  skrivBistand(arbete.hos(bistandshandlaggare), { open: true });
  lamnaTillBistand(arbete);
}

/** The LSS unit has handed one of its texts to Bistånd, with the kund's consent (OSL 10:1). */
function lamnaTillBistand({ akt, profil, katalog, today }: Arbete): void {
  const note = akt.list('anteckning').find(({ data }) => data.enhet === 'lss' && data.signerad && !data.felmarkerad);
  const [grund] = katalog.all('vardelista').find(({ lista }) => lista === 'utlamningsgrund')?.varden ?? [];
  if (!note || !grund) return;
  const dag = workday(plusDagar(today, -20));
  const input: CommandInput<'uppgift.lamna'> = {
    ...{ personId: profil.id, ref: { type: 'anteckning', id: note.id }, sedd: note.data.rev, tillEnhet: 'bistand', grund: grund.namn },
    ...{ skal: 'Behövs för utredningen av hemtjänst', utlamningId: akt.newId(dag), mottagenId: akt.newId(dag) },
    bevakningId: akt.newId(dag),
  };
  akt.run('uppgift.lamna', input, profil.handlaggare, instantOf(dag, 530));
}

/** The register of residents has answered since, as the server asks it: another address than the one the kund gave. */
function svaraForKir({ akt, profil, today }: Arbete): void {
  const person = akt.get('person', profil.id);
  if (!person) return;
  const dag = plusDagar(today, -1);
  const post = { ...invanareAv(person), adress: valjAdress(profil.random) };
  akt.apply(kirSvar(akt, profil.id, post, { forslagId: akt.newId(dag), now: instantOf(dag, 420) }));
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
  const dag = workday(plusDagar(today, -random.between(5, 400)));
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
function skrivHushall({ akt, profil }: Arbete, guardians: Narstaende[], dag: IsoDate): void {
  const { namn, nummer, id, handlaggare } = profil;
  const kund = {
    ...{ personId: id, namn: `${namn.efternamn}, ${namn.fornamn}`, personnummer: nummer.value },
    ...{ relation: isChild(nummer) ? 'Barn' : 'Kund', vardnadshavare: false, registerledare: true },
  };
  const vuxna = guardians.map((guardian) => ({
    ...{ namn: guardian.namn, relation: guardian.relation === 'mor' ? 'Mor' : 'Far', vardnadshavare: true, registerledare: false },
  }));
  const medlemmar = [kund, ...vuxna].map((data) => ({ id: akt.newId(dag), data }));
  akt.run('hushall.spara', { personId: id, bas: [], medlemmar, rev: akt.newId(dag) }, handlaggare, instantOf(dag, 520));
}
