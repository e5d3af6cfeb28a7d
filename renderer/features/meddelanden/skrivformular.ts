import { z } from 'zod';
import { andraId } from '../../../shared/domain/andra-id.ts';
import { kraverBekraftelse } from '../../../shared/domain/meddelande/skicka.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { MottagareRad } from '../../../shared/ipc/views.ts';
import type { Brevstart, Mottagarval } from '../../state/meddelanden.ts';
import type { Fel } from '../../state/useFormular.ts';

const ref = z.object({ gruppId: z.string(), meddelandeId: z.string() }).nullable();
export const skrivformular = z.object({
  mottagare: z.array(
    z.object({
      ...{ slag: z.enum(['kund', 'narstaende', 'anvandare', 'brevlada']), personId: z.string(), ref: z.string(), enhet: z.string() },
      ...{ kod: z.string(), namn: z.string(), nummer: z.string(), egen: z.boolean(), enheter: z.array(z.string()) },
    }),
  ),
  /** The kund it was begun about, and by name and number. */
  personId: z.string(),
  kund: z.string(),
  /** Whom what colleagues get is about: a kund, {@link ingenKund}, or '' = as {@link galler} says. */
  galler: z.string(),
  ursprung: z.string(),
  enhet: z.string(),
  amne: z.string(),
  text: z.string(),
  bilagor: z.array(z.object({ personId: z.string(), dokumentId: z.string(), rubrik: z.string() })),
  laskvitto: z.boolean(),
  bekraftad: z.boolean(),
  svarPa: ref,
  vidarebefordrar: ref,
});
export type Skrivvarden = z.infer<typeof skrivformular>;

/** What colleagues get is about nobody. */
export const ingenKund = 'ingen';

export const startvarden = (start: Brevstart, signatur: string | undefined): Skrivvarden => ({
  ...{
    mottagare: [],
    personId: '',
    kund: '',
    galler: '',
    ursprung: '',
    enhet: '',
    amne: '',
    bilagor: [],
    laskvitto: false,
    bekraftad: false,
  },
  ...{ svarPa: null, vidarebefordrar: null },
  ...start,
  text: [start.text ?? '', ...(signatur ? [signatur] : [])].join(signatur ? '\n\n' : ''),
});

export const isMedborgare = ({ slag }: Pick<Mottagarval, 'slag'>): boolean => slag === 'kund' || slag === 'narstaende';
export const nyckelFor = ({ slag, personId, ref: id, enhet, kod }: Mottagarval): string => [slag, personId, id, enhet, kod].join('/');
/** Of a citizen always with the number (MEDD-12). */
export const visat = ({ namn, nummer }: Pick<Mottagarval, 'namn' | 'nummer'>): string =>
  nummer === '' ? namn : `${namn} ${formatPersonnummer(nummer)}`;

/** A hit as the form keeps it. */
export function valAv(rad: MottagareRad): Mottagarval {
  const tomt = { personId: '', ref: '', enhet: '', kod: '', nummer: '', egen: true, enheter: [] };
  if (rad.slag === 'anvandare') return { ...tomt, slag: 'anvandare', ref: rad.anvandareId, namn: rad.namn };
  if (rad.slag === 'brevlada') return { ...tomt, slag: 'brevlada', enhet: rad.enhet, kod: rad.kod, namn: rad.namn };
  const { personId, namn, personnummer, egen, enheter } = rad;
  const gemensamt = { ...tomt, personId, namn, nummer: personnummer, egen, enheter };
  return rad.slag === 'kund' ? { ...gemensamt, slag: 'kund' } : { ...gemensamt, slag: 'narstaende', ref: rad.godkannandeId };
}

/** The citizens who are to be confirmed before it is sent (FORB-67). */
export const attBekrafta = ({ mottagare, bilagor }: Pick<Skrivvarden, 'mottagare' | 'bilagor'>): Mottagarval[] =>
  mottagare.filter((en) => isMedborgare(en) && kraverBekraftelse(en.egen, en.personId, bilagor));

const kunderI = ({ mottagare }: Pick<Skrivvarden, 'mottagare'>): string[] => [
  ...new Set(mottagare.filter(isMedborgare).map(({ personId }) => personId)),
];
const svarar = ({ svarPa, vidarebefordrar }: Pick<Skrivvarden, 'svarPa' | 'vidarebefordrar'>): boolean =>
  svarPa !== null || vidarebefordrar !== null;

/**
 * Whom what colleagues get can be about, where that is the sender's to choose: of several kunder it is asked; of none it is whom it was begun about, or nobody.
 * What goes to one kund and to colleagues is one message, about her; an answer stays about whom it was.
 */
export function gallerval(varden: Skrivvarden): { varde: string; namn: string }[] {
  const kunder = kunderI(varden);
  if (varden.mottagare.every(isMedborgare) || kunder.length === 1 || (svarar(varden) && varden.personId !== '')) return [];
  const namn = new Map(varden.mottagare.filter(({ slag }) => slag === 'kund').map((en) => [en.personId, visat(en)]));
  const val = kunder.length > 0 ? kunder : varden.personId === '' ? [] : [varden.personId];
  // A document of an akt is sent only in a message about a kund.
  const ingen = varden.bilagor.length > 0 ? [] : [{ varde: ingenKund, namn: 'Ingen kund' }];
  const rader = val.map((varde) => ({ varde, namn: namn.get(varde) ?? (varde === varden.personId ? varden.kund : namnAv(varden, varde)) }));
  return rader.length === 0 ? [] : [...rader, ...ingen];
}
/** Of somebody near, whose kund is not written to herself, the name that is known. */
const namnAv = ({ mottagare }: Skrivvarden, personId: string): string =>
  `den som ${mottagare.find((en) => en.personId === personId)?.namn ?? ''} är närstående till`;

/** The kund that what colleagues get is about; '' = nobody, undefined = it is still to be chosen. */
export function galler(varden: Skrivvarden): string | undefined {
  const kunder = kunderI(varden);
  if (svarar(varden) && varden.personId !== '') return varden.personId;
  if (kunder.length === 1) return kunder[0];
  const val = gallerval(varden);
  if (val.some(({ varde }) => varde === varden.galler)) return varden.galler === ingenKund ? '' : varden.galler;
  if (kunder.length > 1) return val.length > 0 ? undefined : '';
  return varden.personId || varden.bilagor[0]?.personId || '';
}

/** Whom the message is about, in words; undefined where each kund has her own, or it is about nobody. */
export function gallerord(varden: Skrivvarden): string | undefined {
  const kunder = kunderI(varden);
  if (kunder.length > 1) return `Ett meddelande till var och en av ${kunder.length} kunder. Ingen ser de andras.`;
  const om = galler(varden);
  if (!om) return undefined;
  const kunden = varden.mottagare.find((en) => en.slag === 'kund' && en.personId === om);
  if (kunden) return `Gäller ${visat(kunden)}`;
  return om === varden.personId ? `Gäller ${varden.kund}` : undefined;
}

/** The text without what is only quoted from the message that is answered. */
const egenText = (text: string): string =>
  text
    .split('\n')
    .filter((rad) => !rad.startsWith('>') && !citatrad.test(rad))
    .join('\n')
    .trim();
const citatrad = / skrev \d{4}-\d{2}-\d{2} \d{2}:\d{2}:$/;

/** @param signatur what stands below by itself: of one's own it is no text */
export function skrivfel(varden: Skrivvarden, signatur = ''): Fel[] {
  const eget = egenText(varden.text);
  const tomt = eget === '' || eget === signatur.trim();
  const fel: [falt: string, fel: boolean, text: string][] = [
    ['mottagare', varden.mottagare.length === 0, 'Välj minst en mottagare.'],
    ['galler', galler(varden) === undefined, 'Välj vem meddelandet till kollegorna gäller.'],
    ['amne', varden.amne.trim() === '', 'Skriv ett ämne.'],
    // What is forwarded is the quotation.
    ['text', tomt && varden.bilagor.length === 0 && varden.vidarebefordrar === null, 'Skriv ett meddelande.'],
    ['bekraftad', attBekrafta(varden).length > 0 && !varden.bekraftad, 'Kontrollera mottagaren och kryssa i rutan.'],
  ];
  return fel.flatMap(([falt, isFel, text]) => (isFel ? [{ falt, text }] : []));
}

/** One message for each kund: none of them sees another's; colleagues have one, about the kund of the message. */
export function skrivkommando(varden: Skrivvarden, gruppId: string): FormCommand {
  const { mottagare, amne, text, bilagor, laskvitto, svarPa, vidarebefordrar } = varden;
  const medborgare = Map.groupBy(mottagare.filter(isMedborgare), ({ personId }) => personId);
  const kollegor = mottagare.filter((en) => !isMedborgare(en));
  const om = galler(varden) ?? '';
  const grupper: [personId: string, till: Mottagarval[]][] = [...medborgare];
  // What goes to a kund and to colleagues about her is one message.
  const samma = grupper.find(([personId]) => personId === om);
  if (kollegor.length > 0) {
    if (samma) samma[1] = [...samma[1], ...kollegor];
    else grupper.push([om, kollegor]);
  }
  const delar = grupper.map(([personId, till], nr) => ({
    meddelandeId: andraId(gruppId, nr === 0 ? 0 : nr + 10),
    ...(personId === '' ? {} : { personId }),
    ...(varden.enhet === '' ? {} : { enhet: varden.enhet }),
    till: till.map(tillAv),
  }));
  return {
    name: 'meddelande.skicka',
    input: {
      ...{ gruppId, delar, amne: amne.trim(), text: text.trim(), laskvitto, bekraftad: varden.bekraftad },
      bilagor: bilagor.map(({ personId, dokumentId }) => ({ personId, dokumentId })),
      ...(svarPa ? { svarPa } : {}),
      ...(vidarebefordrar ? { vidarebefordrar } : {}),
    },
  };
}

function tillAv({ slag, ref: id, enhet, kod }: Mottagarval) {
  if (slag === 'kund') return { slag };
  if (slag === 'narstaende') return { slag, godkannandeId: id };
  return slag === 'anvandare' ? { slag, anvandareId: id } : { slag, enhet, kod };
}
