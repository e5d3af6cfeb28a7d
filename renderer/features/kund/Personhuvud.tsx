import { makeStyles } from '@fluentui/react-components';
import { PeopleError16Regular, PersonWarning16Regular, ShieldLock16Filled } from '@fluentui/react-icons';
import { alderText } from '../../../shared/domain/person/alder.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer, shortPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KundVy, PersonRad } from '../../../shared/ipc/views.ts';
import { avlidenOrd, nummerOrd, personkretsOrd, skyddOrd } from '../../../shared/words/person.ts';
import { Chip } from '../../components/Chip.tsx';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { AndratChip } from './AndratChip.tsx';

const useStyles = makeStyles({
  huvud: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '52px',
    boxSizing: 'border-box',
    padding: '2px 12px 2px 8px',
    flexShrink: 0,
    borderLeft: '4px solid var(--colorBrandBackground)',
    borderBottom: '1px solid var(--akHair)',
    backgroundColor: 'var(--colorNeutralBackground1)',
  },
  vem: { minWidth: 0 },
  namnrad: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '12px' },
  namn: { margin: 0, fontSize: '18px', lineHeight: '22px', fontWeight: 600 },
  nummer: { fontSize: '16px', lineHeight: '22px', fontVariantNumeric: 'tabular-nums' },
  // Under 1000 px the room goes to the work (02c); the facts stand in Personuppgifter too.
  fakta: {
    fontSize: '12px',
    lineHeight: '16px',
    color: 'var(--colorNeutralForeground2)',
    '@media (max-width: 999px)': { display: 'none' },
  },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '6px', minWidth: 0 },
  knapp: {
    border: 0,
    padding: 0,
    minHeight: '24px',
    font: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    color: 'var(--akAmber)',
  },
});

/**
 * Who the tab is about (PERS-01), with what must not be overlooked: protection, an ongoing LASS-beslut (FORB-29),
 * look-alikes, a missing vårdnadshavare (FORB-08).
 */
export function Personhuvud({ kund, onHushall }: { kund: KundVy; onHushall: () => void }) {
  const css = useStyles();
  const { person, forvaxlaInte } = kund;
  const [forst] = forvaxlaInte;
  return (
    <section className={css.huvud} aria-label="Kund" data-yta="kund">
      <div className={css.vem}>
        <div className={css.namnrad}>
          <h1 className={css.namn}>{displayName(person)}</h1>
          <span className={css.nummer}>{formatPersonnummer(person.personnummer)}</span>
          <span>{alderText(kund.alder)}</span>
        </div>
        <div className={css.fakta}>{fakta(kund)}</div>
      </div>
      <div className={css.chips}>
        {person.skydd !== 'ingen' && (
          <Chip ton="skydd" ikon={<ShieldLock16Filled aria-hidden />}>
            {skyddOrd[person.skydd]}
          </Chip>
        )}
        {person.avliden !== undefined && <Chip ton="rod">{avlidenOrd(person.avliden)}</Chip>}
        {person.nummerSlag !== 'personnummer' && <Chip>{nummerOrd[person.nummerSlag]}</Chip>}
        {kund.lass && <Chip title="Ett beslut om assistansersättning från Försäkringskassan pågår.">LASS</Chip>}
        {kund.etjanst?.data.lage === 'aktiv' && (
          <Chip ton="bla" title="Kunden har e-tjänsten. Se Personuppgifter.">
            E-tjänst
          </Chip>
        )}
        {forst && (
          <Chip ton="gul" ikon={<PersonWarning16Regular aria-hidden />} title={forvaxlaInte.map(likNamn).join('\n')}>
            {`Förväxla inte: ${likNamn(forst)}${forvaxlaInte.length > 1 ? ` och ${forvaxlaInte.length - 1} till` : ''}`}
          </Chip>
        )}
        {kund.saknarVardnadshavare && (
          <Chip ton="gul" ikon={<PeopleError16Regular aria-hidden />}>
            <button type="button" className={css.knapp} onClick={onHushall}>
              Vårdnadshavare saknas i hushållet
            </button>
          </Chip>
        )}
        <AndratChip personId={kund.personId} />
      </div>
    </section>
  );
}

/** A look-alike with skyddad folkbokföring is not named. */
const likNamn = ({ namn, personnummer, skydd }: PersonRad): string =>
  skydd === 'skyddadFolkbokforing' ? visatNamn({ namn, skydd }) : `${namn} ${shortPersonnummer(personnummer)}`;

function fakta({ person, kontakter, personkretsar }: KundVy): string {
  const krets = personkretsOrd(personkretsar);
  const godaMan = kontakter.filter(({ data }) => data.typ === 'godMan').map(({ data }) => data.namn);
  return [
    person.folkbokfordIKommunen ? 'Folkbokförd i kommunen' : 'Inte folkbokförd i kommunen',
    ...(krets === undefined ? [] : [`Personkrets ${krets.charAt(0).toLowerCase()}${krets.slice(1)}`]),
    ...(godaMan.length > 0 ? [`God man: ${godaMan.join('; ')}`] : []),
  ].join(' · ');
}
