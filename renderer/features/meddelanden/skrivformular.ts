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
  personId: z.string(),
  kund: z.string(),
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

export const startvarden = (start: Brevstart, signatur: string | undefined): Skrivvarden => ({
  ...{ mottagare: [], personId: '', kund: '', enhet: '', amne: '', bilagor: [], laskvitto: false, bekraftad: false },
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

export function skrivfel(varden: Skrivvarden): Fel[] {
  const fel: [falt: string, fel: boolean, text: string][] = [
    ['mottagare', varden.mottagare.length === 0, 'Välj minst en mottagare.'],
    ['amne', varden.amne.trim() === '', 'Skriv ett ämne.'],
    ['text', varden.text.trim() === '' && varden.bilagor.length === 0, 'Skriv ett meddelande.'],
    ['bekraftad', attBekrafta(varden).length > 0 && !varden.bekraftad, 'Kontrollera mottagaren och kryssa i rutan.'],
  ];
  return fel.flatMap(([falt, isFel, text]) => (isFel ? [{ falt, text }] : []));
}

/** One message for each kund: none of them sees another's; colleagues have one, about the kund of the message. */
export function skrivkommando(varden: Skrivvarden, gruppId: string): FormCommand {
  const { mottagare, amne, text, bilagor, laskvitto, svarPa, vidarebefordrar } = varden;
  const medborgare = Map.groupBy(mottagare.filter(isMedborgare), ({ personId }) => personId);
  const kollegor = mottagare.filter((en) => !isMedborgare(en));
  const om = varden.personId || bilagor[0]?.personId || '';
  const grupper: [personId: string, till: Mottagarval[]][] = [...medborgare];
  // What goes to one kund and to colleagues is one message.
  const samma = grupper.length === 1 ? grupper[0] : undefined;
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
