import { makeStyles } from '@fluentui/react-components';
import { GavelProhibited16Filled } from '@fluentui/react-icons';
import type { CSSProperties } from 'react';
import type { Stapel } from '../../../shared/domain/tidslinje/rader.ts';
import { systemfarger } from '../../components/systemfarger.ts';
import type { VisadRad } from './tidsrader.ts';
import { type Kolumn, plats, type Synlig, synlig } from './tidsskala.ts';

const useStyles = makeStyles({
  bild: { position: 'absolute', inset: 0, width: '100%', height: '100%', overflow: 'hidden', fontSize: '12px' },
  // The words stand on the bar: they take the ground's colour, which each theme keeps readable on it.
  pa: { fill: 'var(--colorNeutralBackground1)', [systemfarger]: { fill: 'Canvas' } },
  ifylld: { fill: 'var(--farg)', [systemfarger]: { fill: 'CanvasText' } },
  streckad: {
    fill: 'none',
    stroke: 'var(--colorNeutralForeground1)',
    strokeDasharray: '3 3',
    [systemfarger]: { stroke: 'CanvasText' },
  },
  ord: { fill: 'var(--colorNeutralForeground1)', [systemfarger]: { fill: 'CanvasText' } },
  utanfor: {
    position: 'absolute',
    top: '50%',
    transform: 'translateY(-50%)',
    fontSize: '12px',
    color: 'var(--colorNeutralForeground3)',
    whiteSpace: 'nowrap',
  },
  avslag: { position: 'absolute', top: '50%', transform: 'translate(-8px, -50%)', display: 'inline-flex', color: 'var(--akRed)' },
});

const hojd = 16;
const farger = (farg: string): CSSProperties => ({ ['--farg' as string]: farg });
/** Share of the width that a letter takes, at the most: half an amount would be read as another amount. */
const bokstav = 0.011;
/** Share of the width of the shortest bar: a single day is seen too, though a year is a hundred pixels. */
const minst = 0.006;
const procent = (andel: number): string => `${(andel * 100).toFixed(3)}%`;

type Props = { rad: VisadRad; kolumner: readonly Kolumn[]; farg: string };

/** The bars of a row within the window of time, with their words; what lies outside it is told at that edge. */
export function Staplar({ rad, kolumner, farg }: Props) {
  const css = useStyles();
  const [forsta, sista] = [kolumner[0], kolumner.at(-1)];
  if (!forsta || !sista) return null;
  const lagen = rad.staplar.map((stapel) => ({ stapel, lage: synlig(kolumner, stapel.fran, stapel.till) }));
  const dagar = rad.avslag === undefined ? [] : [synlig(kolumner, rad.avslag, rad.avslag)];
  const alla: Synlig[] = [...lagen.map(({ lage }) => lage), ...dagar];
  const utanfor = alla.every(({ sida }) => sida !== undefined);
  return (
    <>
      {utanfor && alla.some(({ sida }) => sida === 'fore') && (
        <span className={css.utanfor} style={{ left: '4px' }}>{`◀ före ${forsta.namn}`}</span>
      )}
      {utanfor && alla.some(({ sida }) => sida === 'efter') && (
        <span className={css.utanfor} style={{ right: '4px' }}>{`efter ${sista.namn} ▶`}</span>
      )}
      {rad.avslag !== undefined && !utanfor && (
        <span className={css.avslag} style={{ left: procent(plats(kolumner, rad.avslag)) }}>
          <GavelProhibited16Filled />
        </span>
      )}
      <svg className={css.bild} style={farger(farg)} aria-hidden>
        {lagen.map(({ stapel, lage }) => lage.sida === undefined && <Bild key={stapel.fran} stapel={stapel} {...lage} />)}
      </svg>
    </>
  );
}

/** One bar: a picture of its own, with its words where all of them fit, else in its tooltip. */
function Bild({ stapel, x, bredd }: { stapel: Stapel; x: number; bredd: number }) {
  const css = useStyles();
  const ifylld = stapel.slag === 'beslutad' || stapel.slag === 'verkstalld';
  return (
    <svg
      x={procent(x)}
      y="50%"
      width={procent(Math.max(bredd, minst))}
      height={hojd}
      style={{ transform: `translateY(-${hojd / 2}px)` }}
      overflow="hidden"
    >
      <title>{stapel.text}</title>
      {ifylld ? (
        <rect width="100%" height={hojd} rx="2" className={css.ifylld} />
      ) : (
        <rect x="0.5" y="0.5" width="calc(100% - 1px)" height={hojd - 1} className={css.streckad} />
      )}
      {bredd >= stapel.text.length * bokstav && (
        <text x="7" y="12" className={ifylld ? css.pa : css.ord}>
          {stapel.text}
        </text>
      )}
    </svg>
  );
}
