import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import type { Formularrad, Inkomstblankett, Inkomstformular, Inkomstsvar } from '../../shared/domain/inkomst/records.ts';
import { isUte } from '../../shared/domain/inkomst/regler.ts';
import { type Ifyllt, lasIfyllt } from '../../shared/domain/inkomst/svar.ts';
import type { Post } from '../../shared/domain/post.ts';
import { readStored } from '../../shared/domain/records.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { PortalInkomst } from '../store/portal-inkomster.ts';
import type { Portal, SignedVisit } from './route.ts';

/** What was sent of a year, as the kund has it. */
export type Blankett = {
  id: string;
  data: Inkomstblankett;
  /** The latest answer, and what was asked to be completed in it. */
  svar: Post<Inkomstsvar> | undefined;
};
export type Blanketter = {
  personId: string;
  /** The latest year first; without what was taken back. */
  alla: Blankett[];
  /** The e-service is on: what is out can be returned. */
  oppen: boolean;
};

/** The kund's own inkomstblanketter; undefined of who is no kund. Nobody acts for her in this: an approval says nothing of her money. */
export async function egnaBlanketter(
  { store, tenant }: Portal,
  { signedIn: { personnummer } }: SignedVisit,
): Promise<Blanketter | undefined> {
  const [kund] = await store.kunderByNumber(tenant, [personnummer]);
  if (!kund) return undefined;
  const rows = await store.portalInkomster(tenant, kund.id);
  const found = await store.portalProfil(tenant, etjanstId(kund.id));
  const etjanst = found && readStored('etjanst', found.schema, found.etjanst);
  const svaren = new Map(
    rows.flatMap(({ type, id, schema, data }) => {
      const svar = type === 'inkomstsvar' ? readStored('inkomstsvar', schema, data) : undefined;
      return svar ? [[id, svar] as const] : [];
    }),
  );
  const alla = rows.flatMap(({ type, id, schema, data: stored }): Blankett[] => {
    const data = type === 'inkomstblankett' ? readStored('inkomstblankett', schema, stored) : undefined;
    if (!data || data.lage === 'aterkallad') return [];
    const svar = data.svarId === undefined ? undefined : svaren.get(data.svarId);
    return [{ id, data, svar: svar && data.svarId !== undefined ? { id: data.svarId, data: svar } : undefined }];
  });
  alla.sort((a, b) => b.data.ar - a.data.ar || (a.id < b.id ? -1 : 1));
  return { personId: kund.id, alla, oppen: etjanst?.lage === 'aktiv' };
}

/** It is the kund's to fill in now. */
export const kanFyllas = ({ oppen }: Pick<Blanketter, 'oppen'>, { data }: Pick<Blankett, 'data'>): boolean => oppen && isUte(data.lage);

export const formularet = (catalogue: Catalogue, { data }: Blankett): Inkomstformular | undefined =>
  catalogue.get('inkomstformular', data.formularId);
export const raderna = ({ delar }: Inkomstformular): Formularrad[] => delar.flatMap(({ rader }) => rader);

/** As the field of a row is called in the form. */
export const faltnamn = (kod: string): string => `rad-${kod}`;
/** What the field of a row is called, in whatever version asks it. */
export function radnamnet(catalogue: Catalogue, falt: string): { etikett: string; svar(typed: string): string } | undefined {
  const alla = catalogue.list('inkomstformular').sort((a, b) => b.data.version - a.data.version);
  const rad = alla.flatMap(({ data }) => raderna(data)).find(({ kod }) => faltnamn(kod) === falt);
  return rad && { etikett: rad.rubrik, svar: (typed) => rad.val?.find(({ kod }) => kod === typed)?.namn ?? typed };
}
const tomt: Ifyllt = { rader: {}, ovrigt: '', avstar: false };

/** What a form of it holds, as it was typed. */
export function readInkomst(form: URLSearchParams, formular: Inkomstformular): Ifyllt {
  const rader = raderna(formular).map(({ kod }) => [kod, form.get(faltnamn(kod)) ?? ''] as const);
  return {
    rader: Object.fromEntries(rader.filter(([, text]) => text !== '')),
    ovrigt: form.get('ovrigt') ?? '',
    avstar: form.get('avstar') === 'ja',
  };
}

/** What the form begins with: what she has saved, else what she returned, else nothing. */
export function ifylltAv(utkast: PortalInkomst | undefined, svar: Inkomstsvar | undefined): Ifyllt {
  if (utkast) return lasIfyllt(utkast.ifyllt);
  if (!svar) return tomt;
  return {
    rader: Object.fromEntries(svar.svar.map(({ kod, kronor, text }) => [kod, kronor === undefined ? (text ?? '') : String(kronor)])),
    ovrigt: svar.ovrigt ?? '',
    avstar: svar.avstar ?? false,
  };
}
export const isSame = (a: Ifyllt, b: Ifyllt): boolean =>
  a.ovrigt === b.ovrigt &&
  a.avstar === b.avstar &&
  Object.keys({ ...a.rader, ...b.rader }).every((kod) => (a.rader[kod] ?? '') === (b.rader[kod] ?? ''));
