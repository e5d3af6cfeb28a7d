import type { Utskriftsobjekt } from '../../../shared/domain/dokument/utbud.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { showYta, type Yta } from '../../state/arbetsyta.ts';

type Props = { personId: string; objekt: Utskriftsobjekt; fran: Yta | undefined };

/** A text that is being written, from where printing was asked for, is not among what can be made: it is locked first (PDF-05, DOK-15). */
export function Skrivsnu({ personId, objekt, fran }: Props) {
  const skriver = fran?.slag === 'dokumentation' ? fran.lage?.skriver : undefined;
  if (!skriver || skriver.anteckningId === objekt.id) return null;
  return (
    <ErrorBar
      slag="info"
      vad="Texten du skriver är inte signerad, och kan inte skrivas ut eller bli PDF än."
      gor="Spara och signera (skrivskydda) den först, och välj sedan Skriv ut."
      handling="Tillbaka till texten"
      onHandling={() => fran && showYta(personId, fran)}
    />
  );
}
