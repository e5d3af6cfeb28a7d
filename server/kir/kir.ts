import type { KirPost } from '../../shared/domain/kir/records.ts';

/** The municipality's register of residents, whoever keeps it (REG-02). */
export interface Kir {
  /**
   * @param personnummer twelve digits
   * @returns what the register says, or undefined when it does not know the person
   * @throws KirUnavailable when the register does not answer, or not in its own form; KirUnreadable when it is this answer alone
   */
  sok(personnummer: string): Promise<KirPost | undefined>;
}

/** Nothing is known about the person: the register could not be asked. */
export class KirUnavailable extends Error {}

/** Nor now: it answers, but what it says of this person cannot be read. Others can be asked about. */
export class KirUnreadable extends KirUnavailable {}
