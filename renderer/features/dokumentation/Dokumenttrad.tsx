import { ArrowLeft20Regular, DocumentAdd20Regular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { Nod, NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { IconButton } from '../../components/IconButton.tsx';
import type { MenyRad } from '../../components/Kontextmeny.tsx';
import { menyRader } from '../../components/rubriktrad/menyRader.ts';
import { Rubriktrad } from '../../components/rubriktrad/Rubriktrad.tsx';
import { Tradpanel } from '../../components/rubriktrad/Tradpanel.tsx';
import { forstOppna } from './forstOppna.ts';

type Props = {
  etikett: string;
  noder: readonly Nod[];
  utkast: ReadonlySet<string>;
  oppna: readonly string[] | null;
  vald: string | null;
  scroll: number;
  onOpen: (oppna: string[]) => void;
  onVald: (nod: Nod) => void;
  onActivate: (nod: Nod) => void;
  onMeny: (nod: Nod, post: 'aktivera' | 'oppnaTradet' | 'felmarkera') => void;
  /** An entry that is answered in a dialog over the kund's tab. */
  onDialog: (nod: Nod, post: NodMeny) => void;
  onScroll: (px: number) => void;
  /** DOK-15. @see hinder */
  onNytt: () => void;
  /** Why nothing is written here. */
  hinder: string | undefined;
  onBack: () => void;
};

/** The tree inside a dokumentation (TRAD-12, TRAD-13), to the left of what is read and written. */
export function Dokumenttrad(props: Props) {
  const { noder, oppna } = props;
  const oppnaSet = useMemo(() => new Set(oppna ?? forstOppna(noder)), [oppna, noder]);
  const meny = (nod: Nod): MenyRad[] =>
    menyRader(nod, {
      onOpen: () => props.onMeny(nod, 'aktivera'),
      onPost: (post) => (isHar(post) ? props.onMeny(nod, post) : props.onDialog(nod, post)),
      ordFor: (hinder) => ordForAvslag(hinder).vad,
    });
  return (
    <Tradpanel
      etikett="Dokumentationens rubrikträd"
      yta="dokumenttrad"
      rubrik={props.etikett}
      fore={<IconButton namn="Till kundens rubrikträd" ikon={<ArrowLeft20Regular />} onClick={props.onBack} />}
      verktyg={<IconButton namn="Nytt dokument" ikon={<DocumentAdd20Regular />} hinder={props.hinder} onClick={props.onNytt} />}
      onCollapse={() => props.onOpen([])}
    >
      <Rubriktrad
        noder={noder}
        etikett={props.etikett}
        oppna={oppnaSet}
        onOpen={(ids) => props.onOpen([...ids])}
        vald={props.vald}
        onVald={props.onVald}
        onActivate={props.onActivate}
        meny={meny}
        utkast={props.utkast}
        rullning={props.scroll}
        onRullning={props.onScroll}
      />
    </Tradpanel>
  );
}

const isHar = (post: string): post is 'oppnaTradet' | 'felmarkera' => post === 'oppnaTradet' || post === 'felmarkera';
