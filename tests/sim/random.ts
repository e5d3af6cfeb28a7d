import { Random as Chance } from '../../scripts/demo/random.ts';

/** No id of a run is older or younger than another. */
const madeAt = Date.UTC(2026, 0, 1);

/** The chance of one run: the same seed gives the same choices. */
export class Random extends Chance {
  /** Whole number in [0, below). */
  below(below: number): number {
    return this.between(0, below - 1);
  }

  /** A UUIDv7 of the seed. */
  override uuid(msecs = madeAt): string {
    return super.uuid(msecs);
  }

  /** An independent stream, so that one user's choices do not shift another's. */
  fork(): Random {
    return new Random(String(this.bits()));
  }
}

export const seeded = (seed: number): Random => new Random(`sim ${seed}`);
