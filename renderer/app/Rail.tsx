import { CounterBadge, makeStyles, mergeClasses, Tooltip } from '@fluentui/react-components';
import {
  Camera20Regular,
  CloudSync20Regular,
  DocumentPdf20Regular,
  Home20Regular,
  Mail20Regular,
  MailInbox20Regular,
  Money20Regular,
  PersonClock20Regular,
  PersonSearch20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { systemfarger } from '../components/systemfarger.ts';
import { type CommandId, infoOf, runCommandById, useCommandState } from '../state/keys.ts';
import { useKundvy } from '../state/kundvy.ts';
import { useQuery } from '../state/query.ts';
import { usePlatser } from '../state/rollplatser.ts';
import { useStatus } from '../state/status.ts';
import { useTabs } from '../state/tabs.ts';

const useStyles = makeStyles({
  rail: {
    width: '44px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '4px 0',
    boxSizing: 'border-box',
    backgroundColor: 'var(--akRail)',
    borderRight: '1px solid var(--akRail)',
  },
  knapp: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '36px',
    height: '36px',
    margin: '0 4px',
    padding: 0,
    border: 'none',
    borderLeft: '3px solid transparent',
    [systemfarger]: { borderLeftColor: 'Canvas' },
    borderRadius: 'var(--borderRadiusMedium)',
    background: 'none',
    color: 'var(--akRailFg)',
    cursor: 'pointer',
    ':hover': { backgroundColor: 'var(--akRailAktiv)', color: 'var(--akRailAktivFg)' },
    ':focus-visible': { outlineColor: 'var(--akRailFg)' },
  },
  aktiv: {
    backgroundColor: 'var(--akRailAktiv)',
    color: 'var(--akRailAktivFg)',
    borderLeftColor: 'var(--akRailFg)',
    [systemfarger]: { borderLeftColor: 'Highlight' },
  },
  hindrad: { opacity: 0.6, cursor: 'default' },
  antal: { position: 'absolute', top: 0, right: 0 },
});

const all: { id: CommandId; slag: string[]; ikon: ReactElement }[] = [
  { id: 'minaSidor', slag: ['mina'], ikon: <Home20Regular /> },
  { id: 'sokflik', slag: ['sok', 'kund'], ikon: <PersonSearch20Regular /> },
  { id: 'bevakningar', slag: ['bevakningar'], ikon: <Camera20Regular /> },
  { id: 'inkorg', slag: ['inkorg'], ikon: <MailInbox20Regular /> },
  { id: 'meddelanden', slag: ['meddelanden'], ikon: <Mail20Regular /> },
  { id: 'inkomst', slag: ['inkomst'], ikon: <Money20Regular /> },
  { id: 'avgift', slag: ['avgift'], ikon: <PersonClock20Regular /> },
  { id: 'bindare', slag: [], ikon: <DocumentPdf20Regular /> },
  { id: 'utkorg', slag: ['utkorg'], ikon: <CloudSync20Regular /> },
];

/** The places of the program; the inbox counts what nobody has taken, and Utkorg, which stands last, what waits for the user. */
export function Rail() {
  const styles = useStyles();
  const aktiv = useTabs((state) => state.aktiv);
  const { kommandon } = usePlatser();
  const places = all.filter(({ id }) => kommandon.has(id));
  const attGora = useStatus(({ status }) => status?.attAtgarda ?? 0);
  const harInkorg = kommandon.has('inkorg');
  const { data: inkorg } = useQuery('eansokan.inkorg', harInkorg ? { avslutade: false } : null, ['eansokan', 'akt', 'katalog', 'session']);
  const otagna = harInkorg ? (inkorg?.rader.filter(({ tagen, pavag }) => tagen === undefined && !pavag).length ?? 0) : 0;
  // SYM-24: what is unread is counted at the symbol.
  const { data: brev } = useQuery('meddelande.lista', kommandon.has('meddelanden') ? {} : null, ['meddelande', 'session']);
  const olasta = brev?.olasta ?? 0;
  const { data: inkomster } = useQuery('inkomst.lista', kommandon.has('inkomst') ? {} : null, ['akt', 'katalog', 'session']);
  const inlamnade = inkomster?.rader.filter(({ lage }) => lage === 'inlamnad').length ?? 0;
  const antal: Partial<Record<CommandId, { antal: number; ord: string }>> = {
    utkorg: { antal: attGora, ord: 'att åtgärda' },
    meddelanden: { antal: olasta, ord: olasta === 1 ? 'oläst' : 'olästa' },
    inkomst: { antal: inlamnade, ord: inlamnade === 1 ? 'inlämnad' : 'inlämnade' },
    inkorg: { antal: otagna, ord: 'som ingen har tagit hand om' },
  };
  const [slag = '', personId = ''] = aktiv.split(':');
  const binder = useKundvy(personId)?.yta?.slag === 'bindare';
  return (
    <nav aria-label="Platser" data-yta="platser" className={styles.rail}>
      {places.map(({ id, slag: flikar, ikon }, index) => (
        <div key={id} style={index === places.length - 1 ? { marginTop: 'auto' } : undefined}>
          <Railknapp
            id={id}
            ikon={ikon}
            vantar={antal[id]}
            isHere={binder ? id === 'bindare' : flikar.includes(slag)}
            utan={id === 'bindare' ? 'öppna en kund först' : undefined}
          />
        </div>
      ))}
    </nav>
  );
}

type Knappprops = {
  id: CommandId;
  ikon: ReactElement;
  /** How many wait there, and for what. */
  vantar: { antal: number; ord: string } | undefined;
  isHere: boolean /** Why nothing answers it. */;
  utan: string | undefined;
};

function Railknapp({ id, ikon, vantar, isHere, utan }: Knappprops) {
  const styles = useStyles();
  const { kan } = useCommandState(id);
  const hinder = kan ? undefined : utan;
  const antal = vantar?.antal ?? 0;
  const namn = antal > 0 ? `${infoOf(id).namn}, ${antal} ${vantar?.ord}` : infoOf(id).namn;
  return (
    <Tooltip content={hinder === undefined ? namn : `${namn} – ${hinder}`} relationship="label" positioning="after">
      <button
        type="button"
        aria-current={isHere ? 'page' : undefined}
        aria-disabled={hinder !== undefined}
        className={mergeClasses(styles.knapp, isHere && styles.aktiv, hinder !== undefined && styles.hindrad)}
        onClick={() => runCommandById(id)}
      >
        {ikon}
        {antal > 0 && (
          <CounterBadge
            className={styles.antal}
            size="small"
            color={id === 'utkorg' ? 'danger' : 'informative'}
            count={antal}
            aria-hidden="true"
          />
        )}
      </button>
    </Tooltip>
  );
}
