import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { answerOmFonster, useAnnatFonster } from '../state/annatFonster.ts';

/** The same form was written in two windows at the same moment: the user says which words it shall be (FRAGA-61). */
export function AnnatFonster() {
  const nyckel = useAnnatFonster(({ fragor }) => fragor.keys().next().value);
  if (nyckel === undefined) return null;
  return (
    <Dialog open modalType="alert">
      <DialogSurface style={{ maxWidth: '520px' }}>
        <DialogBody>
          <DialogTitle>Det här har också skrivits i ett annat fönster</DialogTitle>
          <DialogContent>
            Båda texterna är kvar tills du har valt: den ena på skärmen här, den andra på datorn och i det andra fönstret.
          </DialogContent>
          <DialogActions fluid>
            <Button size="small" onClick={() => answerOmFonster(nyckel, 'take')}>
              Ta det andra fönstrets text
            </Button>
            <Button size="small" appearance="primary" onClick={() => answerOmFonster(nyckel, 'keep')}>
              Behåll texten i det här fönstret
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
