import { makeStyles } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';
import { Falt } from './Falt.tsx';
import { FormularKontext, type Formularlage } from './kontext.ts';
import { lagtFonster } from './stil.ts';
import { UtkastLases } from './UtkastLases.tsx';

const useStyles = makeStyles({
  sida: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    // A field that takes the focus, and its fault, are not left under the buttons.
    [lagtFonster]: { overflowY: 'auto', scrollPaddingBottom: '72px' },
  },
  kropp: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0, [lagtFonster]: { flexShrink: 0, minHeight: 'auto' } },
  mitt: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    overflowY: 'auto',
    padding: '8px 12px',
    [lagtFonster]: { overflowY: 'visible' },
  },
  falt: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    maxWidth: '720px',
    width: '100%',
    boxSizing: 'border-box',
  },
});

type Ord = { vad: string; gor: string };
export type Formularytaprops = {
  /** What is filled in, as its landmark is called: `Beslut`. */
  etikett: string;
  lage: Formularlage & {
    yta: Ref<HTMLFormElement> /** The user may only read it. */;
    lases: boolean /** The draft is being read: what was typed now it would cover. */;
    laddar: boolean;
    diskfel: Ord | undefined;
  };
  onSave: () => void;
  children: ReactNode;
  /** Above the fields: the list the form belongs to, messages. */
  topp?: ReactNode;
  /** Beside the fields: {@link Kontrollpanel}. */
  panel?: ReactNode;
  /** Below: `Formularfot`. */
  fot?: ReactNode;
  /** px of the label column; 176 for long labels. */
  etikettbredd?: 132 | 176;
};

/** A form in the work area: list and messages above, fields at most 720 px wide, control panel beside, footer below. */
export function Formularyta({ etikett, lage, onSave, children, topp, panel, fot, etikettbredd = 132 }: Formularytaprops) {
  const css = useStyles();
  if (lage.laddar) return <UtkastLases diskfel={lage.diskfel} antal={8} />;
  return (
    <FormularKontext value={lage}>
      <form
        ref={lage.yta}
        noValidate
        aria-label={etikett}
        className={css.sida}
        style={{ ['--akEtikett' as string]: `${etikettbredd}px` }}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 's') return;
          event.preventDefault();
          event.stopPropagation();
          onSave();
        }}
      >
        <div className={css.kropp}>
          <div className={css.mitt}>
            {topp}
            <Falt lases={lage.lases} className={css.falt}>
              {children}
            </Falt>
          </div>
          {!lage.lases && panel}
        </div>
        {!lage.lases && fot}
      </form>
    </FormularKontext>
  );
}
