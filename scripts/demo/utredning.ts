import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { addDays, addMonths, daysBetween, earlier, workday } from './days.ts';
import type { Beslutsval, Insats } from './insatser.ts';
import { arendeLuckor } from './luckor.ts';
import { isChild } from './profil.ts';
import { dokumenttexter, journaltexter, type Luckor, mallFor } from './texter.ts';

export type Utfall = 'bifall' | 'avslag';
type Inledd = { id: string; luckor: Luckor; insats: Insats; start: IsoDate };

/** An utredning begun on the day the ansökan came in (UTR-03). */
export function inled(arbete: Arbete, val: { typ: string; start: IsoDate; slut?: IsoDate }): string {
  const { akt, profil } = arbete;
  return akt.put('utredning', akt.newId(val.start), {
    typ: val.typ,
    startdatum: val.start,
    ...(val.slut ? { slutdatum: val.slut } : {}),
    inkomDatum: val.start,
    ansvarigHandlaggareId: profil.handlaggare.id,
    organisationId: profil.handlaggare.organisationId,
  });
}

export type Beslutad = { beslutId: string; insats: Insats; beslutsdatum: IsoDate; giltigFran: IsoDate; giltigTom: IsoDate | undefined };
type Avslut = { insats: Insats; utfall: Utfall; start: IsoDate; giltigTom?: IsoDate | undefined; hel?: boolean };

/** An ended utredning with its beslut, journal and document, all signed. */
export function avslutadUtredning(arbete: Arbete, val: Avslut): Beslutad {
  const { profil, today } = arbete;
  const slut = workday(earlier(addDays(val.start, profil.random.between(28, 110)), addDays(today, -2)));
  const id = inled(arbete, { typ: 'LSS Utredning', start: val.start, slut });
  const giltigFran = `${addMonths(slut, 1).slice(0, 7)}-01`;
  const arende = { insats: val.insats, inkom: val.start, fran: giltigFran, tom: val.giltigTom };
  const luckor = { ...arbete.luckor, ...arendeLuckor(profil, arende) };
  const inledd = { id, luckor, insats: val.insats, start: val.start };
  journal(arbete, inledd, { slut, utfall: val.utfall });
  dokument(arbete, inledd, { slut, utfall: val.utfall, hel: val.hel ?? profil.random.chance(0.08) });
  const beslutsval = val.insats.beslut[val.utfall];
  if (!beslutsval) throw new Error(`${val.insats.id} has no ${val.utfall} in the decision catalogue`);
  const beslutId = fattaBeslut(arbete, id, beslutsval, { utfall: val.utfall, dag: slut, fran: giltigFran, tom: val.giltigTom });
  return { beslutId, insats: val.insats, beslutsdatum: slut, giltigFran, giltigTom: val.giltigTom };
}

type Giltighet = { utfall: Utfall; dag: IsoDate; fran: IsoDate; tom?: IsoDate | undefined };

export function fattaBeslut({ akt }: Arbete, utredningId: string, beslutsval: Beslutsval, { utfall, dag, fran, tom }: Giltighet): string {
  return akt.put('beslut', akt.newId(dag), {
    utredningId,
    beslutskod: beslutsval.kod,
    beslutsnamn: beslutsval.namn,
    utfall,
    insatskategori: beslutsval.insatskategori,
    beslutsdatum: dag,
    giltigFran: fran,
    ...(tom ? { giltigTom: tom } : {}),
  });
}

/** What happens between the first call and the decision; each utredning has some of it. */
const mellan = ['hembesok', 'telefonAnhorig', 'intygInkom', 'komplettering', 'mote', 'kommunicering'];

function journal(arbete: Arbete, inledd: Inledd, { slut, utfall }: { slut: IsoDate; utfall: Utfall }): void {
  const { random } = arbete.profil;
  const antal = random.weighted([0, 1, 2], (n) => 4 - n);
  const some = new Set(random.shuffled(mellan).slice(0, antal));
  const steg = ['forstaKontakt', ...mellan.filter((one) => some.has(one)), utfall === 'bifall' ? 'beslutMeddelat' : 'avslagMeddelat'];
  journalsteg(arbete, inledd, steg, slut);
}

/** Journal notes spread evenly from the ansökan to the given day, in the order of the steps. */
export function journalsteg(arbete: Arbete, { id, luckor, start }: Inledd, steg: string[], slut: IsoDate): void {
  const dagar = Math.max(daysBetween(start, slut), 1);
  steg.forEach((nyckel, index) => {
    const dag = addDays(start, Math.max(1, Math.round((dagar * (index + 0.15)) / Math.max(steg.length - 0.85, 1))));
    const mall = mallFor(journaltexter, nyckel);
    if (!mall) throw new Error(`resources/demo/texter-journal.json lacks ${nyckel}`);
    const plats = {
      ref: { slag: 'utredning', id } as const,
      rubrikKod: journalRubrik,
      dag: earlier(dag, slut),
      av: arbete.profil.handlaggare,
    };
    arbete.skriv(mall, luckor, plats);
  });
}

/** The rubriker that a handläggare fills, in the order they are written. */
export const dokumentRubriker = [
  'ANSOKAN',
  'AKTUELL_SITUATION',
  'GRUNDLAGGANDE_BEHOV',
  'ANDRA_PERSONLIGA_BEHOV',
  'FRITID_DELAKTIGHET',
  'UNDERLAG_VARDEN',
  'UTLATANDE_HABILITERING',
  'DEN_ENSKILDES_INSTALLNING',
  'BARNETS_BASTA',
  'BEDOMNING',
  'FORSLAG_TILL_BESLUT',
  'BESLUT',
];
/** What a short utredning of a clear case holds. */
const korta = new Set(['ANSOKAN', 'BEDOMNING', 'BESLUT']);

function dokument(arbete: Arbete, inledd: Inledd, { slut, utfall, hel }: { slut: IsoDate; utfall: Utfall; hel: boolean }): void {
  const koder = rubrikerOf(arbete, inledd.insats).filter((kod) => hel || korta.has(kod));
  const dag = addDays(slut, -1);
  for (const kod of koder) skrivRubrik(arbete, inledd, { kod, dag: kod === 'BESLUT' ? slut : dag, variant: utfall });
}

/** The rubriker that concern this person and insats. */
export function rubrikerOf({ profil }: Arbete, insats: Insats): string[] {
  const personal = /ASSISTANS|BOSTAD|KORTTIDSVISTELSE/.test(insats.id);
  return dokumentRubriker.filter((kod) => {
    if (kod === 'GRUNDLAGGANDE_BEHOV') return personal;
    if (kod === 'BARNETS_BASTA') return isChild(profil.nummer);
    if (kod === 'DEN_ENSKILDES_INSTALLNING' || kod === 'FRITID_DELAKTIGHET') return profil.nummer.alder > 6;
    return true;
  });
}

export type Rubrikval = { kod: string; dag: IsoDate; variant?: string; osignerad?: boolean };

/** One text of the Utredningsdokument. */
export function skrivRubrik(
  arbete: Arbete,
  { id, luckor }: Pick<Inledd, 'id' | 'luckor'>,
  { kod, dag, variant, osignerad }: Rubrikval,
): void {
  const liten = arbete.profil.nummer.alder < 7 && kod === 'BARNETS_BASTA';
  const mall = mallFor(dokumenttexter, kod, liten ? 'liten' : variant);
  if (!mall) throw new Error(`resources/demo/texter-dokument.json lacks ${kod} ${variant ?? ''}`);
  const ref = { slag: 'utredning', id } as const;
  arbete.skriv(mall, luckor, { ref, rubrikKod: kod, dag, av: arbete.profil.handlaggare, ...(osignerad ? { osignerad } : {}) });
}
