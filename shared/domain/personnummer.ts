import Personnummer from 'personnummer';
import { ageOn, type IsoDate, isCalendarDay } from '../util/datum.ts';

export type PersonnummerKind = 'personnummer' | 'samordningsnummer' | 'interim';
export type PersonnummerError = 'empty' | 'characters' | 'length' | 'date' | 'checksum';
export type ParsedPersonnummer =
  | {
      ok: true;
      /** 12 characters, digits but for the letter of an interim number. */
      value: string;
      kind: PersonnummerKind;
      /** `YYYY-MM-DD`; of a samordningsnummer the day without its 60. */
      birthDate: IsoDate;
      /** Whole years on `today`. */
      age: number;
    }
  | { ok: false; error: PersonnummerError };

/** The package's types describe an ES module, its main file is CommonJS whose export is the class itself. */
const { valid } = Personnummer as unknown as {
  valid(number: string, options: { allowCoordinationNumber: boolean; allowInterimNumber: boolean }): boolean;
};

const interimLetters = 'TRSUWXJKLMN';

/**
 * Reads a Swedish personnummer or samordningsnummer in any written form: `YYYYMMDD-NNNN`, `YYMMDD-NNNN`, `YYMMDD+NNNN`
 * (100 years or older), with spaces, without signs. Ten digits without a plus sign mean the latest century in which the
 * person is born by `today` (folkbokföringslagen 1991:481 18 §).
 *
 * @param today the day that decides century and age
 * @param options.interim also accept interim numbers (a letter in the ninth place), as KIR and the regions issue them
 */
export function parsePersonnummer(text: string, today: IsoDate, options: { interim?: boolean } = {}): ParsedPersonnummer {
  const compact = text.normalize('NFKC').replace(/[\s\u2010-\u2015\u2212-]/g, (sign) => (/\s/.test(sign) ? '' : '-'));
  if (compact === '') return { ok: false, error: 'empty' };
  const letters = options.interim ? interimLetters : '';
  if (!new RegExp(`^[0-9+${letters}${letters.toLowerCase()}-]+$`).test(compact)) return { ok: false, error: 'characters' };
  const match = /^(\d{6}|\d{8})([-+]?)([0-9A-Za-z]\d{3})$/.exec(compact);
  if (!match) {
    const bare = compact.replace(/[-+]/g, '');
    const shapeOfNumber = /^(\d{6}|\d{8})[0-9A-Za-z]\d{3}$/.test(bare);
    // The right count of digits with the sign elsewhere is a fault of characters, not of length.
    return { ok: false, error: shapeOfNumber || /[A-Za-z]/.test(bare) ? 'characters' : 'length' };
  }
  const [, date = '', sign = '', last = ''] = match;
  const full = date.length === 8 ? date : withCentury(date, sign, today);
  const birthDate = calendarDay(full);
  if (birthDate === undefined || birthDate > today || birthDate < '1800') return { ok: false, error: 'date' };
  const value = full + last.toUpperCase();
  if (!valid(value, { allowCoordinationNumber: true, allowInterimNumber: options.interim === true })) {
    return { ok: false, error: 'checksum' };
  }
  return { ok: true, value, kind: kindOfNumber(value), birthDate, age: ageOn(birthDate, today) };
}

/** The kind of a number of 12 characters: an interim number has a letter, a samordningsnummer 60 added to its day. */
export const kindOfNumber = (value: string): PersonnummerKind =>
  /[A-Z]/.test(value) ? 'interim' : Number(value.slice(6, 8)) > 60 ? 'samordningsnummer' : 'personnummer';

/** 12 characters → `19990412-2380`, the form of the person header and of lists. */
export const formatPersonnummer = (value: string): string => `${value.slice(0, 8)}-${value.slice(8)}`;

/** 12 characters → `990412-2380`, the short form of tabs. */
export const shortPersonnummer = (value: string): string => `${value.slice(2, 8)}-${value.slice(8)}`;

/** A plus sign is written from 1 January of the year in which the person turns 100, whatever the day of birth (18 §). */
function withCentury(yymmdd: string, sign: string, today: IsoDate): string {
  const century = Number(today.slice(0, 2));
  const candidates = [century, century - 1, century - 2].map((c) => `${String(c).padStart(2, '0')}${yymmdd}`);
  const oldestYear = sign === '+' ? Number(today.slice(0, 4)) - 100 : Number.POSITIVE_INFINITY;
  const isBorn = (full: string) => {
    const birthDate = calendarDay(full);
    return birthDate !== undefined && birthDate <= today && Number(birthDate.slice(0, 4)) <= oldestYear;
  };
  return candidates.find(isBorn) ?? `${century - 1}${yymmdd}`;
}

/** `YYYYMMDD` (day + 60 for a samordningsnummer) → the calendar day, or undefined when there is none. */
function calendarDay(full: string): IsoDate | undefined {
  const day = Number(full.slice(6, 8));
  const date = `${full.slice(0, 4)}-${full.slice(4, 6)}-${String(day > 60 ? day - 60 : day).padStart(2, '0')}`;
  return isCalendarDay(date) ? date : undefined;
}
