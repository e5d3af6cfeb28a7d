import { z } from 'zod';
import type { Enhetsmarke } from '../../../shared/domain/enhet.ts';
import { enhetOf } from '../../../shared/domain/enhet.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { AktVy, DokumentVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { chosenPages } from '../../../shared/util/sidval.ts';
import { sidantal } from '../../../shared/words/utskrift.ts';
import { aktForEnhet } from '../../state/akt.ts';
import type { Bindel, Bindval, Bunden, Dellage } from '../../state/bindning.ts';
import { newId } from '../../state/core.ts';
import { type Knytval, knytsTillAv, knytsTillVal, knytvarde, lasesUtanfor } from '../../state/knytsTill.ts';
import type { Fel } from '../../state/useFormular.ts';

/** As many as one binding takes. */
const mestDelar = 200;
/** What printers remember their last choice for. */
export const bunttyp = 'PDF-bunt';
/** What a bundle is filed as: the municipality's value for it, where it has one. */
const dokumenttypFor = ({ vardelistor: { dokumenttyp } }: KatalogVy): string =>
  dokumenttyp.find(({ kod }) => kod === 'bunt')?.namn ?? bunttyp;

/** A bundle that is being put together, kept as a draft: what is in it, not the files, passwords or the bundle itself. */
export const buntformular = z.object({
  basRev: z.null().optional(),
  rubrik: z.string(),
  /** `utredning/<id>`; null = the first that is offered. */
  knytsTill: z.string().nullable(),
  framsida: z.boolean(),
  sidnummer: z.boolean(),
  delar: z.array(z.object({ slag: z.enum(['dokument', 'fil']), id: z.string(), namn: z.string(), sidor: z.string() })),
  ids: z.object({ dokument: z.string() }),
});
export type Buntformular = z.infer<typeof buntformular>;

export const startBunt = (idag: string): Buntformular => ({
  ...{ rubrik: `Bunt ${idag}`, knytsTill: null, framsida: false, sidnummer: true, delar: [] },
  ids: { dokument: newId() },
});

/** The document takes another place; one that is not there, or has no place to go to, stays. */
export function flytta(delar: readonly Bindel[], fran: number, till: number): Bindel[] {
  const alla = [...delar];
  const [del] = fran >= 0 && till >= 0 && till < alla.length ? alla.splice(fran, 1) : [];
  if (del) alla.splice(till, 0, del);
  return alla;
}

/** A document of the bundle as it is shown: what is known of it, and what is wrong. */
export type Rad = Bindel & {
  lage: Dellage | undefined;
  /** All its pages, when that is known. */
  har: number | undefined;
  /** So many of them are chosen. */
  valda: number | undefined;
  sidfel: string | undefined;
  /** Why it cannot be bound. */
  hinder: string | undefined;
  dokument: DokumentVy | undefined;
};

export function raderAv(delar: readonly Bindel[], lagen: Readonly<Record<string, Dellage>>, dokument: readonly DokumentVy[]): Rad[] {
  const perId = new Map(dokument.map((one) => [one.id, one]));
  return delar.map((del) => {
    const lage = lagen[del.id];
    const akten = del.slag === 'dokument' ? perId.get(del.id) : undefined;
    const har = lage?.slag === 'klar' ? lage.sidor : akten?.data.sidor;
    const valda = har === undefined ? undefined : chosenPages(del.sidor, har)?.length;
    const sidfel = har !== undefined && valda === undefined ? sidfelText(har) : undefined;
    return { ...del, lage, har, valda, sidfel, hinder: sidfel ?? hinderAv(del, lage, akten), dokument: akten };
  });
}

const sidfelText = (har: number): string =>
  har === 1 ? 'Dokumentet har bara 1 sida.' : `Dokumentet har ${sidantal(har)}. Skriv till exempel 1-${Math.min(3, har)}, eller 2-.`;

function hinderAv({ slag }: Bindel, lage: Dellage | undefined, dokument: DokumentVy | undefined): string | undefined {
  if (slag === 'dokument' && !dokument) return 'Dokumentet finns inte kvar i akten. Ta bort det ur bunten.';
  if (dokument?.data.felmarkerad) return 'Dokumentet är felmarkerat. Ta bort det ur bunten.';
  if (slag === 'fil' && !lage) return 'Filen är glömd: den ligger bara kvar tills du loggar ut. Ta bort raden och lägg till filen igen.';
  if (lage?.slag === 'hindrad') return `${lage.ord.vad} ${lage.ord.gor}`;
  if (lage?.slag === 'tas-in') return 'Filen läses in.';
  if (lage?.slag === 'provas') return 'Filen läses.';
  if (lage?.slag === 'losenord') return lage.igen ? 'Lösenordet stämmer inte. Skriv det igen.' : 'Skriv lösenordet.';
  return undefined;
}

export const bindvalAv = ({ rubrik, framsida, sidnummer, delar }: Buntformular): Bindval => ({
  ...{ titel: rubrik.trim(), framsida, sidnummer },
  delar: delar.map(({ slag, id, namn, sidor }) => ({ slag, id, namn, sidor: sidor.trim() })),
});

/** What keeps the documents from being bound now, in the order of the form. */
export const bindhinder = (rader: readonly Rad[], { rubrik }: Buntformular): Fel[] => [
  ...(rader.length === 0 ? [{ falt: 'delar', text: 'Bunten är tom. Kryssa i dokument i akten, eller lägg till filer.' }] : []),
  ...(rader.length > mestDelar ? [{ falt: 'delar', text: `Bunten får ha högst ${mestDelar} dokument.` }] : []),
  ...rader.flatMap(({ id, namn, hinder }) => (hinder === undefined ? [] : [{ falt: `del-${id}`, text: `${namn}: ${hinder}` }])),
  ...(rubrik.trim() === '' ? [{ falt: 'rubrik', text: 'Rubrik saknas. Skriv en passande rubrik.' }] : []),
];

/**
 * What the bundle can be tied to: of the unit whose documents are in it, for who reads there reads them too; nothing when they are of
 * several units.
 */
export function buntplatser(
  rader: readonly Rad[],
  akt: AktVy,
  katalog: KatalogVy,
): { val: (Knytval & { utanfor: boolean })[]; olika: boolean } {
  const enheter = new Set(
    rader.flatMap(({ dokument }) => (dokument ? (enhetOf('dokument', dokument.data as Enhetsmarke, akt.person.data) ?? []) : [])),
  );
  if (enheter.size > 1) return { val: [], olika: true };
  const [enhet] = enheter;
  const platser = knytsTillVal(enhet === undefined ? akt : aktForEnhet(akt, enhet), katalog);
  return { val: platser.map((one) => ({ ...one, utanfor: lasesUtanfor(akt, katalog, one.varde) })), olika: false };
}

/**
 * Where it is filed: as chosen, else where the first of its documents is that has a place that is offered. A place that is read outside the
 * unit is proposed only where all of the bundle is already: else it is the user's choice.
 */
export function platsAv(
  val: readonly (Knytval & { utanfor: boolean })[],
  rader: readonly Rad[],
  { knytsTill }: Pick<Buntformular, 'knytsTill'>,
): string | undefined {
  if (val.some(({ varde }) => varde === knytsTill)) return knytsTill ?? undefined;
  const dess = rader.map(({ dokument }) => dokument && knytvarde(dokument.data.knytsTill));
  const foreslagna = val.filter(({ varde, utanfor }) => !utanfor || dess.every((ett) => ett === varde));
  const offered = new Set(foreslagna.map(({ varde }) => varde));
  return dess.find((varde) => varde !== undefined && offered.has(varde)) ?? foreslagna[0]?.varde;
}

/** Spara i akten: the bundle that was bound, with the documents of the akt it was made from. */
export function arkiveraBunt(
  { personId, katalog }: { personId: string; katalog: KatalogVy },
  varden: Buntformular,
  plats: string | undefined,
  bunden: Bunden | undefined,
): FormCommand<'dokument.arkivera'> {
  const delar = varden.delar.filter(({ slag }) => slag === 'dokument');
  return {
    name: 'dokument.arkivera',
    input: {
      ...{ personId, dokumentId: varden.ids.dokument, rubrik: varden.rubrik.trim(), typ: dokumenttypFor(katalog) },
      knytsTill: knytsTillAv(plats),
      ...{ sha256: bunden?.svar.sha256, storlek: bunden?.svar.storlek, sidor: bunden?.svar.sidor },
      ...(delar.length > 0 ? { underlag: delar.map(({ id }) => ({ type: 'dokument', id })) } : {}),
    },
  };
}
