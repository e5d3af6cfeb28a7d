import { makeStyles, mergeClasses } from '@fluentui/react-components';
import {
  ArrowCircleLeft20Filled,
  ArrowRight20Filled,
  Camera20Regular,
  Document20Regular,
  Print20Regular,
  Save20Regular,
  Signature20Regular,
  Star20Filled,
} from '@fluentui/react-icons';
import { Fragment, type ReactElement } from 'react';
import { IconButton } from '../components/IconButton.tsx';
import { Hammare20, Kikare20 } from '../components/icons.tsx';
import { Kamera, kameranamn } from '../components/Kamera.tsx';
import { useFonster } from '../components/useFonster.ts';
import { Soklada } from '../features/sok/Soklada.tsx';
import { useKamera } from '../state/kamera.ts';
import { type CommandId, infoOf, runCommandById, tangentFor, useCommandState } from '../state/keys.ts';
import { usePlatser } from '../state/rollplatser.ts';
import { Bandspelare } from './Bandspelare.tsx';

const useStyles = makeStyles({
  rad: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '36px',
    boxSizing: 'border-box',
    flexShrink: 0,
    padding: '0 8px',
    // Nothing is out of reach where there is no room for all beside one another.
    '@media (max-width: 999px)': { flexWrap: 'wrap', padding: '2px 8px' },
    backgroundColor: 'var(--colorNeutralBackground1)',
    borderBottom: '1px solid var(--akHair)',
  },
  verktyg: { display: 'flex', alignItems: 'center', gap: '4px' },
  streck: {
    ...{ width: '1px', height: '20px', margin: '0 4px', backgroundColor: 'var(--akHair)' },
    '@media (max-width: 999px)': { display: 'none' },
  },
  luft: { flexGrow: 1 },
  guld: { color: 'var(--akGold)' },
  lila: { color: 'var(--akPurple)' },
  gavel: { color: 'var(--akGavel)' },
});

type Symbol = { id: CommandId; ikon: ReactElement; farg?: 'guld' | 'lila' | 'gavel'; nyGrupp?: true };
/** SYM-14, 01, 02, Signera, 05, 06, 07, 09, 10, in the order and colours that users know. */
const symbols: Symbol[] = [
  { id: 'skrivUt', ikon: <Print20Regular /> },
  { id: 'ny', ikon: <Document20Regular />, nyGrupp: true },
  { id: 'spara', ikon: <Save20Regular /> },
  { id: 'signera', ikon: <Signature20Regular /> },
  { id: 'senaste', ikon: <ArrowCircleLeft20Filled />, farg: 'guld', nyGrupp: true },
  { id: 'kundlista', ikon: <Star20Filled />, farg: 'guld' },
  { id: 'kamera', ikon: <Camera20Regular /> },
  { id: 'hjalpfrastext', ikon: <Hammare20 />, farg: 'gavel', nyGrupp: true },
  { id: 'oppnaHela', ikon: <ArrowRight20Filled />, farg: 'lila' },
];

/** The symbols, and the person search with its binoculars at the right. */
export function Toolbar() {
  const styles = useStyles();
  const { kommandon } = usePlatser();
  return (
    <section aria-label="Verktygsrad" className={styles.rad} data-yta="verktyg">
      <div role="toolbar" aria-label="Verktyg" className={styles.verktyg}>
        {kommandon.has('sokverktyg') && <Sokverktygsknapp />}
        {symbols
          .filter(({ id }) => kommandon.has(id))
          .map((symbol) => (
            <Fragment key={symbol.id}>
              {symbol.nyGrupp && <span className={styles.streck} />}
              <Verktyg {...symbol} />
            </Fragment>
          ))}
        <Bandspelare />
      </div>
      <span className={styles.luft} />
      <Soklada />
    </section>
  );
}

/** SYM-04, with its word where there is room. */
function Sokverktygsknapp() {
  const { smal } = useFonster();
  const { namn } = infoOf('sokverktyg');
  const ikon = (
    <>
      <Kikare20 />
      {!smal && <span>{namn}</span>}
    </>
  );
  return <IconButton namn={namn} ikon={ikon} tangent={tangentFor('sokverktyg')} onClick={() => runCommandById('sokverktyg')} />;
}

function Verktyg({ id, ikon, farg }: Symbol) {
  const styles = useStyles();
  const { kan, hinder } = useCommandState(id);
  const kamera = useKamera();
  const visad = id === 'kamera' ? kamera : undefined;
  const why = kan ? undefined : (hinder ?? 'inte här');
  return (
    <IconButton
      namn={visad ? kameranamn(visad.namn, visad.antal) : infoOf(id === 'kamera' ? 'bevakningar' : id).namn}
      ikon={visad ? <Kamera antal={visad.antal} /> : ikon}
      tangent={tangentFor(id)}
      hinder={why}
      className={mergeClasses(kan && farg && styles[farg])}
      onClick={() => runCommandById(id)}
    />
  );
}
