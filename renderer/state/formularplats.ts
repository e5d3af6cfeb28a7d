import type { DokumentationRef } from '../../shared/domain/anteckning/records.ts';
import type { Utskriftsobjekt } from '../../shared/domain/dokument/utbud.ts';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import {
  type AktFormId,
  type Anteckningsplats,
  bevakningsobjekt,
  erbjudandeobjekt,
  type FormId,
  lamnasAv,
  type Utkastnyckel,
  uppfoljningsobjekt,
} from '../../shared/ipc/utkastnyckel.ts';
import type { AktVy, KundVy } from '../../shared/ipc/views.ts';
import { type DokumentationOppning, readUtskriftsobjekt, type UtredningYta, type Yta } from './arbetsyta.ts';
import type { Arendedialog, Dialogpost } from './arendedialog.ts';

/** The akt as it is now: what a form's object is looked up in. */
export type Formularakt = Pick<KundVy, 'kontakter' | 'samtycken' | 'godkannanden' | 'inkomstblanketter'> & AktVy;

/** Where a form of the akt is shown. A function that answers undefined, or false, says that its object is not in the akt. */
export type Aktplats =
  /** In the work area of the kund's tab. */
  | { slag: 'yta'; yta: (objekt: string, akt: Formularakt) => Yta | undefined }
  /** In a dialog over the kund's tab; `yta` = the work area it stands over, and that draws it. */
  | { slag: 'dialog'; post: Dialogpost; finns: (objekt: string, akt: Formularakt) => boolean; yta?: (objekt: string) => Yta };
export type Plats =
  | Aktplats
  /** In the writing pane of a dokumentation. */
  | { slag: 'anteckning' }
  /** In a dialog over the note that is marked as wrong. */
  | { slag: 'felmarkering' }
  /** In the dialog Registrera kund. */
  | { slag: 'registrering' }
  /** In the dialog Ta upp kunden hos oss. */
  | { slag: 'taUpp' }
  /** In the dialog Koppla e-ansökan. */
  | { slag: 'koppling' }
  /** In a dialog of Meddelanden. */
  | { slag: 'meddelanden' }
  /** In Utkorg, over the conflict it settles. */
  | { slag: 'konflikt' }
  /** In a dialog over the list of bevakningar. */
  | { slag: 'bevakningar' };

const has = (poster: readonly { id: string }[], id: string): boolean => poster.some((one) => one.id === id);
const utredningAv = (poster: readonly { id: string; data: { utredningId?: string | undefined } }[], id: string): string | undefined =>
  poster.find((one) => one.id === id)?.data.utredningId;
const iUtredning = (id: string | undefined, del: Omit<UtredningYta, 'slag' | 'id'>): Yta | undefined =>
  id === undefined ? undefined : { slag: 'utredning', id, ...del };
const personuppgifter = (del: 'person' | 'hushall'): Aktplats => ({ slag: 'yta', yta: () => ({ slag: 'personuppgifter', del }) });
const arende = (flik: 'inled' | 'lass' | 'avsluta'): Aktplats => ({ slag: 'yta', yta: () => ({ slag: 'arende', flik }) });
const dialog = (
  post: Dialogpost,
  av:
    | 'beslut'
    | 'bestallningar'
    | 'verkstalligheter'
    | 'erbjudanden'
    | 'ivorapporter'
    | 'uppfoljningar'
    | 'moten'
    | 'individuellaPlaner'
    | 'franvaron',
): Aktplats => ({
  slag: 'dialog',
  post,
  finns: (id, akt) => has(akt[av], id),
});
const uppfoljning = (post: Dialogpost): Aktplats => ({
  slag: 'dialog',
  post,
  finns: (objekt, akt) => {
    const om = uppfoljningsobjekt(objekt);
    return 'uppfoljningId' in om ? has(akt.uppfoljningar, om.uppfoljningId) : has(akt.beslut, om.beslutId);
  },
});
const iPerson: Yta = { slag: 'personuppgifter', del: 'person' };
const iSamtycken: Yta = { slag: 'personuppgifter', del: 'samtycken' };
const enBlankett = (post: 'kompletteraInkomst' | 'klarInkomst'): Aktplats => ({
  ...{ slag: 'dialog', post, yta: () => iPerson },
  finns: (id, { inkomstblanketter }) => has(inkomstblanketter, id),
});
const ettSamtycke = (post: Dialogpost): Aktplats => ({
  slag: 'dialog',
  post,
  finns: (id, { samtycken }) => has(samtycken, id),
  yta: () => iSamtycken,
});
const iUtredningsflik = (post: Dialogpost): Aktplats => ({
  slag: 'dialog',
  post,
  finns: (id, akt) => has(akt.utredningar, id),
  yta: (id) => ({ slag: 'utredning', id, flik: 'utredning' }),
});

function finnsAttSkrivaUt({ type, id }: Utskriftsobjekt, akt: Formularakt): boolean {
  const poster = {
    ...{ utredning: akt.utredningar, verkstallighet: akt.verkstalligheter, beslut: akt.beslut, bestallning: akt.bestallningar },
    mote: akt.moten,
  };
  // Texts are in no akt as forms have it; whether one is there is said where it is printed.
  return type === 'akt' || type === 'anteckning' || has(poster[type], id);
}

/** Where each form is shown: for a draft of Utkorg, a refused command, the timeline. */
const platser: { readonly [F in FormId]: F extends AktFormId ? Aktplats : Plats } = {
  person: personuppgifter('person'),
  sankSkydd: { slag: 'dialog', post: 'sankSkydd', finns: (id) => id === 'skydd', yta: () => iPerson },
  hushall: personuppgifter('hushall'),
  kontakt: {
    slag: 'dialog',
    post: 'kontakt',
    finns: (id, { kontakter }) => id === 'ny' || has(kontakter, id),
    yta: () => ({ slag: 'personuppgifter', del: 'kontaktuppgifter' }),
  },
  aktualisering: {
    slag: 'yta',
    yta: (id, akt) => {
      if (id === 'ny') return { slag: 'arende', flik: 'aktualisering' };
      if (has(akt.utredningar, id)) return { slag: 'utredning', id, flik: 'aktualiseringar', ny: true };
      if (!has(akt.aktualiseringar, id)) return undefined;
      const del = { aktualiseringId: id };
      const utredningId = utredningAv(akt.aktualiseringar, id);
      return iUtredning(utredningId, { flik: 'aktualiseringar', ...del }) ?? { slag: 'arende', flik: 'aktualisering', ...del };
    },
  },
  inled: arende('inled'),
  bytHandlaggare: iUtredningsflik('bytHandlaggare'),
  oppnaUtredning: iUtredningsflik('oppnaUtredning'),
  begaran: iUtredningsflik('begaran'),
  underrattelse: iUtredningsflik('underrattelse'),
  beslut: {
    slag: 'yta',
    yta: (id, akt) =>
      has(akt.utredningar, id)
        ? { slag: 'utredning', id, flik: 'beslut', ny: true }
        : iUtredning(utredningAv(akt.beslut, id), { flik: 'beslut', beslutId: id }),
  },
  tagitDel: dialog('tagitDel', 'beslut'),
  kopplaAnteckning: dialog('kopplaAnteckning', 'beslut'),
  felmarkeraBeslut: dialog('felmarkeraBeslut', 'beslut'),
  lamna: {
    slag: 'dialog',
    post: 'lamnaTillEnhet',
    finns: (objekt, akt) => {
      const { id, dokumentationId } = lamnasAv(objekt);
      if (dokumentationId === undefined) return has(akt.beslut, id);
      return has(akt.utredningar, dokumentationId) || has(akt.verkstalligheter, dokumentationId);
    },
  },
  lass: arende('lass'),
  bestallning: {
    slag: 'yta',
    yta: (id, akt) => iUtredning(utredningAv(akt.beslut, id), { flik: 'bestallning', ny: true, beslutId: id }),
  },
  taBortBestallning: dialog('taBortBestallning', 'bestallningar'),
  nyEfterAvbrott: dialog('nyEfterAvbrott', 'bestallningar'),
  bekrafta: dialog('bekrafta', 'bestallningar'),
  bedomning: {
    slag: 'yta',
    yta: (id, akt) => {
      if (has(akt.utredningar, id)) return { slag: 'utredning', id, flik: 'bedomning', ny: true };
      const sparad = utredningAv(akt.bedomningar, id);
      if (sparad !== undefined) return iUtredning(sparad, { flik: 'bedomning', bedomningId: id });
      return iUtredning(utredningAv(akt.beslut, id), { flik: 'bedomning', ny: true, beslutId: id });
    },
  },
  verkstallighet: { slag: 'dialog', post: 'verkstallighetOppna', finns: () => true },
  avslutaVerkstallighet: dialog('avslutaVerkstallighet', 'verkstalligheter'),
  oppnaVerkstallighet: dialog('oppnaVerkstallighetIgen', 'verkstalligheter'),
  bytUtforare: dialog('bytUtforare', 'verkstalligheter'),
  avslutaArende: arende('avsluta'),
  utskrift: {
    slag: 'yta',
    yta: (objekt, akt) => {
      const vad = readUtskriftsobjekt(objekt);
      return vad && finnsAttSkrivaUt(vad, akt) ? { slag: 'utskrift', objekt: vad } : undefined;
    },
  },
  felmarkeraHandling: {
    slag: 'dialog',
    post: 'felmarkeraHandling',
    finns: (id, akt) => has(akt.handlingar, id),
    yta: (id) => ({ slag: 'handling', id }),
  },
  infoga: {
    slag: 'yta',
    yta: (id, akt) => {
      if (has(akt.utredningar, id)) return { slag: 'utredning', id, flik: 'infoga' };
      return has(akt.verkstalligheter, id) ? { slag: 'verkstallighet', id, flik: 'infoga' } : undefined;
    },
  },
  bindare: { slag: 'yta', yta: (objekt) => (objekt === 'akt' ? { slag: 'bindare' } : undefined) },
  bevakning: {
    slag: 'dialog',
    post: 'bevakning',
    finns: (objekt, akt) => {
      const om = bevakningsobjekt(objekt);
      if ('bevakningId' in om) return has(akt.bevakningar, om.bevakningId);
      const { type, id } = om.ref;
      const poster = { beslut: akt.beslut, bestallning: akt.bestallningar, verkstallighet: akt.verkstalligheter };
      return type === 'person' ? id === akt.personId : has(poster[type], id);
    },
  },
  taBortBevakning: { slag: 'dialog', post: 'taBortBevakning', finns: (id, akt) => has(akt.bevakningar, id) },
  // Of a key with an object, which may be a note: whether its day is still computed the dialog says.
  skjutUpp: { slag: 'dialog', post: 'frist', finns: (nyckel) => nyckel.includes('/') },
  erbjudande: {
    slag: 'dialog',
    post: 'erbjudande',
    finns: (objekt, akt) => {
      const om = erbjudandeobjekt(objekt);
      return 'erbjudandeId' in om ? has(akt.erbjudanden, om.erbjudandeId) : has(akt.beslut, om.beslutId);
    },
  },
  felmarkeraErbjudande: dialog('felmarkeraErbjudande', 'erbjudanden'),
  ivouppgift: dialog('ivouppgift', 'beslut'),
  felmarkeraIvorapport: dialog('felmarkeraIvorapport', 'ivorapporter'),
  planeraUppfoljning: uppfoljning('planeraUppfoljning'),
  uppfoljning: uppfoljning('uppfoljning'),
  felmarkeraUppfoljning: dialog('felmarkeraUppfoljning', 'uppfoljningar'),
  mote: { slag: 'dialog', post: 'mote', finns: (id, akt) => id === 'ny' || has(akt.moten, id) },
  stallInMote: dialog('stallInMote', 'moten'),
  felmarkeraMote: dialog('felmarkeraMote', 'moten'),
  franvaro: { slag: 'dialog', post: 'franvaro', finns: (id, akt) => has(akt.verkstalligheter, id) || has(akt.franvaron, id) },
  avslutaFranvaro: dialog('avslutaFranvaro', 'franvaron'),
  felmarkeraFranvaro: dialog('felmarkeraFranvaro', 'franvaron'),
  franvarounderlag: dialog('franvarounderlag', 'franvaron'),
  samtycke: { slag: 'dialog', post: 'samtycke', finns: (id) => id === 'ny', yta: () => iSamtycken },
  aterkallaSamtycke: ettSamtycke('aterkallaSamtycke'),
  felmarkeraSamtycke: ettSamtycke('felmarkeraSamtycke'),
  etjanst: { slag: 'dialog', post: 'etjanst', finns: (id, { personId }) => id === etjanstId(personId), yta: () => iPerson },
  godkannande: {
    slag: 'dialog',
    post: 'godkannande',
    finns: (id, { godkannanden }) => id === 'ny' || has(godkannanden, id),
    yta: () => iPerson,
  },
  avslutaGodkannande: {
    slag: 'dialog',
    post: 'avslutaGodkannande',
    finns: (id, { godkannanden }) => has(godkannanden, id),
    yta: () => iPerson,
  },
  valkomst: {
    slag: 'dialog',
    post: 'valkomst',
    finns: (id, { personId, godkannanden }) => id === etjanstId(personId) || has(godkannanden, id),
    yta: () => iPerson,
  },
  inkomstblankett: { slag: 'dialog', post: 'inkomstblankett', finns: (id) => id === 'ny', yta: () => iPerson },
  kompletteraInkomst: enBlankett('kompletteraInkomst'),
  klarInkomst: enBlankett('klarInkomst'),
  individuellPlan: dialog('individuellPlan', 'beslut'),
  felmarkeraIndividuellPlan: dialog('felmarkeraIndividuellPlan', 'individuellaPlaner'),
  anteckning: { slag: 'anteckning' },
  felmarkera: { slag: 'felmarkering' },
  registrera: { slag: 'registrering' },
  taUpp: { slag: 'taUpp' },
  koppla: { slag: 'koppling' },
  meddelande: { slag: 'meddelanden' },
  journalfor: { slag: 'meddelanden' },
  infogaBilaga: { slag: 'meddelanden' },
  meddelandeinstallningar: { slag: 'meddelanden' },
  ihop: { slag: 'konflikt' },
  skjutUppFlera: { slag: 'bevakningar' },
};

/** What to show of a kund's akt, so that a form is on the screen. */
export type Formularoppning =
  | { slag: 'yta'; yta: Yta }
  | { slag: 'dialog'; dialog: Arendedialog; yta?: Yta }
  | { slag: 'anteckning'; dokumentation: DokumentationRef; oppning: DokumentationOppning };

/**
 * Where a draft of a kund's akt is written.
 * @returns undefined when what it is about is not in the akt
 */
export function oppningFor(nyckel: Extract<Utkastnyckel, { personId: string }>, akt: Formularakt): Formularoppning | undefined {
  if (nyckel.form === 'anteckning') return anteckningsoppning(nyckel.objekt, akt, { skriv: true });
  if (nyckel.form === 'felmarkera') return anteckningsoppning(nyckel.objekt, akt, { felmarkera: true });
  const { personId, objekt } = nyckel;
  const plats = platser[nyckel.form];
  if (plats.slag === 'yta') {
    const yta = plats.yta(objekt, akt);
    return yta && { slag: 'yta', yta };
  }
  if (!plats.finns(objekt, akt)) return undefined;
  const yta = plats.yta?.(objekt);
  return { slag: 'dialog', dialog: { personId, post: plats.post, id: objekt }, ...(yta ? { yta } : {}) };
}

function anteckningsoppning(
  plats: Anteckningsplats,
  akt: Formularakt,
  hur: Pick<DokumentationOppning, 'skriv' | 'felmarkera'>,
): Formularoppning | undefined {
  const { dokumentationId: id, rubrikKod, anteckningId } = plats;
  const slag = has(akt.utredningar, id) ? 'utredning' : has(akt.verkstalligheter, id) ? 'verkstallighet' : undefined;
  return slag && { slag: 'anteckning', dokumentation: { slag, id }, oppning: { rubrikKod, anteckningId, ...hur } };
}
