/**
 * A small seeded source of chance (sfc32), so that the same seed gives the same municipality, or the same run of the
 * simulation, on every machine. Not made for secrets.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** @param seed any text; texts that differ give streams that have nothing to do with each other */
  constructor(seed: string) {
    let hash = 0x811c9dc5;
    const word = (salt: number): number => {
      for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i) ^ salt, 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      return (hash ^ (hash >>> 13)) >>> 0;
    };
    this.a = word(0x9e37);
    this.b = word(0x79b9);
    this.c = word(0x7f4a);
    this.d = word(0x7c15);
    for (let i = 0; i < 12; i++) this.bits();
  }

  /** 32 bits as an unsigned number. */
  bits(): number {
    const sum = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  /** [0, 1) */
  next(): number {
    return this.bits() / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True with the given probability, 0–1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.between(0, list.length - 1)];
    if (chosen === undefined) throw new NothingToChoose('nothing to choose from');
    return chosen;
  }

  /** One of the list, each as likely as its weight says. */
  weighted<T>(list: readonly T[], weightOf: (one: T) => number): T {
    let left = this.next() * list.reduce((sum, one) => sum + weightOf(one), 0);
    for (const one of list) {
      left -= weightOf(one);
      if (left < 0) return one;
    }
    return this.pick(list);
  }

  /** The list in a chance order (Fisher–Yates), as a new list. */
  shuffled<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.between(0, i);
      const [one, other] = [result[i], result[j]];
      if (one === undefined || other === undefined) throw new RangeError('a list with holes');
      result[i] = other;
      result[j] = one;
    }
    return result;
  }

  /** A UUIDv7 (RFC 9562) of the given moment, milliseconds since 1970. */
  uuid(msecs: number): string {
    const time = msecs.toString(16).padStart(12, '0');
    const [high, middle, low] = [this.bits(), this.bits(), this.bits()].map((word) => word.toString(16).padStart(8, '0')) as [
      string,
      string,
      string,
    ];
    const variant = ((Number.parseInt(high[0] ?? '0', 16) & 3) | 8).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${high.slice(5)}-${variant}${high.slice(1, 4)}-${middle}${low.slice(4)}`;
  }
}

/** The list to choose from is empty. */
export class NothingToChoose extends RangeError {}
