import { Button, makeStyles } from '@fluentui/react-components';
import { Desktop16Regular, Dismiss20Regular } from '@fluentui/react-icons';
import type { ReactNode, Ref } from 'react';
import { Chip } from './Chip.tsx';
import { ErrorBar } from './ErrorBar.tsx';
import { Formularmeddelanden } from './formular/Formularmeddelanden.tsx';
import { FormularKontext, type Formularlage } from './formular/kontext.ts';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0, backgroundColor: 'var(--akCanvas)' },
  huvud: { display: 'flex', alignItems: 'center', gap: '8px', padding: '4px 8px 0 12px', flexShrink: 0 },
  rubrik: { margin: 0, fontSize: '14px', lineHeight: '21px', fontWeight: 600 },
  luft: { flexGrow: 1 },
  meddelanden: { padding: '0 8px', flexShrink: 0, ':empty': { display: 'none' } },
  kropp: {
    display: 'flex',
    gap: '8px',
    padding: '8px',
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    // One under another where there is no room beside: the page scrolls, not each part.
    '@media (max-width: 999px)': { flexDirection: 'column', overflowY: 'auto', '& > section': { flexShrink: 0 } },
  },
});

type Ord = { vad: string; gor: string };
type Props = {
  /** The form's name for a screen reader. */
  namn: string;
  rubrik: string;
  form: Formularlage & {
    yta: Ref<HTMLFormElement>;
    arUtkast: boolean;
    avslag: Ord | undefined;
    diskfel: Ord | undefined;
    flush: () => Promise<void>;
  };
  /** Width of the fields' labels in pixels. */
  etikett: number;
  onClose: () => void;
  /** What is to be said above the panels. */
  meddelanden: ReactNode;
  /** What was saved in the akt just now. */
  klar: { rubrik: string; onVisa: () => void } | undefined;
  /** The panels. */
  children: ReactNode;
};

/** A form of panels side by side, of which a document of the akt comes. */
export function Panelvy({ namn, rubrik, form, etikett, onClose, meddelanden, klar, children }: Props) {
  const css = useStyles();
  return (
    <FormularKontext value={form}>
      <form
        ref={form.yta}
        noValidate
        aria-label={namn}
        className={css.yta}
        style={{ ['--akEtikett' as string]: `${etikett}px` }}
        onSubmit={(event) => event.preventDefault()}
      >
        <div className={css.huvud}>
          <h2 className={css.rubrik}>{rubrik}</h2>
          {form.arUtkast && (
            <Chip ton="gul" ikon={<Desktop16Regular aria-hidden />}>
              Utkast – finns bara här
            </Chip>
          )}
          <span className={css.luft} />
          <Button size="small" appearance="subtle" icon={<Dismiss20Regular />} onClick={onClose}>
            Stäng
          </Button>
        </div>
        <div className={css.meddelanden}>
          {meddelanden}
          {klar && (
            <ErrorBar
              slag="info"
              vad={`”${klar.rubrik}” finns i akten.`}
              gor="Den skickas till servern av sig själv."
              handling="Visa"
              onHandling={klar.onVisa}
            />
          )}
          <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
        </div>
        <div className={css.kropp}>{children}</div>
      </form>
    </FormularKontext>
  );
}
