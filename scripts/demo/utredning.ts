import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import { dagarMellan, type IsoDate, plusDagar, plusManader } from '../../shared/util/datum.ts';
import type { Arbete } from './arbete.ts';
import { earlier, workday } from './days.ts';
import { fattaBeslut } from './formular/beslut.ts';
import { inledUtredning, registreraAktualisering } from './formular/inkommet.ts';
import type { Insats } from './insatser.ts';
import { arendeLuckor } from './luckor.ts';
import { isChild } from './profil.ts';
import { dokumenttexter, journaltexter, type Luckor, mallFor } from './texter.ts';

export type Utfall = 'bifall' | 'avslag';
type Inledd = { id: string; luckor: Luckor; insats: Insats; start: IsoDate };

/** Who a person's ansökan comes from. */
const franVem = ({ profil }: Arbete): string =>
  isChild(profil.nummer) ? 'Vårdnadshavare' : profil.narstaende.some(({ typ }) => typ === 'godMan') ? 'God man' : 'Den enskilde';

/** Something that has come in, and waits for an utredning (AKT-01). */
export function aktualisera(arbete: Arbete, { insatsIds, datum }: { insatsIds: string[]; datum: IsoDate }): void {
  const val = { datum, insatsIds, franVem: franVem(arbete), anteckning: 'Ansökan inkom skriftligen.' };
  arbete.gor(arbete.profil.handlaggare, datum, (formular) => registreraAktualisering(formular, val));
}

/** An utredning begun on the day the ansökan came in (UTR-03). @returns its id */
export function inled(arbete: Arbete, { typ, start, insatsIds }: { typ: string; start: IsoDate; insatsIds: string[] }): string {
  aktualisera(arbete, { insatsIds, datum: start });
  const input = arbete.gor(arbete.profil.handlaggare, start, (formular) => inledUtredning(formular, { typ }));
  return String(input.utredningId);
}

export type Beslutad = { beslutIds: string[]; insats: Insats; beslutsdatum: IsoDate; giltigFran: IsoDate; giltigTom: IsoDate | undefined };
type Avslut = {
  insats: Insats;
  utfall: Utfall;
  start: IsoDate;
  giltigTom?: IsoDate | undefined;
  hel?: boolean;
  niva?: number | undefined;
  delavslag?: boolean;
};

/** An ended utredning with its beslut, journal and document, all signed. */
export function avslutadUtredning(arbete: Arbete, val: Avslut): Beslutad {
  const { profil, today, katalog } = arbete;
  const slut = workday(earlier(plusDagar(val.start, profil.random.between(28, 110)), plusDagar(today, -2)));
  const id = inled(arbete, { typ: 'LSS Utredning', start: val.start, insatsIds: [katalog.insatsId(val.insats.id)] });
  const giltigFran = `${plusManader(slut, 1).slice(0, 7)}-01`;
  const arende = { insats: val.insats, inkom: val.start, fran: giltigFran, tom: val.giltigTom };
  const luckor = { ...arbete.luckor, ...arendeLuckor(profil, arende) };
  const inledd = { id, luckor, insats: val.insats, start: val.start };
  journal(arbete, inledd, { slut, utfall: val.utfall });
  dokument(arbete, inledd, { slut, utfall: val.utfall, hel: val.hel ?? profil.random.chance(0.08) });
  return fatta(arbete, id, { ...val, beslutsdatum: slut, giltigFran });
}

type Beslutat = Pick<Avslut, 'insats' | 'utfall' | 'giltigTom' | 'niva' | 'delavslag'> & {
  beslutsdatum: IsoDate;
  giltigFran: IsoDate;
  hallOppen?: boolean;
};

/** The beslut of an utredning: pair and series as the catalogue has them, a delavslag where the user says so, LSS Insatser opened (FORB-27). */
export function fatta(arbete: Arbete, utredningId: string, val: Beslutat): Beslutad {
  const { profil, katalog } = arbete;
  const { insats, utfall, beslutsdatum, giltigFran, niva, hallOppen = false } = val;
  const insatsId = katalog.insatsId(insats.id);
  const serie = katalog.get('insats', insatsId)?.bifall.serie !== undefined && utfall === 'bifall';
  // One beslut a month: no such series is long (BESLUT-PA-05).
  const giltigTom = serie ? plusDagar(giltigFran, 75) : utfall === 'bifall' ? val.giltigTom : undefined;
  const input = arbete.gor(profil.handlaggare, beslutsdatum, (formular) =>
    fattaBeslut(formular, {
      ...{ utredningId, insatsId, utfall, beslutsdatum, giltigFran, giltigTom, hallOppen, personkrets: profil.diagnos.krets },
      niva: String(niva ?? profil.random.between(1, 3)),
      minuter: 30 * profil.random.between(20, 160),
      delavslag: val.delavslag === true && !serie,
      samtidigSkal: 'Beviljas utöver det som redan gäller.',
    }),
  );
  const beslutIds = (input.beslut as { id: string }[]).map(({ id }) => id);
  return { beslutIds, insats, beslutsdatum, giltigFran, giltigTom };
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
  const dagar = Math.max(dagarMellan(start, slut), 1);
  steg.forEach((nyckel, index) => {
    const dag = plusDagar(start, Math.max(1, Math.round((dagar * (index + 0.15)) / Math.max(steg.length - 0.85, 1))));
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
  const dag = plusDagar(slut, -1);
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
