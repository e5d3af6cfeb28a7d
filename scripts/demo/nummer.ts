import type { Person } from '../../shared/domain/person/records.ts';
import { parsePersonnummer } from '../../shared/domain/personnummer.ts';
import { dagarMellan, type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import type { Random } from './random.ts';
import { readText } from './resources.ts';

export type Nummer = {
  /** 12 digits. */
  value: string;
  slag: Person['nummerSlag'];
  fodelsedatum: IsoDate;
  alder: number;
  /** By the last digit but one: even = woman. */
  kvinna: boolean;
};

/**
 * Those born before this day come last: their numbers are valid, but they would have to be dead. A day, not an age: if it moved with the clock, the whole municipality
 * would be another one each time somebody passed a hundred.
 */
const plausiblyBorn = '1925-12-01';

/** Birth dates of the numbers made when Skatteverket's are used up; with 20 birth numbers a day, 577,080 of them. */
const madeFrom = '1945-01-01';
const madeDays = 28_854;
const firstBirthNumber = 980;
const birthNumbersPerDay = 20;
/** Prime to the count, so that every number is met once, scattered over the years. */
const stride = 100_003;

/**
 * Numbers that belong to nobody: Skatteverket's published test numbers (`resources/testdata`) as long as they last, then
 * others with the birth numbers 980–999 that those are taken from. No number is given twice.
 */
export class Nummerforrad {
  private readonly today: IsoDate;
  /** Published personnummer of men and of women, by birth date. */
  private readonly personnummer: [Nummer[], Nummer[]] = [[], []];
  private readonly order: Nummer[];
  private readonly used = new Set<string>();
  private readonly published: Set<string>;
  private position = 0;
  private made = 0;

  /** @param random decides the order in which {@link next} gives them */
  constructor(today: IsoDate, random: Random) {
    this.today = today;
    const texts = [readText('testdata/testpersonnummer.txt'), readText('testdata/testsamordningsnummer.txt')];
    this.published = new Set(texts.flatMap((text) => text.split(/\s+/)).filter((value) => value !== ''));
    const known = [...this.published].sort().flatMap((value) => this.read(value) ?? []);
    for (const nummer of known) if (nummer.slag === 'personnummer') this.personnummer[nummer.kvinna ? 1 : 0].push(nummer);
    const living = known.filter(({ fodelsedatum }) => fodelsedatum >= plausiblyBorn);
    const rest = known.filter(({ fodelsedatum }) => fodelsedatum < plausiblyBorn);
    this.order = [...random.shuffled(living), ...random.shuffled(rest)];
  }

  /** The next number, of any age. @throws RangeError when there are no more */
  next(): Nummer {
    while (this.position < this.order.length) {
      const nummer = this.order[this.position++];
      if (nummer && !this.used.has(nummer.value)) return this.take(nummer);
    }
    return this.make();
  }

  /** The published personnummer, not yet given, whose birth date is nearest; undefined when all are given. */
  nearest(day: IsoDate, kvinna: boolean): Nummer | undefined {
    const list = this.personnummer[kvinna ? 1 : 0];
    const start = list.findIndex(({ fodelsedatum }) => fodelsedatum >= day);
    const from = start === -1 ? list.length : start;
    const before = list.slice(0, from).findLast((one) => !this.used.has(one.value));
    const after = list.slice(from).find((one) => !this.used.has(one.value));
    const distance = (one: Nummer | undefined): number => (one ? Math.abs(dagarMellan(day, one.fodelsedatum)) : Number.POSITIVE_INFINITY);
    const best = distance(before) < distance(after) ? before : after;
    return best && this.take(best);
  }

  private take(nummer: Nummer): Nummer {
    this.used.add(nummer.value);
    return nummer;
  }

  private make(): Nummer {
    const count = madeDays * birthNumbersPerDay;
    for (; this.made < count; ) {
      const slot = (this.made++ * stride) % count;
      const day = plusDagar(madeFrom, Math.floor(slot / birthNumbersPerDay)).replaceAll('-', '');
      const nummer = this.withCheckDigit(`${day}${firstBirthNumber + (slot % birthNumbersPerDay)}`);
      if (!this.published.has(nummer.value)) return nummer;
    }
    throw new RangeError('no personnummer left that belongs to nobody');
  }

  /** The rulebook knows which last digit is right; asking it keeps the Luhn rule in one place. */
  private withCheckDigit(eleven: string): Nummer {
    for (let digit = 0; digit <= 9; digit++) {
      const nummer = this.read(`${eleven}${digit}`);
      if (nummer) return nummer;
    }
    throw new RangeError(`no check digit for ${eleven}`);
  }

  private read(value: string): Nummer | undefined {
    const parsed = parsePersonnummer(value, this.today);
    // The municipality's persons have birth dates; one without is made where it is wanted.
    if (!parsed.ok || parsed.kind === 'interim' || parsed.birthDate === null || parsed.age === null) return undefined;
    return { value, slag: parsed.kind, fodelsedatum: parsed.birthDate, alder: parsed.age, kvinna: Number(value[10]) % 2 === 0 };
  }
}

/** How many persons a demo can have at most: the published numbers and those that can be made. */
export const maxPersons = 500_000;

/** The same person before the number came: an interim one of the municipality's own, which is in no register. */
export function interimnummer(nummer: Nummer): Nummer {
  const stam = `${nummer.value.slice(0, 8)}T`;
  const slut = nummer.value.slice(9, 11);
  const value = Array.from({ length: 10 }, (_, n) => `${stam}${slut}${n}`).find(
    (one) => parsePersonnummer(one, '9999-12-31', { interim: true }).ok,
  );
  return value === undefined ? nummer : { ...nummer, value, slag: 'interim' };
}
