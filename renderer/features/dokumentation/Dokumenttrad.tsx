import { makeStyles } from '@fluentui/react-components';
import { ArrowCollapseAll20Regular, ArrowLeft20Regular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import { IconButton } from '../../components/IconButton.tsx';
import type { MenyRad } from '../../components/Kontextmeny.tsx';
import { menyRader } from '../../components/rubriktrad/menyRader.ts';
import { Rubriktrad } from '../../components/rubriktrad/Rubriktrad.tsx';
import { forstOppna } from './forstOppna.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    height: '100%',
    minHeight: 0,
    backgroundColor: 'var(--colorNeutralBackground1)',
  },
  huvud: {
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    minHeight: '32px',
    padding: '0 6px',
    flexShrink: 0,
    backgroundColor: 'var(--akHuvud)',
    borderBottom: '1px solid var(--akHair)',
  },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600, flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  trad: { flexGrow: 1, minHeight: 0, padding: '4px 0' },
});

type Props = {
  etikett: string;
  noder: readonly Nod[];
  utkast: ReadonlySet<string>;
  oppna: readonly string[] | null;
  vald: string | null;
  scroll: number;
  onOppna: (oppna: string[]) => void;
  onVald: (nod: Nod) => void;
  onAktivera: (nod: Nod) => void;
  onMeny: (nod: Nod, post: 'aktivera' | 'oppnaTradet' | 'felmarkera') => void;
  onScroll: (px: number) => void;
  onTillbaka: () => void;
};

/** The tree inside a dokumentation (TRAD-12, TRAD-13), left in picture 03. */
export function Dokumenttrad(props: Props) {
  const css = useStyles();
  const { noder, oppna } = props;
  const oppnaSet = useMemo(() => new Set(oppna ?? forstOppna(noder)), [oppna, noder]);
  const meny = (nod: Nod): MenyRad[] =>
    menyRader(nod, { onOppna: () => props.onMeny(nod, 'aktivera'), onPost: (post) => isHar(post) && props.onMeny(nod, post) });
  return (
    <nav className={css.panel} aria-label="Dokumentationens rubrikträd" data-yta="dokumenttrad">
      <div className={css.huvud}>
        <IconButton namn="Till kundens rubrikträd" ikon={<ArrowLeft20Regular />} onClick={props.onTillbaka} />
        <h2 className={css.rubrik} title={props.etikett}>
          {props.etikett}
        </h2>
        <IconButton namn="Fäll ihop trädet" ikon={<ArrowCollapseAll20Regular />} onClick={() => props.onOppna([])} />
      </div>
      <div className={css.trad}>
        <Rubriktrad
          noder={noder}
          etikett={props.etikett}
          oppna={oppnaSet}
          onOppna={(ids) => props.onOppna([...ids])}
          vald={props.vald}
          onVald={props.onVald}
          onAktivera={props.onAktivera}
          meny={meny}
          utkast={props.utkast}
          rullning={props.scroll}
          onRullning={props.onScroll}
        />
      </div>
    </nav>
  );
}

const isHar = (post: string): post is 'oppnaTradet' | 'felmarkera' => post === 'oppnaTradet' || post === 'felmarkera';
