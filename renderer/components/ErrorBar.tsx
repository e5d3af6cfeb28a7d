import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { IconButton } from './IconButton.tsx';

export type ErrorBarProps = {
  /** What happened. */
  vad: string;
  /** Its effect, and what to do. */
  gor: string;
  slag?: 'error' | 'warning' | 'info';
  handling?: string | undefined;
  onHandling?: (() => void) | undefined;
  /** Given when it may be put away once read. */
  onClose?: (() => void) | undefined;
};

/** An error in its pane: what, effect, action. Read out once. */
export function ErrorBar({ vad, gor, slag = 'error', handling, onHandling, onClose }: ErrorBarProps) {
  return (
    <MessageBar intent={slag} layout="multiline" style={{ flexShrink: 0 }} politeness={slag === 'error' ? 'assertive' : 'polite'}>
      <MessageBarBody>
        <MessageBarTitle>{vad}</MessageBarTitle>
        {gor}
      </MessageBarBody>
      {((handling && onHandling) || onClose) && (
        <MessageBarActions
          {...(onClose ? { containerAction: <IconButton namn="Stäng" ikon={<Dismiss16Regular />} onClick={onClose} /> } : {})}
        >
          {handling && onHandling && (
            <Button size="small" onClick={onHandling}>
              {handling}
            </Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
