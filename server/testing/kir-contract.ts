import { describe, expect, it } from 'vitest';
import { type KirPost, kirPost } from '../../shared/domain/kir/records.ts';
import { type Kir, KirUnavailable } from '../kir/kir.ts';

/** Somebody the register has, and somebody it has not. */
export const kirKand = '199904122380';
const kirOkand = '199904212389';

export type KirWorld = {
  kir: Kir;
  /** From now on it does not answer, or with what is no person. */
  fail(how: 'away' | 'nonsense'): void | Promise<void>;
};

/**
 * What the server relies on of a register of residents, whoever keeps it (REG-02, FRAGA-05): a person whole, nobody, or that it
 * could not be asked. Never a person made of nonsense, never nobody when it did not answer.
 * @param make a register that has {@link kirKand} and not {@link kirOkand}
 */
export function kirContract(name: string, make: () => KirWorld | Promise<KirWorld>): void {
  describe(name, () => {
    it('REG-02 answers with the person asked for, as KIR describes one', async () => {
      const { kir } = await make();
      const post = (await kir.sok(kirKand)) as KirPost;
      expect(kirPost.parse(post)).toEqual(post);
      expect(post).toMatchObject({ personnummer: kirKand, fodelsedatum: '1999-04-12' });
    });
    it('REG-02 knows whom it does not have', async () => {
      const { kir } = await make();
      expect(await kir.sok(kirOkand)).toBeUndefined();
    });
    it.each(['away', 'nonsense'] as const)('FRAGA-05 %s, it says that it could not be asked', async (how) => {
      const { kir, fail } = await make();
      await fail(how);
      await expect(kir.sok(kirKand)).rejects.toThrow(KirUnavailable);
      await expect(kir.sok(kirOkand)).rejects.toThrow(KirUnavailable);
    });
  });
}
