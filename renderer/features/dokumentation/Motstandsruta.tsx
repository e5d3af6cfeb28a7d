import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { swedishDay } from '../../../shared/util/datum.ts';
import { avslagOrd } from '../../../shared/words/avslag.ts';
import type { Motstand } from './useSkrivning.ts';

type Props = {
  motstand: Motstand;
  /** Keep my words in place of the other's; both are kept in the akt. */
  onEgen: () => void;
  onEdit: () => void;
  onBada: () => void;
  onNy: () => void;
  onBredvid: () => void;
};

/** Two texts stand against each other: nothing is overwritten before the user has chosen (FRAGA-61). */
export function Motstandsruta({ motstand, onEgen, onEdit, onBada, onNy, onBredvid }: Props) {
  const { vad, gor } = ordFor(motstand);
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{vad}</MessageBarTitle>
        {gor}
      </MessageBarBody>
      <MessageBarActions>
        {motstand.slag === 'text-andrad' && (
          <>
            <Button size="small" onClick={onEgen}>
              Behåll min text
            </Button>
            <Button size="small" onClick={onEdit}>
              Ta den andra texten
            </Button>
            <Button size="small" onClick={onBada}>
              Lägg ihop texterna
            </Button>
          </>
        )}
        {motstand.slag === 'rubrik-har-text' && (
          <Button size="small" onClick={onBredvid}>
            Spara min text bredvid
          </Button>
        )}
        {(motstand.slag === 'signerad' || motstand.slag === 'borta') && (
          <Button size="small" onClick={onNy}>
            Gör en ny anteckning av min text
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

function ordFor(motstand: Motstand): { vad: string; gor: string } {
  if (motstand.slag === 'text-andrad') {
    const { sparad } = motstand.note.data;
    return {
      vad: `${sparad.namn} har ändrat texten ${swedishDay(sparad.at)}, efter att du började skriva.`,
      gor: 'Din text ligger kvar här och skriver inte över. Den andra texten står i Läsvyn. Båda sparas i akten vad du än väljer.',
    };
  }
  if (motstand.slag === 'signerad') return { vad: 'Anteckningen har signerats och är låst.', gor: 'Din text är kvar här som utkast.' };
  if (motstand.slag === 'borta') return { vad: 'Anteckningen finns inte längre i akten.', gor: 'Din text är kvar här som utkast.' };
  return { vad: avslagOrd['rubrik-har-text'].vad, gor: 'Den andra texten står i Läsvyn. Din text är kvar här som utkast.' };
}
