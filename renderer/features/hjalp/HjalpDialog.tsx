import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Tab,
  TabList,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { KatalogVy } from '../../../shared/ipc/views.ts';
import { Tangent } from '../../components/Tangent.tsx';
import { useKatalog } from '../../state/akt.ts';
import { closeDialog } from '../../state/dialog.ts';
import { type CommandInfo, commandIds, infoOf, showTangent } from '../../state/kommandon.ts';
import { usePlatser } from '../../state/rollplatser.ts';
import { useVy } from '../../state/vyn.ts';
import { hjalpavsnitt } from './hjalpord.ts';

const useStyles = makeStyles({
  yta: { maxWidth: '624px' },
  innehall: { height: '380px', overflowY: 'auto', paddingTop: '8px' },
  rubrik: { margin: '10px 0 4px', fontSize: '13px', fontWeight: 600 },
  lista: { display: 'grid', gridTemplateColumns: '1fr 176px', gap: '4px 16px', margin: 0 },
  ord: { margin: 0 },
  stycke: { margin: '0 0 8px' },
  har: { paddingBottom: '8px', borderBottom: '1px solid var(--akHair)' },
  rutiner: { margin: 0, paddingLeft: '18px' },
  // It is copied from here.
  adress: { display: 'block', overflowWrap: 'anywhere', userSelect: 'text', color: 'var(--colorNeutralForeground2)' },
});

const groups: CommandInfo['grupp'][] = ['Kund', 'Skriva', 'Flikar och ytor', 'Program'];
/** Keys that belong to lists, trees and the host, not to a command. */
const others: [string, string][] = [
  ['Öppna det markerade (dubbelklick)', 'Enter'],
  ['Meny för det markerade (högerklick)', 'Skift+F10'],
  ['Öppna och stäng en gren', 'Högerpil, vänsterpil'],
  ['Öppna alla grenar på samma nivå', '*'],
  ['Hitta i trädet', 'Skriv bokstäver'],
  ['Stäng den markerade fliken', 'Delete'],
  ['Sök i det dokument som visas, nästa och föregående träff', 'Ctrl+F, Enter, Skift+Enter'],
  ['Vrid det dokument som visas, miniatyrer', 'R, F4'],
  ['Nästa och föregående sida i det dokument som visas', 'Högerpil, vänsterpil'],
  ['Större, mindre, vanlig storlek (i ett dokument: dess sidor)', 'Ctrl+plus, Ctrl+minus, Ctrl+0'],
];

/** F1: all keys, and the short help. */
export function HjalpDialog() {
  const styles = useStyles();
  const [del, setDel] = useState<'tangenter' | 'hjalp'>('tangenter');
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && closeDialog()}>
      <DialogSurface className={styles.yta}>
        <DialogBody>
          <DialogTitle>Hjälp</DialogTitle>
          <DialogContent>
            <TabList size="small" selectedValue={del} onTabSelect={(_, { value }) => setDel(value === 'hjalp' ? 'hjalp' : 'tangenter')}>
              <Tab value="tangenter">Tangenter</Tab>
              <Tab value="hjalp">Så fungerar det</Tab>
            </TabList>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
            <section className={styles.innehall} aria-label={del === 'hjalp' ? 'Så fungerar det' : 'Tangenter'} tabIndex={0}>
              {del === 'hjalp' ? <Hjalptext /> : <Tangenter />}
            </section>
          </DialogContent>
          <DialogActions>
            <Button size="small" appearance="primary" onClick={closeDialog}>
              Stäng
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** What is about the view that is shown stands first, with the municipality's own routines for it (FORB-88). */
function Hjalptext() {
  const styles = useStyles();
  const vy = useVy();
  const rutiner = useKatalog().data?.rutiner ?? [];
  const har = hjalpavsnitt.filter(({ vyer }) => vyer.includes(vy));
  const harRutiner = rutiner.filter(({ vyer }) => vyer.includes(vy));
  return (
    <>
      {har.length + harRutiner.length > 0 && (
        <section aria-label="Om det som visas" className={styles.har}>
          <Avsnitt avsnitt={har} />
          <Rutiner rubrik="Kommunens rutiner för det som visas" rutiner={harRutiner} />
        </section>
      )}
      <Avsnitt avsnitt={hjalpavsnitt.filter((one) => !har.includes(one))} />
      <Rutiner rubrik="Kommunens rutiner" rutiner={rutiner.filter((one) => !harRutiner.includes(one))} />
    </>
  );
}

/** They are read elsewhere: the program says where, and opens nothing outside itself. */
function Rutiner({ rubrik, rutiner }: { rubrik: string; rutiner: KatalogVy['rutiner'] }) {
  const styles = useStyles();
  if (rutiner.length === 0) return null;
  return (
    <section>
      <h3 className={styles.rubrik}>{rubrik}</h3>
      <ul className={styles.rutiner}>
        {rutiner.map(({ namn, adress }) => (
          <li key={`${namn} ${adress}`}>
            {namn}
            {adress !== '' && <span className={styles.adress}>{adress}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Avsnitt({ avsnitt }: { avsnitt: typeof hjalpavsnitt }) {
  const styles = useStyles();
  return avsnitt.map(({ rubrik, stycken }) => (
    <section key={rubrik}>
      <h3 className={styles.rubrik}>{rubrik}</h3>
      {stycken.map((stycke) => (
        <p key={stycke} className={styles.stycke}>
          {stycke}
        </p>
      ))}
    </section>
  ));
}

function Tangenter() {
  const { kommandon } = usePlatser();
  return (
    <>
      {groups.map((grupp) => (
        <Grupp
          key={grupp}
          rubrik={grupp}
          rader={commandIds
            .filter((id) => kommandon.has(id))
            .map(infoOf)
            .filter((info) => info.grupp === grupp && info.tangenter.length > 0)
            .map(({ namn, tangenter }) => [namn, tangenter.map(showTangent).join(', ')])}
        />
      ))}
      <Grupp rubrik="Listor, träd och fönster" rader={others} />
    </>
  );
}

function Grupp({ rubrik, rader }: { rubrik: string; rader: [string, string][] }) {
  const styles = useStyles();
  return (
    <section>
      <h3 className={styles.rubrik}>{rubrik}</h3>
      <dl className={styles.lista}>
        {rader.map(([namn, tangent]) => [
          <dt key={namn}>{namn}</dt>,
          <dd key={`${namn} ${tangent}`} className={styles.ord}>
            <Tangent>{tangent}</Tangent>
          </dd>,
        ])}
      </dl>
    </section>
  );
}
