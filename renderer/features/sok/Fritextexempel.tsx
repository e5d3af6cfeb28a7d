import { Exempellista } from './Sokexempel.tsx';
import { fritextexempel } from './sokord.ts';

/** How to look for words in notes. */
export function Fritextexempel() {
  return (
    <Exempellista
      exempel={fritextexempel}
      text="Å, ä och ö är egna bokstäver. Delar av sammansatta ord hittas från fyra bokstäver. Alla ord ska finnas i samma anteckning."
    />
  );
}
