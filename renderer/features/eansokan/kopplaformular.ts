import { z } from 'zod';
import { kanAnsvara } from '../../../shared/domain/ansvar.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { EansokanVy, Handling, KatalogVy, PersonRad } from '../../../shared/ipc/views.ts';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

/** What becomes of it: connected to its sender, registered on somebody else, or taken back. */
export const vadVal = ['kopplad', 'gallerAnnan', 'atertagen'] as const;
export const kopplaformular = z.object({
  vad: z.enum(vadVal),
  /** Of another person than the sender: their number as it is typed. */
  nummer: z.string(),
  typ: z.string(),
  insatser: z.array(z.object({ varde: z.string(), id: z.string() })),
  /** Of the aktualisering of no insats. */
  utanInsats: z.string(),
  ansvarigHandlaggareId: z.string(),
  organisationId: z.string(),
  franVem: z.string(),
  satt: z.string(),
  anteckning: z.string(),
  kommentar: z.string(),
  bevakningId: z.string(),
  dokumentId: z.string(),
  rev: z.string(),
});
export type Kopplavarden = z.infer<typeof kopplaformular>;

const medKod = (lista: { namn: string; kod?: string }[], kod: string): string => lista.find((one) => one.kod === kod)?.namn ?? '';

/** What the form is filled in with: what the entrance, the insats and the sender say, the user and their unit (EANS-06 to EANS-08). */
export function startvarden(vy: EansokanVy, katalog: KatalogVy): Kopplavarden {
  const { aktualiseringstyp, aktualiseringssatt, franVem } = katalog.vardelistor;
  const insats = katalog.insatser.find(({ id, data }) => id === vy.insatsId && data.aktiv);
  return {
    vad: vy.forAnnan ? 'gallerAnnan' : 'kopplad',
    ...{ nummer: '', anteckning: '', kommentar: '', typ: medKod(aktualiseringstyp, vy.ingang) },
    insatser: insats ? [{ varde: insats.id, id: newId() }] : [],
    ansvarigHandlaggareId: handlaggareFor(vy, katalog).find(({ id }) => id === katalog.egen.anvandareId)?.id ?? '',
    organisationId: organisationerFor(vy, katalog).find(({ id }) => id === katalog.egen.organisationId)?.id ?? '',
    franVem: vy.forAnnan ? '' : medKod(franVem, 'denEnskilde'),
    satt: medKod(aktualiseringssatt, 'eAnsokan') || aktualiseringssatt[0]?.namn || 'E-ansökan',
    ...{ utanInsats: newId(), bevakningId: newId(), dokumentId: newId(), rev: newId() },
  };
}

/** Who may have it: handläggare of the unit, of one who is protected those who may see them. */
export const handlaggareFor = ({ enhet, person: { skydd } }: EansokanVy, { handlaggare }: KatalogVy): KatalogVy['handlaggare'] =>
  handlaggare.filter(({ id, ...data }) => kanAnsvara({ id, data: { ...data, aktiv: true } }, '', { enheter: [enhet], skydd }, enhet));

export const organisationerFor = ({ enhet }: EansokanVy, { organisationer }: KatalogVy): KatalogVy['organisationer'] =>
  organisationer.filter(({ data }) => data.enhet === undefined || data.enhet === enhet);

/** Whether insatser of LSS are ticked, and at least one of them (EANS-07). */
export const isBegaranLss = (typ: string, { vardelistor }: KatalogVy): boolean =>
  vardelistor.aktualiseringstyp.some(({ namn, kod }) => namn === typ && kod === 'lss');

/** The insatser that fit the chosen type. */
export function insatsval(typ: string, katalog: KatalogVy): { varde: string; namn: string }[] {
  const lagrum = isBegaranLss(typ, katalog) ? 'LSS' : 'SoL';
  return katalog.insatser.flatMap(({ id, data }) => (data.aktiv && data.lagrum === lagrum ? [{ varde: id, namn: data.namn }] : []));
}

const valda = ({ typ, insatser }: Kopplavarden, katalog: KatalogVy) => {
  const val = new Set(insatsval(typ, katalog).map(({ varde }) => varde));
  return insatser.filter(({ varde }) => val.has(varde));
};

/** @param kund in whose akt it comes; undefined = they are no kund yet */
export function kopplafel(varden: Kopplavarden, katalog: KatalogVy, kund: Pick<PersonRad, 'personId'> | undefined): Fel[] {
  const { vad, typ, ansvarigHandlaggareId, organisationId, franVem, kommentar } = varden;
  const tomKommentar = kommentar.trim() === '' ? [{ falt: 'kommentar', text: 'Skriv vad som har hänt.' }] : [];
  if (vad === 'atertagen') return tomKommentar;
  const fel: [falt: string, fel: boolean, text: string][] = [
    ['nummer', vad === 'gallerAnnan' && !kund, 'Skriv personnumret för den som ska ha stödet. Är hen inte kund, registrera först.'],
    ['vad', vad === 'kopplad' && !kund, 'Den sökande är inte kund hos er. Registrera kunden först.'],
    ['typ', typ === '', 'Välj aktualiseringstyp.'],
    ['insatser', isBegaranLss(typ, katalog) && valda(varden, katalog).length === 0, 'Kryssa i minst en insats.'],
    ['ansvarigHandlaggareId', ansvarigHandlaggareId === '', 'Välj handläggare.'],
    ['organisationId', organisationId === '', 'Välj organisation.'],
    ['franVem', franVem === '', 'Välj vem ansökan kommer från.'],
  ];
  return [...fel.flatMap(([falt, isFel, text]) => (isFel ? [{ falt, text }] : [])), ...(vad === 'gallerAnnan' ? tomKommentar : [])];
}

const handlingAv = ({ ok: _, ...handling }: Extract<Handling, { ok: true }>, dokumentId: string) => ({ ...handling, dokumentId });

export function kopplakommando(
  varden: Kopplavarden,
  katalog: KatalogVy,
  { eansokanId, personId, handling }: { eansokanId: string; personId: string | undefined; handling: Handling | undefined },
): FormCommand {
  const { vad, typ, ansvarigHandlaggareId, organisationId, franVem, satt, anteckning, rev, utanInsats, bevakningId, dokumentId } = varden;
  const kommentar = varden.kommentar.trim();
  if (vad === 'atertagen') return { name: 'eansokan.aterta', input: { eansokanId, kommentar } };
  const insatser = valda(varden, katalog).map(({ varde, id }) => ({ id, insatsId: varde }));
  const input = {
    ...{ personId, eansokanId, aktualiseringstyp: typ, ansvarigHandlaggareId, organisationId, franVem, aktualiseringssatt: satt, rev },
    aktualiseringar: insatser.length > 0 ? insatser : [{ id: utanInsats }],
    ...(anteckning.trim() === '' ? {} : { anteckning: anteckning.trim() }),
    ...(handling?.ok ? { handling: handlingAv(handling, dokumentId) } : {}),
  };
  return vad === 'kopplad'
    ? { name: 'eansokan.koppla', input }
    : { name: 'eansokan.gallerAnnan', input: { ...input, kommentar, bevakningId } };
}
