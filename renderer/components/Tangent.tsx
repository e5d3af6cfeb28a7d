import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  tangent: {
    font: 'inherit',
    fontSize: '12px',
    padding: '0 5px',
    border: '1px solid var(--colorNeutralStroke1)',
    borderRadius: 'var(--borderRadiusMedium)',
    whiteSpace: 'nowrap',
  },
});

/** A key, or something to type, as on a keyboard. */
export function Tangent({ children }: { children: string }) {
  return <kbd className={useStyles().tangent}>{children}</kbd>;
}
