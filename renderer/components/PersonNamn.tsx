import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ShieldLock16Filled } from '@fluentui/react-icons';
import type { Person } from '../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../shared/domain/personnummer.ts';
import { avlidenOrd, skyddadText } from '../../shared/words/person.ts';

const useStyles = makeStyles({
  namn: {
    display: 'inline-flex',
    verticalAlign: 'bottom',
    alignItems: 'center',
    gap: '4px',
    minWidth: 0,
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  skold: { color: 'var(--akSkydd)', flexShrink: 0, display: 'inline-flex' },
  skyddad: { color: 'var(--akSkydd)' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0 },
});

type Skyddad = { skydd: Person['skydd'] };
const maskedNumber = '••••••••-••••';

/** Name in lists and tabs: a person with skyddad folkbokföring is not named before a reason is given. */
export const visatNamn = ({ namn, skydd }: Skyddad & { namn: string }): string => (skydd === 'skyddadFolkbokforing' ? skyddadText : namn);
/** `19990412-2380`, or dots for a person who is not named. */
export const visatNummer = ({ personnummer, skydd }: Skyddad & { personnummer: string }): string =>
  skydd === 'skyddadFolkbokforing' ? maskedNumber : formatPersonnummer(personnummer);

type Tidigare = { tidigareNummer?: readonly string[]; tidigareEfternamn?: readonly string[]; avliden?: string };
/** `tidigare Lund, 19700178-2395`: why a search for something else found the kund; and that the kund is dead. */
export const tidigareText = ({ skydd, tidigareNummer = [], tidigareEfternamn = [], avliden }: Skyddad & Tidigare): string => {
  if (skydd === 'skyddadFolkbokforing') return '';
  const tidigare = [...tidigareEfternamn, ...tidigareNummer.map(formatPersonnummer)].join(', ');
  return [avliden && avlidenOrd(avliden), tidigare && `tidigare ${tidigare}`].filter(Boolean).join(', ');
};

/** The name with the shield of a protected identity; words beside the colour. */
export function PersonNamn({ namn, skydd }: Skyddad & { namn: string }) {
  const styles = useStyles();
  if (skydd === 'ingen') return <span className={styles.text}>{namn}</span>;
  const isHidden = skydd === 'skyddadFolkbokforing';
  return (
    <span className={styles.namn}>
      <span className={styles.skold} role="img" aria-label={isHidden ? 'Skyddad folkbokföring' : 'Sekretessmarkering'}>
        <ShieldLock16Filled />
      </span>
      <span className={mergeClasses(styles.text, isHidden && styles.skyddad)}>{visatNamn({ namn, skydd })}</span>
    </span>
  );
}
