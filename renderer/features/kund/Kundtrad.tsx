import { Menu, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger, makeStyles } from '@fluentui/react-components';
import { Filter20Filled, Filter20Regular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { Statusord } from '../../../shared/domain/pagaende.ts';
import type { Nod, NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { menyRader } from '../../components/rubriktrad/menyRader.ts';
import { Rubriktrad } from '../../components/rubriktrad/Rubriktrad.tsx';
import { Tradpanel } from '../../components/rubriktrad/Tradpanel.tsx';

const useStyles = makeStyles({
  knapp: {
    display: 'grid',
    placeItems: 'center',
    width: '28px',
    height: '28px',
    border: 0,
    borderRadius: 'var(--borderRadiusMedium)',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: 'var(--akHover)' },
  },
});

const statusar: [Statusord, string][] = [
  ['pågående', 'Pågående'],
  ['beslut löper', 'Beslut löper'],
  ['avslutad', 'Avslutad'],
];

type Props = {
  noder: readonly Nod[];
  oppna: readonly string[];
  vald: string | null;
  scroll: number;
  status: readonly Statusord[];
  utkast: ReadonlySet<string>;
  onOpen: (oppna: string[]) => void;
  onVald: (nod: Nod) => void;
  onActivate: (nod: Nod) => void;
  onPost: (nod: Nod, post: NodMeny) => void;
  onScroll: (px: number) => void;
  onStatus: (status: Statusord[]) => void;
};

/** The kund's rubrikträd with its filter by status word (TRAD-01, FORB-09). */
export function Kundtrad(props: Props) {
  const css = useStyles();
  const oppna = useMemo(() => new Set(props.oppna), [props.oppna]);
  const status = useMemo(() => new Set(props.status), [props.status]);
  const Filterbild = props.status.length > 0 ? Filter20Filled : Filter20Regular;
  const ord = props.status.length > 0 ? `Filter: ${props.status.join(', ')}` : 'Filter: alla';
  return (
    <Tradpanel
      etikett="Rubrikträd"
      yta="rubriktrad"
      rubrik="Rubrikträd"
      onCollapse={() => props.onOpen([])}
      verktyg={
        <Menu
          checkedValues={{ status: [...props.status] }}
          onCheckedValueChange={(_, { checkedItems }) => props.onStatus(checkedItems as Statusord[])}
        >
          <MenuTrigger disableButtonEnhancement>
            <button type="button" className={css.knapp} aria-label={ord} title={ord}>
              <Filterbild />
            </button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {statusar.map(([value, text]) => (
                <MenuItemCheckbox key={value} name="status" value={value}>
                  {text}
                </MenuItemCheckbox>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      }
    >
      <Rubriktrad
        noder={props.noder}
        etikett="Rubrikträd"
        oppna={oppna}
        onOpen={(ids) => props.onOpen([...ids])}
        vald={props.vald}
        onVald={props.onVald}
        onActivate={props.onActivate}
        meny={(nod) =>
          menyRader(nod, {
            onOpen: () => props.onActivate(nod),
            onPost: (post) => props.onPost(nod, post),
            ordFor: (hinder) => ordForAvslag(hinder).vad,
          })
        }
        status={status}
        utkast={props.utkast}
        rullning={props.scroll}
        onRullning={props.onScroll}
      />
    </Tradpanel>
  );
}
