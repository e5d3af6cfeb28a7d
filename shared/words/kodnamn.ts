import type { Instrument, Rubrikmall } from '../domain/katalog/records.ts';
import { rubrikTitel } from '../domain/katalog/rubrik-titel.ts';

type Koder = {
  /** The value list `enhet`. */
  enheter?: readonly { namn: string; kod?: string | undefined }[] | undefined;
  mallar?: readonly Pick<Rubrikmall, 'rubriker'>[] | undefined;
  instrument?: readonly Pick<Instrument, 'funktioner'>[] | undefined;
};

/** What the catalogue calls a code, by the field it stands in; undefined where it has no such code. */
export function kodnamn({ enheter = [], mallar = [], instrument = [] }: Koder, falt: string, kod: string): string | undefined {
  if (falt === 'enhet' || falt === 'enheter' || falt === 'tillEnhet' || falt === 'franEnhet')
    return enheter.find((one) => one.kod === kod)?.namn;
  if (falt === 'rubrikKod') {
    const rubriker = mallar.flatMap((mall) => mall.rubriker);
    return rubrikTitel(rubriker, kod);
  }
  if (falt === 'kod') return instrument.flatMap(({ funktioner }) => funktioner).find((one) => one.kod === kod)?.namn;
  return undefined;
}
