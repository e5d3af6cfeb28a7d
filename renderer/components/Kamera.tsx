import { Button, CounterBadge, makeStyles } from '@fluentui/react-components';
import { Camera20Regular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  plats: { position: 'relative', display: 'inline-flex' },
  antal: { position: 'absolute', top: '-6px', right: '-6px' },
});

/** `Bevakningar för beslutet, 2 öppna` */
export const kameranamn = (om: string, antal: number): string =>
  `Bevakningar för ${om}, ${antal === 0 ? 'inga öppna' : antal === 1 ? '1 öppen' : `${antal} öppna`}`;

/** The camera with how many are open (SYM-07, FORB-53). */
export function Kamera({ antal }: { antal: number }) {
  const css = useStyles();
  return (
    <span className={css.plats}>
      <Camera20Regular />
      {antal > 0 && <CounterBadge className={css.antal} size="small" color="brand" count={antal} aria-hidden="true" />}
    </span>
  );
}

type Props = { /** `beslutet` */ om: string; antal: number; onClick: () => void };

/** The camera at a part of the akt: always there, and counts what is open (FORB-53). */
export const Kameraknapp = ({ om, antal, onClick }: Props) => (
  <Button size="small" icon={<Camera20Regular />} title={kameranamn(om, antal)} onClick={onClick}>
    {antal === 0 ? 'Bevakningar' : `Bevakningar (${antal})`}
  </Button>
);
