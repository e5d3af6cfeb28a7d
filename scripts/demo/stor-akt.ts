import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import { byggTrad } from '../../shared/domain/rubriktrad/trad.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { Arbete } from './arbete.ts';
import { msOf } from './days.ts';
import { insatsOf } from './insatser.ts';
import { type DemoRecord, Katalog } from './katalog.ts';
import { arendeLuckor } from './luckor.ts';
import { type Nummer, Nummerforrad } from './nummer.ts';
import { keptBirthDate } from './personer.ts';
import { egenskaper, type Profil } from './profil.ts';
import { Random } from './random.ts';
import { journaltexter, mallFor } from './texter.ts';
import { dokumentRubriker, skrivRubrik } from './utredning.ts';

const nodesPerUtredning = 100;

/**
 * The records of one akt whose rubrikträd has exactly so many nodes: utredningar full of notes, for measuring and
 * simulating. The person is none of the demo municipality's, so the akt can stand beside it.
 * @param utredningar among which the notes are shared; one a hundred nodes unless said
 * @throws RangeError below the nodes of one empty utredning
 */
export function bigAkt(
  nodes: number,
  {
    seed = 1,
    today,
    utredningar = Math.max(1, Math.floor(nodes / nodesPerUtredning)),
  }: { seed?: number; today: IsoDate; utredningar?: number },
): DemoRecord[] {
  const katalog = new Katalog();
  const nummer = keptNummer(today);
  const profilOf = (stream: string): Profil => storProfil(katalog, nummer, new Random(stream), today);
  const nodesOf = (utredningar: number): number => emptyTree(new Arbete(profilOf('empty'), katalog, today), utredningar);
  const fixed = nodesOf(0);
  const empty = nodesOf(1) - fixed;
  const notes = nodes - fixed - utredningar * empty;
  if (notes < 0) throw new RangeError(`an akt has at least ${fixed + empty} nodes`);
  const arbete = new Arbete(profilOf(`${seed}/stor akt`), katalog, today);
  skrivStorPerson(arbete);
  for (let n = 0; n < utredningar; n++) {
    const count = Math.floor((notes * (n + 1)) / utredningar) - Math.floor((notes * n) / utredningar);
    skrivFull(arbete, { start: plusDagar(today, -90 * (n + 1)), open: n === 0, count });
  }
  return [...arbete.akt.records()];
}

/** How many nodes the tree has with so many utredningar in which nothing is written. */
function emptyTree(arbete: Arbete, utredningar: number): number {
  const { katalog, profil, today } = arbete;
  for (let n = 0; n < utredningar; n++) utredningUtan(arbete, { start: today });
  const tom = {
    aktualiseringar: [],
    beslut: [],
    bestallningar: [],
    bedomningar: [],
    bevakningar: [],
    verkstalligheter: [],
    anteckningar: [],
    utlamningar: [],
    mottagna: [],
    handlingar: [],
  };
  const namn = { utforareNamn: () => '', utforare: () => undefined, insatser: [] };
  const akt = { ...tom, utredningar: arbete.akt.list('utredning') };
  return byggTrad(akt, { ...namn, mallar: katalog.all('rubrikmall'), enheter: [] }, profil.handlaggare, today, { enheter: ['lss'] }).length;
}

function skrivFull(arbete: Arbete, { start, open, count }: { start: IsoDate; open: boolean; count: number }): void {
  const { profil, penna } = arbete;
  const id = utredningUtan(arbete, { start, ...(open ? {} : { slut: plusDagar(start, 80) }) });
  const luckor = { ...arbete.luckor, ...arendeLuckor(profil, { insats: insatsOf('PERSONLIG_ASSISTANS'), inkom: start }) };
  const dokument = dokumentRubriker.filter((kod) => kod !== 'BARNETS_BASTA').slice(0, count);
  for (const kod of dokument) skrivRubrik(arbete, { id, luckor }, { kod, dag: plusDagar(start, 70), variant: 'bifall' });
  const steg = ['forstaKontakt', 'hembesok', 'telefonAnhorig', 'intygInkom', 'mote'];
  for (let n = dokument.length; n < count; n++) {
    const mall = mallFor(journaltexter, steg[n % steg.length] ?? '');
    if (!mall) throw new Error('resources/demo/texter-journal.json lacks a step');
    const plats = {
      ref: { slag: 'utredning', id } as const,
      rubrikKod: journalRubrik,
      dag: plusDagar(start, (n % 75) + 1),
      av: profil.handlaggare,
    };
    penna.skriv({ ...plats, ...arbete.text(mall, luckor) });
  }
}

/** An utredning with no aktualisering: the tree is to have so many nodes and no more. */
function utredningUtan({ akt, profil }: Arbete, { start, slut }: { start: IsoDate; slut?: IsoDate }): string {
  return akt.put('utredning', akt.newId(start), {
    typ: 'LSS Utredning',
    startdatum: start,
    ...(slut ? { slutdatum: slut } : {}),
    inkomDatum: start,
    ansvarigHandlaggareId: profil.handlaggare.id,
    organisationId: profil.handlaggare.organisationId,
  });
}

function skrivStorPerson({ akt, profil }: Arbete): void {
  akt.put('person', profil.id, {
    personnummer: profil.nummer.value,
    nummerSlag: profil.nummer.slag,
    fodelsedatum: profil.nummer.fodelsedatum,
    ...profil.namn,
    kundnummer: '99999',
    skydd: profil.skydd,
    civilstand: 'Ogift',
    folkbokfordIKommunen: true,
    enheter: profil.enheter,
  });
}

function keptNummer(today: IsoDate): Nummer {
  const nummer = new Nummerforrad(today, new Random('kept')).nearest(keptBirthDate, true);
  if (!nummer) throw new Error('resources/testdata is empty');
  return nummer;
}

function storProfil(katalog: Katalog, nummer: Nummer, random: Random, today: IsoDate): Profil {
  const handlaggare = katalog.lssHandlaggare[2];
  if (!handlaggare) throw new Error('resources/catalogue/anvandare.json lacks LSS-handläggare 3');
  return {
    index: 0,
    id: random.uuid(msOf(plusDagar(today, -3650))),
    registrerad: plusDagar(today, -3650),
    nummer,
    namn: { efternamn: 'Långström', fornamn: 'Vendela', tilltalsnamn: 'Vendela' },
    ursprung: 'svenska',
    skydd: 'ingen',
    enheter: ['lss'],
    historia: 'oppen',
    handlaggare,
    narstaende: [],
    diagnos: random.pick(egenskaper.diagnoser),
    boende: random.pick(egenskaper.boende.vuxen),
    syssla: random.pick(egenskaper.sysselsattning.vuxen),
    given: {},
    random,
  };
}
