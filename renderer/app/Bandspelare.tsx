import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Diamond20Filled, Next20Regular, Previous20Regular, TriangleLeft20Regular, TriangleRight20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { IconButton } from '../components/IconButton.tsx';
import { useFonster } from '../components/useFonster.ts';
import { type CommandId, infoOf, runCommandById, tangentFor, useCommandState } from '../state/keys.ts';
import { useGang } from '../state/navigering.ts';

const useStyles = makeStyles({
  grupp: { display: 'flex', alignItems: 'center', gap: '4px' },
  streck: {
    ...{ width: '1px', height: '20px', margin: '0 4px', backgroundColor: 'var(--akHair)' },
    '@media (max-width: 999px)': { display: 'none' },
  },
  bla: { color: 'var(--akBlue)' },
  plats: { padding: '0 4px', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

/** `ytter`: by key and menu alone where the window is narrow. */
const knappar: { id: CommandId; ikon: ReactElement; ytter?: true }[] = [
  { id: 'forstaPost', ikon: <Previous20Regular />, ytter: true },
  { id: 'foregaendePost', ikon: <TriangleLeft20Regular /> },
  { id: 'oppnaPost', ikon: <Diamond20Filled /> },
  { id: 'nastaPost', ikon: <TriangleRight20Regular /> },
  { id: 'sistaPost', ikon: <Next20Regular />, ytter: true },
];

/** SYM-11: first, previous, the diamond, next, last, and where one is: `4 av 12`. They are there once there is a list to walk. */
export function Bandspelare() {
  const css = useStyles();
  const gang = useGang();
  const { smal } = useFonster();
  if (!gang) return null;
  const { lista, vald, plats } = gang;
  const antal = lista.poster.length;
  return (
    <span className={css.grupp}>
      <span className={css.streck} />
      {knappar
        .filter(({ ytter }) => !ytter || !smal)
        .map(({ id, ikon }) => (
          <Knapp key={id} id={id} ikon={ikon} />
        ))}
      <span className={css.plats} role="status" title={lista.namn}>
        {vald === null ? `${antal} st` : `${plats + 1} av ${antal}`}
      </span>
    </span>
  );
}

function Knapp({ id, ikon }: { id: CommandId; ikon: ReactElement }) {
  const css = useStyles();
  const { kan, hinder } = useCommandState(id);
  return (
    <IconButton
      namn={infoOf(id).namn}
      ikon={ikon}
      tangent={tangentFor(id)}
      hinder={kan ? undefined : (hinder ?? 'inte här')}
      className={mergeClasses(kan && id === 'oppnaPost' && css.bla)}
      onClick={() => runCommandById(id)}
    />
  );
}
