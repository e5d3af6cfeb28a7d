import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { EmptyState } from './EmptyState.tsx';

type Props = {
  children: ReactNode;
  /** What is shown: when it is something else, that is drawn. */
  visar?: string;
  /** A dialog is one that is put away: with it goes what opened it. */
  ruta?: { onClose: () => void };
  /** The whole window: what cannot be drawn is drawn anew from the start. */
  fonster?: true;
};

const vad = 'Den här delen av fönstret gick inte att visa.';
const gor = 'Det du har skrivit ligger kvar som utkast på datorn. Kontakta systemförvaltaren om det upprepas.';

/**
 * A fault while a part of the window is drawn stays in that part: the rest is there, and the part can be drawn anew. Without one React takes the whole
 * window away.
 */
export class Felgrans extends Component<Props, { fel: boolean }> {
  override state = { fel: false };
  static getDerivedStateFromError() {
    return { fel: true };
  }

  override componentDidUpdate({ visar }: Props): void {
    if (this.state.fel && visar !== this.props.visar) this.setState({ fel: false });
  }

  override render(): ReactNode {
    const { children, ruta, fonster } = this.props;
    if (!this.state.fel) return children;
    const again = () => this.setState({ fel: false });
    if (!ruta) {
      const reload = () => window.location.reload();
      return (
        <EmptyState text={`${vad} ${gor}`} handling={fonster ? 'Ladda om fönstret' : 'Visa igen'} onHandling={fonster ? reload : again} />
      );
    }
    const close = () => {
      ruta.onClose();
      again();
    };
    return (
      <Dialog open modalType="alert">
        <DialogSurface style={{ maxWidth: '520px' }}>
          <DialogBody>
            <DialogTitle>Rutan gick inte att visa</DialogTitle>
            <DialogContent>{gor}</DialogContent>
            <DialogActions>
              <Button size="small" appearance="primary" onClick={close}>
                Stäng
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    );
  }
}
