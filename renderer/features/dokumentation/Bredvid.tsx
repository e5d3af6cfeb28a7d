import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, makeStyles, Tab, TabList, Tooltip } from '@fluentui/react-components';
import {
  Add20Regular,
  Dismiss20Regular,
  DocumentDismiss20Regular,
  DocumentPdf16Regular,
  DocumentPdf20Regular,
} from '@fluentui/react-icons';
import { useEffect, useId } from 'react';
import type { DokumentVy } from '../../../shared/ipc/views.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import type { DokumentationLage } from '../../state/arbetsyta.ts';
import { isNotOpened } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { Dokumentvisare } from '../../visare/Dokumentvisare.tsx';
import { forberedVisare } from '../../visare/oppna-pdf.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: 'var(--colorNeutralBackground1)',
  },
  huvud: {
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    minHeight: '34px',
    paddingRight: '4px',
    flexShrink: 0,
    borderBottom: '1px solid var(--akHair)',
  },
  flikar: { flexGrow: 1, flexShrink: 1, minWidth: 0, overflowX: 'auto' },
  flik: { maxWidth: '180px', '& .fui-Tab__content': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } },
  rubrik: { margin: 0, padding: '0 12px', flexGrow: 1, fontSize: '13px', fontWeight: 600 },
  lista: { margin: 0, padding: '4px', listStyleType: 'none', overflowY: 'auto', flexGrow: 1, minHeight: 0 },
  rad: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    width: '100%',
    padding: '4px 8px',
    border: '1px solid transparent',
    borderRadius: 'var(--borderRadiusMedium)',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: 'var(--akHover)' },
  },
  under: { display: 'block', fontSize: '12px', lineHeight: '16px', color: 'var(--colorNeutralForeground2)' },
  fel: { color: 'var(--akRed)' },
  visare: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
});

/** The documents that are open beside what is written, in their order, and the one that is shown. */
export type Bredvidlage = NonNullable<DokumentationLage['bredvid']>;

type Props = {
  personId: string;
  lage: Bredvidlage;
  /** There is no room for both: the way back to what is written. */
  ensam: boolean;
  onLage: (lage: Bredvidlage) => void;
};

/** Documents of the akt beside the writing pane, with tabs at the top (VY-01, FORB-51). */
export function Bredvid({ personId, lage, ensam, onLage }: Props) {
  const css = useStyles();
  const panelId = useId();
  const { data: alla, fel } = useQuery('dokument.lista', { personId }, [`akt:${personId}`, 'session']);
  const finns = new Map((alla ?? []).map((ett) => [ett.id, ett]));
  const oppna = lage.oppna.flatMap((id) => finns.get(id) ?? []);
  // One that has just gone is still asked for: the viewer tells why it is not shown.
  const vald = lage.vald !== null && lage.oppna.includes(lage.vald) ? lage.vald : null;
  const open = (id: string) => onLage({ ...lage, oppna: lage.oppna.includes(id) ? lage.oppna : [...lage.oppna, id], vald: id });
  const close = () => {
    const kvar = lage.oppna.filter((id) => id !== vald);
    const plats = lage.oppna.indexOf(vald ?? '');
    onLage({ ...lage, oppna: kvar, vald: kvar[Math.min(plats, kvar.length - 1)] ?? null });
  };
  const hide = () => onLage({ ...lage, visas: false });
  const stangda = (alla ?? []).filter(({ id }) => !lage.oppna.includes(id));
  return (
    <aside className={css.panel} aria-label="Dokument bredvid" data-yta="bredvid">
      <div className={css.huvud}>
        {oppna.length === 0 ? (
          <h2 className={css.rubrik}>Dokument i akten</h2>
        ) : (
          <TabList
            size="small"
            className={css.flikar}
            aria-label="Öppna dokument"
            selectedValue={vald ?? ''}
            onTabSelect={(_, { value }) => onLage({ ...lage, vald: String(value) })}
          >
            {oppna.map(({ id, data }) => (
              <Tooltip key={id} content={data.rubrik} relationship="description">
                <Tab value={id} className={css.flik} icon={<DocumentPdf20Regular />} aria-controls={panelId}>
                  {data.rubrik}
                </Tab>
              </Tooltip>
            ))}
          </TabList>
        )}
        {oppna.length > 0 && stangda.length > 0 && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button size="small" appearance="subtle" icon={<Add20Regular />} aria-label="Öppna fler dokument" />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {stangda.map((ett) => (
                  <MenuItem key={ett.id} icon={<DocumentPdf20Regular />} secondaryContent={dag(ett)} onClick={() => open(ett.id)}>
                    {ett.data.rubrik}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
        {vald !== null && <IconButton namn="Stäng dokumentet" ikon={<DocumentDismiss20Regular />} onClick={close} />}
        {ensam ? (
          <Button size="small" onClick={hide}>
            Visa texten
          </Button>
        ) : (
          <IconButton namn="Dölj dokumenten" tangent="Alt+D" ikon={<Dismiss20Regular />} onClick={hide} />
        )}
      </div>
      {fel && !isNotOpened(fel) && <ErrorBar {...ordForFel(fel.code)} />}
      {vald !== null ? (
        <div id={panelId} className={css.visare} role="tabpanel" aria-label={finns.get(vald)?.data.rubrik ?? 'Dokument'}>
          <Dokumentvisare kalla={{ slag: 'dokument', id: vald }} />
        </div>
      ) : alla ? (
        <Valjlista alla={alla} onOpen={open} />
      ) : (
        !fel && <SkeletonRows />
      )}
    </aside>
  );
}

function Valjlista({ alla, onOpen }: { alla: readonly DokumentVy[]; onOpen: (id: string) => void }) {
  const css = useStyles();
  const finns = alla.length > 0;
  useEffect(() => {
    if (finns) forberedVisare();
  }, [finns]);
  if (!finns) return <EmptyState text="Akten har inga dokument." />;
  return (
    <ul className={css.lista} aria-label="Dokument i akten">
      {alla.map((ett) => (
        <li key={ett.id}>
          <button type="button" className={css.rad} onClick={() => onOpen(ett.id)}>
            <DocumentPdf16Regular aria-hidden />
            <span>
              {ett.data.rubrik}
              <span className={css.under}>
                {[dag(ett), ett.data.avsandare, sidord(ett.data.sidor)].filter((del) => del !== undefined).join(' · ')}
                {ett.data.felmarkerad && <span className={css.fel}> · felmarkerat</span>}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const dag = ({ data }: DokumentVy): string => swedishDay(data.skapad.at);
const sidord = (antal: number): string => (antal === 1 ? '1 sida' : `${antal} sidor`);
