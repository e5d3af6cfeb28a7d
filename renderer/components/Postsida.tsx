import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Chip } from './Chip.tsx';
import { Faktalista } from './Faktalista.tsx';

const useStyles = makeStyles({
  yta: { padding: '12px', maxWidth: '720px', overflowY: 'auto', display: 'flex', flexDirection: 'column', gap: '12px' },
  rubrik: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    margin: 0,
    fontSize: '16px',
    lineHeight: '22px',
    fontWeight: 600,
  },
  under: { margin: '4px 0 0', fontSize: '13px', fontWeight: 600 },
  knappar: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Props = {
  etikett: string;
  /** Chips beside the label. */
  marken?: ReactNode;
  osand: boolean;
  fakta: Parameters<typeof Faktalista>[0]['rader'];
  children: ReactNode;
};

/** A record of the akt as a page of its own: what it is, and below it what can be done with it. */
export function Postsida({ etikett, marken, osand, fakta, children }: Props) {
  const css = useStyles();
  return (
    <section className={css.yta} aria-label={etikett}>
      <h2 className={css.rubrik}>
        {etikett}
        {marken}
        {osand && <Chip ton="gul">Inte skickad än</Chip>}
      </h2>
      <Faktalista rader={fakta} />
      {children}
    </section>
  );
}

export function Underrubrik({ children }: { children: ReactNode }) {
  return <h3 className={useStyles().under}>{children}</h3>;
}

export function Knappar({ children }: { children: ReactNode }) {
  return <div className={useStyles().knappar}>{children}</div>;
}
