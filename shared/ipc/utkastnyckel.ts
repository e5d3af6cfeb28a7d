import { type Bevakning, bevakasTyper } from '../domain/bevakning/records.ts';

/** Forms whose object is a record of the kund's akt, or a word of its own (`ny`, `alla`, `uppgifter`). */
const aktformular = [
  'person',
  'sankSkydd',
  'hushall',
  'kontakt',
  'aktualisering',
  'inled',
  'bytHandlaggare',
  'oppnaUtredning',
  'beslut',
  'felmarkeraBeslut',
  'lamna',
  'lass',
  'bestallning',
  'taBortBestallning',
  'nyEfterAvbrott',
  'bekrafta',
  'bedomning',
  'verkstallighet',
  'avslutaVerkstallighet',
  'oppnaVerkstallighet',
  'bytUtforare',
  'avslutaArende',
  'utskrift',
  'felmarkeraHandling',
  'bindare',
  'infoga',
  'bevakning',
  'taBortBevakning',
  'skjutUpp',
  'tagitDel',
  'kopplaAnteckning',
  'begaran',
  'underrattelse',
  'erbjudande',
  'felmarkeraErbjudande',
  'ivouppgift',
  'felmarkeraIvorapport',
  'planeraUppfoljning',
  'uppfoljning',
  'felmarkeraUppfoljning',
  'mote',
  'felmarkeraMote',
  'stallInMote',
  'franvaro',
  'avslutaFranvaro',
  'felmarkeraFranvaro',
  'franvarounderlag',
  'samtycke',
  'aterkallaSamtycke',
  'felmarkeraSamtycke',
  'etjanst',
  'godkannande',
  'avslutaGodkannande',
  'valkomst',
  'inkomstblankett',
  'kompletteraInkomst',
  'klarInkomst',
  'individuellPlan',
  'felmarkeraIndividuellPlan',
] as const;
/** Forms of a note, in its dokumentation: its text, and why it is marked as wrong. */
const notformular = ['anteckning', 'felmarkera'] as const;
/**
 * Forms that belong to no akt here: a kund who is not registered yet, one who is another unit's, an e-ansökan, a message, two texts of Utkorg written into one, and one reason for
 * several kunder's bevakningar.
 */
const utanAkt = [
  ...(['registrera', 'taUpp', 'koppla', 'ihop', 'skjutUppFlera'] as const),
  ...(['meddelande', 'journalfor', 'infogaBilaga', 'meddelandeinstallningar'] as const),
] as const;

export type AktFormId = (typeof aktformular)[number];
type NotFormId = (typeof notformular)[number];
/** Every form that has a draft. `renderer/state/formularplats.ts` says where each is shown. */
export type FormId = AktFormId | NotFormId | (typeof utanAkt)[number];
export const formIds: readonly FormId[] = [...aktformular, ...notformular, ...utanAkt];

/** Where a note is written: its dokumentation, the rubrik in it and the note itself. */
export type Anteckningsplats = { dokumentationId: string; rubrikKod: string; anteckningId: string };

/** Which form, for whom and of what: one draft each. */
export type Utkastnyckel =
  | { form: AktFormId; personId: string; objekt: string }
  | { form: 'anteckning'; personId: string; objekt: Anteckningsplats }
  | { form: 'felmarkera'; personId: string; objekt: Anteckningsplats }
  | { form: (typeof utanAkt)[number]; objekt: string };

/** The key as drafts lie on disk by it, and as a sent form is kept beside its command: `<form>:<personId>:<objekt>`. */
export function keyOf(nyckel: Utkastnyckel): string {
  if (!('personId' in nyckel)) return `${nyckel.form}:${nyckel.objekt}`;
  if (typeof nyckel.objekt === 'string') return `${nyckel.form}:${nyckel.personId}:${nyckel.objekt}`;
  const { dokumentationId, rubrikKod, anteckningId } = nyckel.objekt;
  return `${nyckel.form}:${nyckel.personId}:${dokumentationId}:${rubrikKod}:${anteckningId}`;
}

/** @returns undefined for a key of a form that this program has not, or of another shape */
export function readKey(nyckel: string): Utkastnyckel | undefined {
  const [slag = '', ...delar] = nyckel.split(':');
  if (delar.length === 0 || delar.some((del) => del === '')) return undefined;
  const ensam = utanAkt.find((form) => form === slag);
  if (ensam) return { form: ensam, objekt: delar.join(':') };
  const [personId = '', ...objekt] = delar;
  const form = aktformular.find((one) => one === slag);
  if (form) return objekt.length === 0 ? undefined : { form, personId, objekt: objekt.join(':') };
  const [dokumentationId, ...rest] = objekt;
  const anteckningId = rest.at(-1);
  const not = notformular.find((one) => one === slag);
  if (!not || dokumentationId === undefined || anteckningId === undefined || rest.length < 2) return undefined;
  return { form: not, personId, objekt: { dokumentationId, rubrikKod: rest.slice(0, -1).join(':'), anteckningId } };
}

/** What the form `lamna` is of: a beslut, or a text with the dokumentation it stands in, by which it is known whether it may still be there. */
export const lamnasObjekt = (id: string, dokumentationId: string | undefined): string =>
  dokumentationId === undefined ? id : `${dokumentationId}:${id}`;
export const lamnasAv = (objekt: string): { id: string; dokumentationId: string | undefined } => {
  const [forst = '', id] = objekt.split(':');
  return id === undefined ? { id: forst, dokumentationId: undefined } : { id, dokumentationId: forst };
};

type BevakningRef = Bevakning['ref'];
/** What the form `bevakning` is of: a bevakning, or what a new one is laid on. */
export const nyBevakningPa = ({ type, id }: BevakningRef): string => `ny:${type}:${id}`;
export function bevakningsobjekt(objekt: string): { bevakningId: string } | { ref: BevakningRef } {
  const [forst = '', slag, id] = objekt.split(':');
  const type = bevakasTyper.find((one) => one === slag);
  return forst === 'ny' && type && id !== undefined ? { ref: { type, id } } : { bevakningId: objekt };
}

/** What the form `erbjudande` is of: one that is there, or the beslut that a new one is of. */
export const nyttErbjudandeFor = (beslutId: string): string => `ny:${beslutId}`;
export function erbjudandeobjekt(objekt: string): { erbjudandeId: string } | { beslutId: string } {
  const [forst, beslutId] = objekt.split(':');
  return forst === 'ny' && beslutId !== undefined ? { beslutId } : { erbjudandeId: objekt };
}

/** What the forms of an uppföljning are of: one that is there, or the beslut that a new one is of. */
export const nyUppfoljningAv = (beslutId: string): string => `ny:${beslutId}`;
export function uppfoljningsobjekt(objekt: string): { uppfoljningId: string } | { beslutId: string } {
  const [forst, beslutId] = objekt.split(':');
  return forst === 'ny' && beslutId !== undefined ? { beslutId } : { uppfoljningId: objekt };
}

/** A draft of this form, for this person, of this object. */
export const isNyckel = (nyckel: string, vantad: Utkastnyckel): boolean => nyckel === keyOf(vantad);
