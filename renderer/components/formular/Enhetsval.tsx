import { enhetsnamn } from '../../../shared/domain/katalog/enheter.ts';
import type { Varde } from '../../../shared/domain/katalog/varden.ts';
import { Valfalt } from './Valfalt.tsx';

type Props = {
  /** The user's own to choose between; of one nothing is asked. */
  enheter: readonly string[];
  /** The value list `enhet`. */
  namn: Varde[];
  varde: string | undefined;
  onVarde: (enhet: string) => void;
  tips: string;
};

/** Enhet: for which of their units a user of several does what the form is for (OSL 26:1). */
export const Enhetsval = ({ enheter, namn, varde, onVarde, tips }: Props) =>
  enheter.length > 1 && (
    <Valfalt
      falt="enhet"
      etikett="Enhet"
      krav
      tips={tips}
      val={enheter.map((enhet) => ({ varde: enhet, namn: enhetsnamn(namn, enhet) }))}
      varde={varde}
      onVarde={onVarde}
    />
  );
