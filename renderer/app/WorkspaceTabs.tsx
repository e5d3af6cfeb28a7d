import { makeStyles, mergeClasses } from '@fluentui/react-components';
import {
  Camera20Regular,
  ClipboardTaskListLtr20Regular,
  CloudSync20Regular,
  DataTrending20Regular,
  Dismiss16Regular,
  Home20Regular,
  Mail20Regular,
  MailInbox20Regular,
  Money20Regular,
  PeopleTeam20Regular,
  Person20Regular,
  PersonClock20Regular,
  PersonSearch20Regular,
  ShieldLock16Filled,
  WeatherMoon20Regular,
} from '@fluentui/react-icons';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { shortPersonnummer } from '../../shared/domain/personnummer.ts';
import { skyddadText } from '../../shared/words/person.ts';
import { Kikare20 } from '../components/icons.tsx';
import { Kontextmeny, type Punkt } from '../components/Kontextmeny.tsx';
import { systemfarger } from '../components/systemfarger.ts';
import { useFonster } from '../components/useFonster.ts';
import { tangentFor } from '../state/keys.ts';
import { closeTab, moveTab, showTab, type Tab, tabId, useTabs } from '../state/tabs.ts';
import { useUtkast } from '../state/utkastlista.ts';

const useStyles = makeStyles({
  rad: {
    display: 'flex',
    height: '32px',
    flexShrink: 0,
    overflowX: 'auto',
    overflowY: 'hidden',
    paddingLeft: '48px',
    scrollbarWidth: 'none',
  },
  lista: { display: 'flex' },
  flik: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    maxWidth: '320px',
    borderTop: '3px solid transparent',
    [systemfarger]: { borderTopColor: 'Canvas' },
    '@media (max-width: 999px)': { maxWidth: '200px' },
  },
  aktiv: {
    backgroundColor: 'var(--colorNeutralBackground1)',
    borderTopColor: 'var(--colorCompoundBrandStroke)',
    borderTopLeftRadius: 'var(--borderRadiusLarge)',
    borderTopRightRadius: 'var(--borderRadiusLarge)',
    fontWeight: 600,
    [systemfarger]: { borderTopColor: 'Highlight' },
    boxShadow: 'inset 1px 0 0 0 var(--akRam), inset -1px 0 0 0 var(--akRam)',
  },
  fast: { position: 'sticky', left: 0, zIndex: 1, backgroundColor: 'var(--akCanvas)' },
  knapp: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    height: '29px',
    minWidth: 0,
    padding: '0 10px',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    cursor: 'default',
    fontVariantNumeric: 'tabular-nums',
    '> svg': { flexShrink: 0 },
  },
  namn: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  prick: {
    width: '8px',
    height: '8px',
    borderRadius: '50%',
    backgroundColor: 'var(--akGold)',
    flexShrink: 0,
    [systemfarger]: { border: '4px solid currentColor', width: 0, height: 0 },
  },
  skold: { color: 'var(--akSkydd)', display: 'inline-flex' },
  stang: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    marginRight: '4px',
    padding: 0,
    border: 'none',
    borderRadius: 'var(--borderRadiusMedium)',
    background: 'none',
    color: 'inherit',
    ':hover': { backgroundColor: 'var(--akHover)' },
  },
});

const icons: Record<Exclude<Tab['slag'], 'kund'>, ReactElement> = {
  mina: <Home20Regular />,
  sok: <PersonSearch20Regular />,
  sokverktyg: <Kikare20 />,
  bevakningar: <Camera20Regular />,
  ivo: <ClipboardTaskListLtr20Regular />,
  statistik: <DataTrending20Regular />,
  natt: <WeatherMoon20Regular />,
  inkomst: <Money20Regular />,
  avgift: <PersonClock20Regular />,
  enheten: <PeopleTeam20Regular />,
  inkorg: <MailInbox20Regular />,
  meddelanden: <Mail20Regular />,
  utkorg: <CloudSync20Regular />,
};
const names: Record<Exclude<Tab['slag'], 'kund'>, string> = {
  mina: 'Mina sidor',
  sok: 'Social och vård dokumentation',
  sokverktyg: 'Sökverktyget',
  bevakningar: 'Bevakningar',
  ivo: 'Ej verkställda beslut',
  statistik: 'Statistik',
  natt: 'Nattens körningar',
  inkomst: 'Inkomstblanketter',
  avgift: 'Frånvaro och avgifter',
  enheten: 'Enheten',
  inkorg: 'E-tjänster att hantera',
  meddelanden: 'Meddelanden',
  utkorg: 'Utkorg och kvitton',
};

/** `Ekström, Linnea Maria 990412-2380`; a protected person's tab is masked, and one that the core has not named is only a tab. */
function tabName(tab: Tab): string {
  if (tab.slag !== 'kund') return names[tab.slag];
  if (tab.borta) return 'Ingen tillgång';
  if (tab.namn === '') return tab.skydd === 'skyddadFolkbokforing' ? skyddadText : 'Akt';
  return tab.skydd === 'skyddadFolkbokforing' ? skyddadText : `${tab.namn} ${shortPersonnummer(tab.personnummer)}`;
}

/** The tabs: arrows walk, Delete closes, the menu moves; the close cross is for the mouse (Ctrl+W). */
export function WorkspaceTabs() {
  const styles = useStyles();
  const { tabs, aktiv } = useTabs();
  const utkast = useUtkast();
  const [menu, setMenu] = useState<{ id: string; punkt: Punkt } | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tab = tabs[index];
    if (!tab || event.altKey || event.ctrlKey) return;
    if (step !== undefined) focusTab(event, (index + step + tabs.length) % tabs.length);
    else if (event.key === 'Home' || event.key === 'End') focusTab(event, event.key === 'Home' ? 0 : tabs.length - 1);
    else if (event.key === 'Delete') closeTab(tabId(tab));
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const box = event.currentTarget.getBoundingClientRect();
      setMenu({ id: tabId(tab), punkt: { x: box.left, y: box.bottom } });
    } else return;
    event.preventDefault();
  };
  const focusTab = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const tab = tabs[index];
    if (tab) showTab(tabId(tab));
    event.currentTarget.closest('[role="tablist"]')?.querySelectorAll<HTMLElement>('[role="tab"]')[index]?.focus();
  };
  const row = useRef<HTMLElement>(null);
  const { smal } = useFonster();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another tab is shown, the tabs are others, or zoom has changed their room.
  useEffect(() => {
    row.current?.querySelector('[aria-selected="true"]')?.parentElement?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [aktiv, tabs.length, smal]);
  const at = tabs.findIndex((tab) => tabId(tab) === menu?.id);
  return (
    <nav aria-label="Flikar" data-yta="flikar" className={styles.rad} ref={row}>
      <div role="tablist" aria-label="Öppna flikar" className={styles.lista}>
        {tabs.map((tab, index) => {
          const id = tabId(tab);
          const isActive = id === aktiv;
          const isDirty = tab.slag === 'kund' && (tab.dirty || utkast.some(({ personId }) => personId === tab.personId));
          return (
            <div
              key={id}
              role="presentation"
              className={mergeClasses(styles.flik, index === 0 && styles.fast, isActive && styles.aktiv)}
              onAuxClick={() => closeTab(id)}
            >
              <button
                type="button"
                role="tab"
                id={`flik-${id}`}
                aria-selected={isActive}
                aria-controls={isActive ? 'arbetsyta' : undefined}
                tabIndex={isActive ? 0 : -1}
                className={styles.knapp}
                title={tabName(tab)}
                onClick={() => showTab(id)}
                onKeyDown={(event) => onKeyDown(event, index)}
                onContextMenu={(event) => {
                  event.preventDefault();
                  setMenu({ id, punkt: { x: event.clientX, y: event.clientY } });
                }}
              >
                {tab.slag !== 'kund' ? (
                  icons[tab.slag]
                ) : tab.skydd === 'ingen' || tab.borta ? (
                  <Person20Regular />
                ) : (
                  <span className={styles.skold} role="img" aria-label="Skyddade uppgifter">
                    <ShieldLock16Filled />
                  </span>
                )}
                <span className={styles.namn}>{tabName(tab)}</span>
                {isDirty && <span className={styles.prick} role="img" aria-label="Utkast som inte är sparat" />}
              </button>
              {index > 0 && (
                <button
                  type="button"
                  aria-hidden="true"
                  tabIndex={-1}
                  className={styles.stang}
                  title={`Stäng (${tangentFor('stangFlik')})`}
                  onClick={() => closeTab(id)}
                >
                  <Dismiss16Regular />
                </button>
              )}
            </div>
          );
        })}
      </div>
      <Kontextmeny
        punkt={menu?.punkt ?? null}
        onClose={() => setMenu(null)}
        rader={
          menu
            ? [
                { id: 'stang', namn: 'Stäng', onChoose: () => closeTab(menu.id), hinder: at === 0 ? 'Mina sidor stängs inte' : undefined },
                {
                  id: 'vanster',
                  namn: 'Flytta åt vänster',
                  onChoose: () => moveTab(menu.id, -1),
                  hinder: at < 2 ? 'Fliken står först' : undefined,
                },
                {
                  id: 'hoger',
                  namn: 'Flytta åt höger',
                  onChoose: () => moveTab(menu.id, 1),
                  hinder: at === 0 || at === tabs.length - 1 ? 'Fliken står sist eller är fast' : undefined,
                },
              ]
            : []
        }
      />
    </nav>
  );
}
