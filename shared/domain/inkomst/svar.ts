import { z } from 'zod';
import { type Formularrad, type Inkomstformular, langstOvrigt, langstRad, type Radsvar, storstBelopp } from './records.ts';

const raderna = ({ delar }: Inkomstformular): Formularrad[] => delar.flatMap(({ rader }) => rader);
const isBelopp = ({ slag }: Pick<Formularrad, 'slag'>): boolean => slag === 'manad' || slag === 'ar';

/**
 * An amount as somebody types it: `12 345`, `12345 kr`, `12 345:-`.
 * @returns whole kronor; undefined when it is no whole number: what a point or a comma is meant to be is not guessed
 */
export function lasKronor(typed: string): number | undefined {
  const match = /^(\d{1,3}(?:[\s\u00a0\u202f]\d{3})*|\d+)\s*(?:kr|kronor|:-)?$/i.exec(typed.trim());
  const belopp = match && Number(match[1]?.replace(/\s/g, ''));
  return belopp === null || belopp === undefined || belopp > storstBelopp ? undefined : belopp;
}

/** What a citizen has typed, row by row of the form, and beside it. */
export type Ifyllt = { rader: Readonly<Record<string, string>>; ovrigt: string; avstar: boolean };
const ifyllt = z.object({ rader: z.record(z.string(), z.string()), ovrigt: z.string(), avstar: z.boolean() });
/** What was kept of it, as text. @throws when it is none */
export const lasIfyllt = (text: string): Ifyllt => ifyllt.parse(JSON.parse(text));
/** A fault, by the kod of its row; `ovrigt` and `rader` are of the whole. */
export type Svarsfel = Readonly<Record<string, string>>;

/** What cannot even be saved: too long. */
export function langdfel({ rader, ovrigt }: Ifyllt): Svarsfel {
  return {
    ...Object.fromEntries(
      Object.entries(rader).flatMap(([kod, text]) =>
        text.length > langstRad ? [[kod, `Texten är ${text.length} tecken. Den får vara högst ${langstRad}.`]] : [],
      ),
    ),
    ...(ovrigt.length > langstOvrigt ? { ovrigt: `Texten är ${ovrigt.length} tecken. Den får vara högst ${langstOvrigt}.` } : {}),
  };
}

/** Reads what was typed as answers to the rows of a form, or says what is wrong where. Of one who tells no income no amount is asked, and none is kept. */
export function lasSvar(formular: Inkomstformular, ifyllt: Ifyllt): { svar: Radsvar[]; fel: Svarsfel } {
  const fel: Record<string, string> = { ...langdfel(ifyllt) };
  const svar = raderna(formular).flatMap((rad): Radsvar[] => {
    const typed = (ifyllt.rader[rad.kod] ?? '').trim();
    if (typed === '' || fel[rad.kod] !== undefined || (ifyllt.avstar && isBelopp(rad))) return [];
    if (!isBelopp(rad)) return [{ kod: rad.kod, text: typed }];
    const kronor = lasKronor(typed);
    if (kronor !== undefined) return [{ kod: rad.kod, kronor }];
    fel[rad.kod] = `${rad.rubrik}: skriv beloppet i hela kronor, med bara siffror. Till exempel 12500. Högst ${storstBelopp}.`;
    return [];
  });
  for (const { kod, text } of svarshinder(formular, svar, ifyllt.avstar)) fel[kod] ??= text;
  return { svar, fel };
}

/** What is wrong with answers to a form: what it does not ask, what is missing, what is no answer to it. */
export function svarshinder(formular: Inkomstformular, svar: readonly Radsvar[], avstar: boolean): { kod: string; text: string }[] {
  const rader = raderna(formular);
  const av = new Map(svar.map((one) => [one.kod, one]));
  const frammande = svar
    .filter(({ kod }) => !rader.some((rad) => rad.kod === kod))
    .map(({ kod }) => ({ kod, text: 'Blanketten frågar inte om detta.' }));
  const dubbla = av.size === svar.length ? [] : [{ kod: 'rader', text: 'En fråga är besvarad två gånger.' }];
  const fel = rader.flatMap((rad): { kod: string; text: string }[] => {
    const { kod, rubrik, krav, val } = rad;
    const one = av.get(kod);
    const varde = isBelopp(rad) ? one?.kronor : one?.text;
    if (varde === undefined || varde === '')
      return one
        ? [{ kod, text: `${rubrik}: svaret går inte att läsa.` }]
        : krav && !(avstar && isBelopp(rad))
          ? [{ kod, text: `Svara på: ${rubrik}` }]
          : [];
    if (avstar && isBelopp(rad)) return [{ kod, text: `${rubrik}: den som avstår lämnar inga belopp.` }];
    return rad.slag === 'val' && !val?.some((ett) => ett.kod === varde) ? [{ kod, text: `Välj ett av svaren: ${rubrik}` }] : [];
  });
  const tomt = !avstar && fel.length === 0 && !svar.some(({ kronor }) => kronor !== undefined);
  return [
    ...frammande,
    ...dubbla,
    ...fel,
    ...(tomt ? [{ kod: 'rader', text: 'Skriv minst ett belopp. Har du ingen inkomst, skriv 0.' }] : []),
  ];
}

/** The amounts of a part added up, in whole kronor: by month and by year each for itself. Undefined where none is told. */
export function summor(del: Inkomstformular['delar'][number], svar: readonly Radsvar[]): { manad?: number; ar?: number } {
  const summa = (slag: 'manad' | 'ar') => {
    const belopp = del.rader.filter((rad) => rad.slag === slag).flatMap(({ kod }) => svar.find((one) => one.kod === kod)?.kronor ?? []);
    return belopp.length === 0 ? {} : { [slag]: belopp.reduce((a, b) => a + b, 0) };
  };
  return { ...summa('manad'), ...summa('ar') };
}
