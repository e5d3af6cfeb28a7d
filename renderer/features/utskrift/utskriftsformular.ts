import { z } from 'zod';
import type { Utskriftsval } from '../../../shared/domain/dokument/utbud.ts';
import type { Dokumentval } from '../../../shared/domain/dokument/val.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import { fromPlainText } from '../../../shared/domain/text/text.ts';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';
import type { Granskning } from './useGranskning.ts';
import type { Delval } from './Vadochmall.tsx';

/** What the user writes of a document, kept as a draft. */
export const utskriftsformular = z.object({
  basRev: z.null().optional(),
  /** What was chosen when something was written; null = what is offered first. */
  vald: z.string().nullable(),
  /** Null = as the document is called. */
  rubrik: z.string().nullable(),
  /** `type:id`; null = the likeliest. */
  knytsTill: z.string().nullable(),
  brevTitel: z.string(),
  brevText: z.string(),
  ids: z.object({ dokument: z.string() }),
});
export type Utskriftsformular = z.infer<typeof utskriftsformular>;

export const startUtskrift = (): Utskriftsformular => ({
  ...{ vald: null, rubrik: null, knytsTill: null, brevTitel: '', brevText: '' },
  ids: { dokument: newId() },
});

export const platsText = ({ type, id }: { type: string; id: string }): string => `${type}:${id}`;

/** Where it is filed: as chosen, while that is offered. */
export const platsAv = (vald: Utskriftsval | undefined, varden: Pick<Utskriftsformular, 'knytsTill'>) =>
  vald?.knytsTill.find((one) => platsText(one) === varden.knytsTill) ?? vald?.knytsTill[0];

/** What a letter lacks before it can be made. */
export const brevfel = (vald: Utskriftsval | undefined, { brevTitel, brevText }: Utskriftsformular): Fel[] =>
  vald?.val.slag !== 'brev'
    ? []
    : [
        ...(brevTitel.trim() === '' ? [{ falt: 'brevTitel', text: 'Rubrik saknas. Skriv vad brevet gäller.' }] : []),
        ...(brevText.trim() === '' ? [{ falt: 'brevText', text: 'Brevet är tomt. Skriv texten.' }] : []),
      ];

/** The choice as the core is asked for it; undefined while something of it is missing. */
export function valAv(
  vald: Utskriftsval | undefined,
  mallId: string | undefined,
  { delar, utanNamn }: Delval,
  varden: Utskriftsformular,
): Dokumentval | undefined {
  const mall = vald?.mallar.find(({ id }) => id === mallId);
  if (!vald || !mall) return undefined;
  const { val } = vald;
  if (val.slag === 'brev') {
    const plats = platsAv(vald, varden);
    if (!plats || brevfel(vald, varden).length > 0) return undefined;
    const { type, id } = plats;
    const [titel, text] = [varden.brevTitel.trim(), fromPlainText(varden.brevText.trim())];
    return { ...val, mallId: mall.id, knytsTill: { type, id }, titel, text };
  }
  if (val.slag === 'bestallning') return delar.length === 0 ? undefined : { ...val, mallId: mall.id, delar: [...delar] };
  if (val.slag === 'beslut' || val.slag === 'beslutsmeddelande') {
    const { personId, beslutId } = val;
    return mall.kod === 'beslutsmeddelande'
      ? { slag: 'beslutsmeddelande', personId, beslutId, utanNamn, mallId: mall.id }
      : { slag: 'beslut', personId, beslutId, mallId: mall.id };
  }
  return { ...val, mallId: mall.id };
}

/** Why Skapa PDF cannot be done now. */
export function utskriftsfel(vald: Utskriftsval | undefined, granskning: Granskning | undefined, varden: Utskriftsformular): Fel[] {
  const ogranskat = !granskning
    ? 'Granska dokumentet först.'
    : !granskning.svar.ok
      ? 'Dokumentet kan inte färdigställas än. Rätta det som saknas och granska igen.'
      : granskning.andrad
        ? 'Akten har ändrats sedan du granskade. Granska igen.'
        : undefined;
  return [
    ...brevfel(vald, varden),
    ...(ogranskat === undefined ? [] : [{ falt: 'granska', text: ogranskat }]),
    ...(varden.rubrik !== null && varden.rubrik.trim() === ''
      ? [{ falt: 'rubrik', text: 'Rubrik saknas. Skriv en passande rubrik.' }]
      : []),
    ...(platsAv(vald, varden) ? [] : [{ falt: 'knytsTill', text: 'Det finns inget i akten som du kan knyta dokumentet till.' }]),
  ];
}

/** Skapa PDF: the bytes that were granskade, filed in the akt. */
export function arkiveraKommando(
  personId: string,
  vald: Utskriftsval | undefined,
  granskning: Granskning | undefined,
  varden: Utskriftsformular,
): FormCommand {
  const gjordAv = vald?.mallar.find(({ id }) => granskning?.svar.ok && id === granskning.svar.mall.id);
  const svar = granskning?.svar.ok ? granskning.svar : undefined;
  const plats = platsAv(vald, varden);
  return {
    name: 'dokument.arkivera',
    input: {
      personId,
      dokumentId: varden.ids.dokument,
      rubrik: (varden.rubrik ?? svar?.titel ?? '').trim(),
      // Where the municipality has not said which kind it is, by what it is of.
      typ: gjordAv?.typ ?? vald?.vad,
      knytsTill: plats && { type: plats.type, id: plats.id },
      sha256: svar?.sha256,
      storlek: svar?.storlek,
      sidor: svar?.sidor,
      mall: svar && { id: svar.mall.id, version: String(svar.mall.version) },
      underlag: svar?.underlag,
    },
  };
}
