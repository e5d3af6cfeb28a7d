import { Button, Link, makeStyles, OverlayDrawer } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, ErrorCircle16Filled, Info16Regular, Warning16Filled } from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import { useFonster } from '../useFonster.ts';
import { useFormularlage } from './kontext.ts';

export type Kontrollstatus = 'fel' | 'varning' | 'ok' | 'info';
export type Kontrollrad = {
  status: Kontrollstatus;
  rubrik: string;
  text?: string | undefined;
  /** The field to put right. */
  falt?: string | undefined;
};

const useStyles = makeStyles({
  panel: {
    width: '288px',
    flexShrink: 0,
    overflowY: 'auto',
    borderLeft: '1px solid var(--akHair)',
    backgroundColor: 'var(--akHuvud)',
  },
  huvud: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: '30px',
    padding: '0 10px',
    borderBottom: '1px solid var(--akHair)',
  },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600 },
  antal: { color: 'var(--colorNeutralForeground3)' },
  lista: { listStyle: 'none', margin: 0, padding: 0 },
  rad: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    padding: '6px 10px',
    borderBottom: '1px solid var(--akHair)',
  },
  ikon: { paddingTop: '1px' },
  lank: { fontSize: '12px', lineHeight: '16px' },
  text: { fontSize: '12px', lineHeight: '16px', color: 'var(--colorNeutralForeground2)' },
});

const bild: Record<Kontrollstatus, { ikon: ReactElement; ord: string }> = {
  fel: { ikon: <ErrorCircle16Filled color="var(--akRed)" aria-hidden />, ord: 'Att rätta' },
  varning: { ikon: <Warning16Filled color="var(--akAmber)" aria-hidden />, ord: 'Varning' },
  ok: { ikon: <CheckmarkCircle16Filled color="var(--akGreen)" aria-hidden />, ord: 'Klart' },
  info: { ikon: <Info16Regular aria-hidden />, ord: 'Upplysning' },
};

const attRatta = (rader: readonly Kontrollrad[]): string => {
  const antal = rader.filter(({ status }) => status === 'fel').length;
  return antal === 0 ? 'Inget att rätta' : `${antal} att rätta`;
};

/** Kontroll före Spara: what the rules say of the form as it stands. Beside it where there is room; else behind {@link Kontrollknapp}. */
export function Kontrollpanel({ rader }: { rader: readonly Kontrollrad[] }) {
  const css = useStyles();
  if (useFonster().smal) return null;
  return (
    <section className={css.panel} aria-label="Kontroll före Spara" data-yta="kontroll">
      <Innehall rader={rader} />
    </section>
  );
}

/** The control panel of a narrow window: a button in the footer that opens it as a drawer. */
export function Kontrollknapp({ rader }: { rader: readonly Kontrollrad[] }) {
  const [oppen, setOppen] = useState(false);
  if (!useFonster().smal) return null;
  return (
    <>
      <Button size="small" onClick={() => setOppen(true)}>
        {attRatta(rader)}
      </Button>
      <OverlayDrawer
        open={oppen}
        position="end"
        aria-label="Kontroll före Spara"
        data-lada
        style={{ width: 288 }}
        onOpenChange={(_, { open }) => setOppen(open)}
      >
        <Innehall rader={rader} onGo={() => setOppen(false)} />
      </OverlayDrawer>
    </>
  );
}

function Innehall({ rader, onGo }: { rader: readonly Kontrollrad[]; onGo?: () => void }) {
  const css = useStyles();
  const { goTo } = useFormularlage();
  return (
    <>
      <div className={css.huvud}>
        <h2 className={css.rubrik}>Kontroll före Spara</h2>
        <span className={css.antal} aria-live="polite">
          {attRatta(rader)}
        </span>
      </div>
      <ul className={css.lista}>
        {rader.map(({ status, rubrik, text, falt }) => (
          <li key={`${status} ${rubrik} ${falt ?? ''}`} className={css.rad}>
            <span className={css.ikon} role="img" aria-label={bild[status].ord}>
              {bild[status].ikon}
            </span>
            <div>
              <div>{rubrik}</div>
              {text !== undefined && <div className={css.text}>{text}</div>}
              {falt !== undefined && (
                <Link
                  as="button"
                  className={css.lank}
                  onClick={() => {
                    onGo?.();
                    // A drawer gives the focus back as it closes; the field takes it after that.
                    setTimeout(() => goTo(falt));
                  }}
                >
                  Gå till fältet
                </Link>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
