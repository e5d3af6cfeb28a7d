import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Link,
  makeStyles,
  Tab,
  TabList,
} from '@fluentui/react-components';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
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

const delar = { tangenter: 'Tangenter', hjalp: 'Så fungerar det', lankar: 'Länkar' } as const;
type Del = keyof typeof delar;

/** F1: all keys, the short help, and the municipality's links (HJALP-02). */
export function HjalpDialog({ start = 'tangenter' }: { start?: Del }) {
  const styles = useStyles();
  const [del, setDel] = useState<Del>(start);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && closeDialog()}>
      <DialogSurface className={styles.yta}>
        <DialogBody>
          <DialogTitle>Hjälp</DialogTitle>
          <DialogContent>
            <TabList
              size="small"
              selectedValue={del}
              onTabSelect={(_, { value }) => setDel(Object.keys(delar).includes(String(value)) ? (value as Del) : 'tangenter')}
            >
              {Object.entries(delar).map(([id, namn]) => (
                <Tab key={id} value={id}>
                  {namn}
                </Tab>
              ))}
            </TabList>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
            <section className={styles.innehall} aria-label={delar[del]} tabIndex={0}>
              {del === 'hjalp' ? <Hjalptext /> : del === 'lankar' ? <Lankar /> : <Tangenter />}
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

/** They are read elsewhere: a page is opened there, of the rest the program says where. */
function Rutiner({ rubrik, rutiner }: { rubrik: string; rutiner: readonly Adresserad[] }) {
  const styles = useStyles();
  if (rutiner.length === 0) return null;
  return (
    <section>
      <h3 className={styles.rubrik}>{rubrik}</h3>
      <ul className={styles.rutiner}>
        {rutiner.map((one) => (
          <li key={`${one.namn} ${one.adress}`}>
            {one.namn}
            {one.adress !== '' && <Adress {...one} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Adresserad = { namn: string; adress: string; oppnas?: string };

/** Opened in the user's own browser or mail program; which addresses may be is the catalogue's to say. */
function Adress({ adress, oppnas }: Adresserad) {
  const styles = useStyles();
  if (oppnas === undefined) return <span className={styles.adress}>{adress}</span>;
  return (
    <Link className={styles.adress} href={oppnas} target="_blank" rel="noopener noreferrer">
      {adress}
    </Link>
  );
}

/** The municipality's own, under its own headings (HJALP-01 to -05). */
function Lankar() {
  const lankar = useKatalog().data?.lankar;
  if (!lankar) return null;
  if (lankar.length === 0) return <EmptyState text="Kommunen har inte lagt in några länkar." />;
  return [...Map.groupBy(lankar, ({ grupp }) => grupp)].map(([grupp, dess]) => (
    <Rutiner key={grupp} rubrik={grupp === '' ? 'Övrigt' : grupp} rutiner={dess} />
  ));
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
