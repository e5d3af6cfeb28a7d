import { z } from 'zod';
import { tidshinder } from '../../../shared/domain/dokument/kallelse.ts';
import { samtyckeFor } from '../../../shared/domain/dokument/mottagare.ts';
import type { KnytsTill } from '../../../shared/domain/dokument/records.ts';
import type { Utskriftsval } from '../../../shared/domain/dokument/utbud.ts';
import type { Dokumentval } from '../../../shared/domain/dokument/val.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import { fromPlainText } from '../../../shared/domain/text/text.ts';
import { readKlockslag, svensktKlockslag } from '../../../shared/util/klockslag.ts';
import { dokumentfelText } from '../../../shared/words/dokumentfel.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { idagNu } from '../../components/idag.ts';
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
  /** Whom a letter goes to, a contact; null = the kund. */
  mottagareId: z.string().nullable().default(null),
  /** Why the letter goes to one whom no samtycke lets be told. */
  utanSamtycke: z.string().default(''),
  brevTitel: z.string(),
  brevText: z.string(),
  /** Of a kallelse, as typed. */
  motesdag: z.string(),
  motesfran: z.string(),
  motestill: z.string(),
  plats: z.string(),
  galler: z.string(),
  /** Null = whoever writes it. */
  kontakt: z.string().nullable(),
  motestext: z.string(),
  ids: z.object({ dokument: z.string() }),
});
export type Utskriftsformular = z.infer<typeof utskriftsformular>;

export const startUtskrift = (forslag?: Utskriftsval['forslag']): Utskriftsformular => ({
  ...{ vald: null, rubrik: null, knytsTill: null, mottagareId: null, utanSamtycke: '', brevTitel: '', brevText: '' },
  ...{ motesdag: '', motesfran: '', motestill: '', plats: '', galler: '', kontakt: null, motestext: '' },
  ...(forslag ? medMotet(forslag) : {}),
  ids: { dokument: newId() },
});

/** A kallelse with what is planned of its meeting. */
const medMotet = ({ motesdag, fran, till, plats, galler }: NonNullable<Utskriftsval['forslag']>) => ({
  ...{ motesdag, motesfran: svensktKlockslag(fran), motestill: till === undefined ? '' : svensktKlockslag(till) },
  ...{ plats: plats ?? '', galler },
});

export const platsText = ({ type, id }: { type: string; id: string }): string => `${type}:${id}`;

/** Where it is filed: as chosen, while that is offered. */
export const platsAv = (vald: Utskriftsval | undefined, varden: Pick<Utskriftsformular, 'knytsTill'>) =>
  vald?.knytsTill.find((one) => platsText(one) === varden.knytsTill) ?? vald?.knytsTill[0];

/** To whom a letter goes; null = the kund. One who may not be chosen any more stays chosen, and the document says so: it goes to nobody else. */
export const mottagareAv = (vald: Utskriftsval | undefined, { mottagareId }: Pick<Utskriftsformular, 'mottagareId'>): string | null =>
  vald?.mottagare ? mottagareId : null;

/** What a letter lacks before it can be made. */
export const skrivfel = (vald: Utskriftsval | undefined, varden: Utskriftsformular): Fel[] => [
  ...(utanSamtycke(vald, varden) && varden.utanSamtycke.trim() === ''
    ? [{ falt: 'utanSamtycke', text: 'Skriv varför uppgifterna får lämnas, eller välj en annan mottagare.' }]
    : []),
  ...(vald?.val.slag === 'kallelse' ? kallelsefel(vald, varden) : brevfel(vald, varden)),
];

/** Who is chosen is told of the kund by samtycke alone, and none holds that the user sees. */
export const utanSamtycke = (vald: Utskriftsval | undefined, varden: Pick<Utskriftsformular, 'mottagareId' | 'knytsTill'>): boolean => {
  const till = vald?.mottagare?.find(({ id }) => id === mottagareAv(vald, varden));
  return ((till && samtyckeFor(till, platsAv(vald, varden)?.enhet)) ?? 'finns') !== 'finns';
};

const brevfel = (vald: Utskriftsval | undefined, { brevTitel, brevText }: Utskriftsformular): Fel[] =>
  vald?.val.slag !== 'brev'
    ? []
    : [
        ...(brevTitel.trim() === '' ? [{ falt: 'brevTitel', text: 'Rubrik saknas. Skriv vad brevet gäller.' }] : []),
        ...(brevText.trim() === '' ? [{ falt: 'brevText', text: 'Brevet är tomt. Skriv texten.' }] : []),
      ];

const klockfel = 'Klockslaget går inte att läsa. Skriv till exempel 10.00.';
function kallelsefel(vald: Utskriftsval, varden: Utskriftsformular): Fel[] {
  const { motesfran, motestill, plats, galler } = varden;
  const idag = idagNu();
  const [motesdag, fran, till] = [dagAv(varden.motesdag, idag), readKlockslag(motesfran), readKlockslag(motestill)];
  const hinder = motesdag && tidshinder({ motesdag, fran: fran ?? '', till: fran && till }, idag);
  const dagfel = datumfel(varden.motesdag, idag, { krav: true, framtid: true });
  const fel = (falt: string, text: string | false | undefined): Fel[] => (text ? [{ falt, text }] : []);
  return [
    ...fel('motesdag', dagfel ?? (hinder === 'motet-har-varit' && dokumentfelText({ kod: hinder }))),
    ...fel('motesfran', motesfran.trim() === '' ? 'Skriv när mötet börjar, till exempel 10.00.' : fran === undefined && klockfel),
    ...fel(
      'motestill',
      motestill.trim() !== '' && till === undefined ? klockfel : hinder === 'slutar-fore' && dokumentfelText({ kod: hinder }),
    ),
    ...fel('plats', plats.trim() === '' && 'Plats saknas. Skriv var mötet är.'),
    ...fel('galler', galler.trim() === '' && 'Skriv vad mötet gäller.'),
    ...fel('kontakt', kontaktAv(vald, varden) === '' && 'Skriv vem kunden hör av sig till.'),
  ];
}
const kontaktAv = (vald: Utskriftsval, { kontakt }: Pick<Utskriftsformular, 'kontakt'>): string => (kontakt ?? vald.kontakt ?? '').trim();

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
  const mottagareId = mottagareAv(vald, varden);
  const till = mottagareId === null ? {} : { mottagareId, ...skalAv(varden) };
  if (val.slag === 'brev' || val.slag === 'kallelse') {
    const plats = platsAv(vald, varden);
    if (!plats || skrivfel(vald, varden).length > 0) return undefined;
    const knytsTill = { type: plats.type, id: plats.id };
    if (val.slag === 'kallelse') return kallelseval({ personId: val.personId, mallId: mall.id, knytsTill, ...till }, vald, varden);
    const [titel, text] = [varden.brevTitel.trim(), fromPlainText(varden.brevText.trim())];
    return { slag: 'brev', personId: val.personId, mallId: mall.id, knytsTill, ...till, titel, text };
  }
  if (val.slag === 'bestallning') return delar.length === 0 ? undefined : { ...val, mallId: mall.id, delar: [...delar] };
  if (val.slag === 'beslut' || val.slag === 'beslutsmeddelande') {
    const { personId, beslutId } = val;
    return mall.kod === 'beslutsmeddelande'
      ? { slag: 'beslutsmeddelande', personId, beslutId, utanNamn, mallId: mall.id, ...till }
      : { slag: 'beslut', personId, beslutId, mallId: mall.id, ...till };
  }
  return { ...val, mallId: mall.id };
}

/** The reason is asked for what it is needed for by the rule; where a samtycke holds it is not used. */
const skalAv = ({ utanSamtycke: skal }: Pick<Utskriftsformular, 'utanSamtycke'>): { utanSamtycke?: string } =>
  skal.trim() === '' ? {} : { utanSamtycke: skal.trim() };

type Gemensamt = { personId: string; mallId: string; knytsTill: KnytsTill; mottagareId?: string; utanSamtycke?: string };
function kallelseval(gemensamt: Gemensamt, vald: Utskriftsval, varden: Utskriftsformular): Dokumentval | undefined {
  const [motesdag, fran, till] = [dagAv(varden.motesdag, idagNu()), readKlockslag(varden.motesfran), readKlockslag(varden.motestill)];
  if (motesdag === undefined || fran === undefined) return undefined;
  const mer = varden.motestext.trim();
  return {
    ...{ slag: 'kallelse', ...gemensamt, motesdag, fran },
    ...(till === undefined ? {} : { till }),
    ...{ plats: varden.plats.trim(), galler: enRad(varden.galler), kontakt: kontaktAv(vald, varden) },
    ...(mer === '' ? {} : { text: fromPlainText(mer) }),
  };
}
/** What it is about stands on a line of its own. */
const enRad = (text: string): string => text.trim().replace(/\s+/g, ' ');

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
    ...skrivfel(vald, varden),
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
  const mottagareId = mottagareAv(vald, varden);
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
      ...(mottagareId === null ? {} : { mottagare: { kontaktId: mottagareId, ...skalAv(varden) } }),
    },
  };
}
