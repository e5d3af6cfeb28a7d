import type { IsoDate } from '../../util/datum.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { State } from '../command.ts';
import type { Brevhuvud, Mall, Mallkod } from '../katalog/records.ts';
import { displayName, type Person } from '../person/records.ts';
import { formatPersonnummer } from '../personnummer.ts';
import { type Dokumentfel, dokumentfel } from './fel.ts';
import { fyll, type Luckvarden, luckorI } from './fyll.ts';
import { brevhuvudFor, lagrumFor, mallFor } from './gallande.ts';
import type { Del, Dokumentinnehall, Uppgift } from './modell.ts';

export type Byggd = Result<Dokumentinnehall, Dokumentfel[]>;
type Fraga = { kod: Mallkod; dag: IsoDate; enhet: string | undefined; utredningstyp?: string; mallId?: string | undefined };

/** The mall and the letterhead of a document's day, and all that goes wrong while it is made: told together, not one at a time. */
export type Ram = { mallId: string; mall: Mall; huvud: Brevhuvud; dag: IsoDate; fel: Dokumentfel[]; katalog: Pick<State, 'katalogLista'> };

export function ramFor(
  katalog: Pick<State, 'katalogLista'>,
  { kod, dag, enhet, utredningstyp, mallId }: Fraga,
): Result<Ram, Dokumentfel[]> {
  const mall = mallFor(katalog, kod, dag, { utredningstyp, mallId });
  const huvud = brevhuvudFor(katalog, enhet, dag);
  if (!mall || !huvud)
    return fail([...(mall ? [] : [dokumentfel('mall-saknas', kod)]), ...(huvud ? [] : [dokumentfel('brevhuvud-saknas')])]);
  return ok({ mallId: mall.id, mall: mall.data, huvud, dag, fel: [], katalog });
}

/** The paragraphs of one of the mall's texts, filled; what is missing is noted. */
export function malltext(ram: Ram, namn: string, varden: Luckvarden = {}): string[] {
  const texter = ram.mall.texter[namn];
  if (!texter || texter.length === 0) {
    ram.fel.push(dokumentfel('malltext-saknas', namn));
    return [];
  }
  return texter.map((text) => ifylld(ram, text, varden));
}

/** As {@link malltext}, of texts that are one line. */
export const mallrad = (ram: Ram, namn: string, varden: Luckvarden = {}): string => malltext(ram, namn, varden).join(' ');
export const stycken = (texter: string[]): Del[] => texter.map((text) => ({ slag: 'stycke', text }));

function ifylld(ram: Ram, text: string, varden: Luckvarden): string {
  const lagrum = luckorI([text]).flatMap((namn) => (namn.startsWith('lagrum:') ? [[namn, lagrumtext(ram, namn.slice(7))] as const] : []));
  const { huvud } = ram;
  const { text: resultat, saknas } = fyll(text, {
    kommun: huvud.kommun,
    namnd: huvud.namnd,
    adress: huvud.adress,
    telefon: huvud.telefon,
    epost: huvud.epost,
    domstol: huvud.domstol,
    domstolAdress: huvud.domstolAdress,
    ...varden,
    ...Object.fromEntries(lagrum),
  });
  // A provision that is missing has been noted already.
  ram.fel.push(...saknas.filter((namn) => !namn.startsWith('lagrum:')).map((namn) => dokumentfel('uppgift-saknas', namn)));
  return resultat;
}

export function lagrumtext(ram: Ram, kod: string): string | undefined {
  const rad = lagrumFor(ram.katalog, kod, ram.dag);
  if (!rad) ram.fel.push(dokumentfel('lagrum-saknas', kod));
  return rad?.text;
}

export type Innehall = { titel: Luckvarden; uppgifter: Uppgift[]; mottagare?: string[]; delar: Del[]; lopande: string };

/** The whole document, or all that is wrong with it. */
export function dokumentAv(ram: Ram, { titel, uppgifter, mottagare = [], delar, lopande }: Innehall): Byggd {
  const { mallId, mall, huvud, dag } = ram;
  const rubrik = ifylld(ram, mall.titel, titel);
  if (ram.fel.length > 0)
    return fail(ram.fel.filter((ett, n) => ram.fel.findIndex(({ kod, ref }) => kod === ett.kod && ref === ett.ref) === n));
  return ok({
    mall: { id: mallId, kod: mall.kod, namn: mall.namn, version: mall.version, form: mall.form },
    titel: rubrik,
    datum: dag,
    avsandare: [huvud.kommun, huvud.namnd, huvud.avdelning ?? ''].filter((rad) => rad !== ''),
    logotyp: huvud.logotyp && { png: huvud.logotyp.png, alt: huvud.logotyp.alt },
    uppgifter,
    mottagare,
    delar,
    fot: [
      [huvud.kommun, huvud.namnd].join(', '),
      huvud.adress,
      [huvud.telefon, huvud.epost, huvud.webb].filter((rad) => rad !== undefined).join(' · '),
    ].filter((rad) => rad !== ''),
    lopande: rubrik.includes(lopande) ? rubrik : [rubrik, lopande].join(' · '),
  });
}

/** `Linnea Maria Ekström`, as letters are addressed. */
const tilltalat = ({ fornamn, efternamn }: Person): string => [fornamn, efternamn].filter(Boolean).join(' ');

export const kundensUppgifter = (person: Person): Uppgift[] => [
  { etikett: 'Namn', varde: displayName(person) },
  { etikett: 'Personnummer', varde: formatPersonnummer(person.personnummer) },
];

/** Name and address of a letter. Of a protected person no address stands on paper, whatever the record holds (FRAGA-62). */
export function mottagarrader(person: Person): string[] {
  const { postadress, adress } = person;
  const till = person.skydd === 'ingen' ? (postadress ?? adress) : undefined;
  return [tilltalat(person), ...(till ? [till.gata, `${till.postnummer} ${till.ort}`.trim()] : [])].filter((rad) => rad !== '');
}
