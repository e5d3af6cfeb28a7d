import { makeStyles } from '@fluentui/react-components';
import { PersonLink16Regular } from '@fluentui/react-icons';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { Chip } from '../../components/Chip.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';

const useStyles = makeStyles({
  lista: { listStyleType: 'none', margin: 0, padding: 0 },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '28px', borderBottom: '1px solid var(--akHair)' },
  ikon: { width: '16px', display: 'inline-flex' },
  nummer: { fontVariantNumeric: 'tabular-nums' },
  relation: { color: 'var(--colorNeutralForeground3)' },
});

const nummer = (value: string): string => (value.length === 12 ? formatPersonnummer(value) : value);

/** The tab Hushåll: the kund and the members, to read; the symbol stands before each added member (SYM-30, HUSH-05, HUSH-06). */
export function HushallDel({ kund }: { kund: KundVy }) {
  const css = useStyles();
  const { person, personId, hushall } = kund;
  const sjalv = hushall.find(({ data }) => data.personId === personId);
  const ovriga = hushall.filter((medlem) => medlem !== sjalv);
  return (
    <>
      {kund.saknarVardnadshavare && (
        <ErrorBar
          slag="warning"
          vad="Vårdnadshavare saknas i hushållet."
          gor={`${displayName(person)} är ${kund.alder} år. Kontrollera vem som är vårdnadshavare innan du går vidare.`}
        />
      )}
      <ul className={css.lista} aria-label="Hushåll">
        <li className={css.rad}>
          <span className={css.ikon} />
          <span>{displayName(person)}</span>
          <span className={css.nummer}>{formatPersonnummer(person.personnummer)}</span>
          {/* The kund is the one to be registerledare; a hushåll that says otherwise is shown as it is. */}
          {(sjalv?.data.registerledare ?? !ovriga.some(({ data }) => data.registerledare)) && <Chip ton="bla">Registerledare</Chip>}
        </li>
        {ovriga.map(({ id, data }) => (
          <li key={id} className={css.rad}>
            <span className={css.ikon}>
              <PersonLink16Regular role="img" aria-label="Tillagd hushållsmedlem" />
            </span>
            <span>{data.namn}</span>
            {data.personnummer && <span className={css.nummer}>{nummer(data.personnummer)}</span>}
            <span className={css.relation}>{data.relation}</span>
            {data.vardnadshavare && <Chip>Vårdnadshavare</Chip>}
            {data.registerledare && <Chip ton="bla">Registerledare</Chip>}
          </li>
        ))}
      </ul>
      {ovriga.length === 0 && <EmptyState text="Inga hushållsmedlemmar är tillagda." />}
    </>
  );
}
