import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  type MenuProps,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { Navigation20Regular, Search16Regular } from '@fluentui/react-icons';
import { Fragment, useEffect, useState } from 'react';
import { Tangent } from '../components/Tangent.tsx';
import { useFonster } from '../components/useFonster.ts';
import { type CommandId, infoOf, runCommandById, tangentFor, useCommandState } from '../state/keys.ts';
import { usePlatser } from '../state/rollplatser.ts';
import { useInloggad } from '../state/session.ts';
import { type Temaval, temaval, useTemaval } from './tema.ts';

const useStyles = makeStyles({
  rad: {
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    height: '32px',
    flexShrink: 0,
    padding: '0 12px 0 10px',
    backgroundColor: 'var(--akRail)',
    color: 'var(--akRailFg)',
  },
  marke: {
    width: '16px',
    height: '16px',
    borderRadius: '3px',
    background: 'linear-gradient(135deg, #7fb3c8 50%, #ffb84d 50%)',
    flexShrink: 0,
  },
  namn: { fontWeight: 600, padding: '0 12px 0 8px' },
  knapp: {
    height: '26px',
    padding: '0 8px',
    border: 'none',
    borderRadius: 'var(--borderRadiusMedium)',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    display: 'inline-flex',
    alignItems: 'center',
    ':hover': { backgroundColor: 'var(--akRailAktiv)', color: 'var(--akRailAktivFg)' },
    ':focus-visible': { outlineColor: 'var(--akRailFg)' },
  },
  ruta: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    width: '400px',
    minWidth: '120px',
    flexShrink: 1,
    height: '24px',
    margin: '0 auto',
    padding: '0 4px 0 10px',
    border: '1px solid #7fb3c8',
    borderRadius: 'var(--borderRadiusMedium)',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    ':focus-visible': { outlineColor: 'var(--akRailFg)' },
  },
  rutaText: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  person: { marginLeft: '8px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
});

type Post = CommandId | 'tema';
/** Groups of entries, only those whose function exists. The letter opens the menu with Alt. */
const menus: { namn: string; bokstav: string; grupper: Post[][] }[] = [
  { namn: 'Arkiv', bokstav: 'a', grupper: [['spara', 'stangFlik'], ['loggaUt']] },
  {
    namn: 'Visa',
    bokstav: 'v',
    grupper: [['minaSidor', 'sokflik', 'bevakningar', 'utkorg'], ['tillbaka', 'nastaFlik', 'forraFlik', 'tradAvPa'], ['tema']],
  },
  {
    namn: 'Kund',
    bokstav: 'k',
    grupper: [['personSok', 'sokAnteckningar', 'senaste', 'kundlista'], ['kamera', 'nyBevakning'], ['bindare']],
  },
  {
    namn: 'Ärende',
    bokstav: 'e',
    grupper: [
      ['aktualisering', 'inledUtredning', 'lassBeslut', 'bytUtforare', 'avslutaArende'],
      ['flikUtredning', 'flikAktualiseringar', 'flikBeslut', 'flikBestallning', 'flikBedomning', 'flikTidslinje', 'flikInfoga'],
      ['dokumentation', 'oppnaHela'],
      ['ny', 'nyttDokument', 'signera', 'frastexter', 'hjalpfrastext'],
    ],
  },
  {
    namn: 'Verktyg',
    bokstav: 't',
    grupper: [
      ['inkorg', 'meddelanden', 'nyttMeddelande', 'sokverktyg', 'ivo', 'statistik', 'natt', 'inkomst', 'avgift', 'enheten'],
      ['forstaPost', 'foregaendePost', 'oppnaPost', 'nastaPost', 'sistaPost'],
      ['kommandoruta', 'synka'],
      ['krismapp'],
    ],
  },
  { namn: 'Hjälp', bokstav: 'h', grupper: [['hjalp', 'lankar']] },
];

/** Title bar: menus, the command box, and who is signed in. Narrow, the menus are one button. */
export function TitleBar() {
  const styles = useStyles();
  const { smal: isNarrow } = useFonster();
  const session = useInloggad();
  const vem = session && `${session.namn} · ${session.funktion}`;
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.shiftKey || event.defaultPrevented) return;
      const menu = menus.find(({ bokstav }) => bokstav === event.key.toLowerCase());
      if (!menu) return;
      event.preventDefault();
      setOpen(isNarrow ? 'alla' : menu.namn);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isNarrow]);
  const controlled = (name: string): Pick<MenuProps, 'open' | 'onOpenChange'> => ({
    open: open === name,
    onOpenChange: (_, data) => setOpen(data.open ? name : null),
  });
  return (
    <header className={styles.rad} data-yta="menyer">
      {isNarrow ? (
        <Menu {...controlled('alla')}>
          <MenuTrigger disableButtonEnhancement>
            <button type="button" className={styles.knapp} aria-label="Menyer">
              <Navigation20Regular />
            </button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <Poster grupper={menus.flatMap(({ grupper }) => grupper)} />
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : null}
      <span className={styles.marke} aria-hidden="true" />
      <span className={styles.namn}>Aktnära</span>
      {!isNarrow && (
        <nav aria-label="Menyer">
          {menus.map(({ namn, grupper }) => (
            <Menu key={namn} {...controlled(namn)}>
              <MenuTrigger disableButtonEnhancement>
                <button type="button" className={styles.knapp}>
                  {namn}
                </button>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  <Poster grupper={grupper} />
                </MenuList>
              </MenuPopover>
            </Menu>
          ))}
        </nav>
      )}
      <button type="button" className={styles.ruta} onClick={() => runCommandById('kommandoruta')}>
        <Search16Regular />
        <span className={styles.rutaText}>Sök kund eller kommando</span>
        <Tangent>Ctrl+K</Tangent>
      </button>
      <span className={styles.person} title={vem}>
        {vem}
      </span>
    </header>
  );
}

function Poster({ grupper }: { grupper: Post[][] }) {
  const { kommandon } = usePlatser();
  const shown = grupper.map((grupp) => grupp.filter((post) => post === 'tema' || kommandon.has(post))).filter(({ length }) => length > 0);
  return shown.map((grupp, index) => (
    <Fragment key={grupp[0]}>
      {index > 0 && <MenuDivider />}
      {grupp.map((post) => (post === 'tema' ? <Tema key={post} /> : <Kommando key={post} id={post} />))}
    </Fragment>
  ));
}

function Kommando({ id }: { id: CommandId }) {
  const { kan, hinder } = useCommandState(id);
  return (
    <MenuItem disabled={!kan} title={hinder} secondaryContent={tangentFor(id) ?? null} onClick={() => runCommandById(id)}>
      {infoOf(id).namn}
    </MenuItem>
  );
}

function Tema() {
  const [val, setVal] = useTemaval();
  return (
    <Menu checkedValues={{ tema: [val] }} onCheckedValueChange={(_, { checkedItems }) => setVal((checkedItems[0] ?? 'dator') as Temaval)}>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem>Tema</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {Object.entries(temaval).map(([value, namn]) => (
            <MenuItemRadio key={value} name="tema" value={value}>
              {namn}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
