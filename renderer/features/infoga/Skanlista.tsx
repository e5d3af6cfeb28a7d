import { Button, makeStyles } from '@fluentui/react-components';
import { FolderOpen16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { SkannadFil, SkanningVy } from '../../../shared/ipc/skanning.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { mapphinderOrd } from '../../../shared/words/skanning.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { nar } from '../../components/tid.ts';
import { useNow } from '../../components/useNow.ts';
import { Mappval } from './Mappval.tsx';

const useStyles = makeStyles({
  lista: { display: 'flex', flexDirection: 'column', height: '190px', minHeight: '120px', resize: 'vertical', overflow: 'hidden' },
  mapp: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '4px 0' },
  sokvag: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  not: { margin: 0, padding: '4px 8px', color: 'var(--colorNeutralForeground3)', fontSize: '12px', lineHeight: '16px' },
});

/** Where a file stands, in a word. */
function lageOrd({ lage, ny, sparad, hinder }: SkannadFil): string {
  if (lage === 'skrivs') return 'Skrivs ännu';
  if (lage === 'for-stor') return 'För stor';
  if (sparad) return 'Redan sparad';
  if (hinder) return hinder === 'losenord-behovs' ? 'Låst' : 'Går inte';
  return ny ? 'Ny' : '';
}

const kolumner = (now: Date): Kolumn<SkannadFil>[] => [
  {
    id: 'namn',
    namn: 'Fil',
    bredd: 'minmax(120px, 1fr)',
    draw: ({ namn }) => namn,
    compare: (a, b) => compareSwedish(a.namn, b.namn),
    tip: ({ namn, storlek }) => `${namn}, ${storlekText(storlek)}`,
  },
  {
    id: 'andrad',
    namn: 'Skannad',
    bredd: '116px',
    draw: ({ andrad }) => nar(andrad, now),
    compare: (a, b) => a.andrad.localeCompare(b.andrad),
    tip: ({ andrad }) => nar(andrad, now),
  },
  { id: 'lage', namn: 'Läge', bredd: '96px', draw: lageOrd },
];

type Props = {
  vy: SkanningVy | undefined;
  vald: string | null;
  onVald: (fil: SkannadFil) => void /** Whether the list takes the focus when it is shown. */;
  fokus: () => boolean;
};

/** The box Infoga (SKAN-03): what lies in the folder, and which folder it is. */
export function Skanlista({ vy, vald, onVald, fokus }: Props) {
  const css = useStyles();
  const now = useNow(60_000);
  const [valjer, setValjer] = useState(false);
  if (!vy) return <SkeletonRows antal={4} />;
  if (vy.mapp === null || valjer) return <Mappval mapp={vy.mapp} onClose={vy.mapp === null ? undefined : () => setValjer(false)} />;
  return (
    <>
      <div className={css.mapp}>
        <span className={css.sokvag} title={vy.mapp}>
          {vy.mapp}
        </span>
        <Button size="small" icon={<FolderOpen16Regular />} onClick={() => setValjer(true)}>
          Byt mapp
        </Button>
      </div>
      {vy.hinder ? (
        <ErrorBar {...mapphinderOrd[vy.hinder]} slag="warning" />
      ) : vy.laser ? (
        <EmptyState text="Mappen läses …" />
      ) : vy.filer.length === 0 ? (
        <EmptyState text="Inga skannade dokument i mappen. Nya visas här av sig själva." />
      ) : (
        <div className={css.lista} data-falt="fil">
          <DataTable
            etikett="Skannade dokument"
            kolumner={kolumner(now)}
            rader={vy.filer}
            radId={({ id }) => id}
            vald={vald}
            onVald={(id) => {
              const fil = vy.filer.find((one) => one.id === id);
              if (fil) onVald(fil);
            }}
            onOpen={onVald}
            fokus={fokus}
            fet={({ ny, lage, sparad }) => ny && lage === 'klar' && !sparad}
          />
        </div>
      )}
      {(vy.fler > 0 || vy.ovriga > 0) && (
        <p className={css.not}>
          {[
            ...(vy.fler > 0 ? [`${vy.fler} äldre filer visas inte.`] : []),
            ...(vy.ovriga > 0 ? [`${vy.ovriga} av annat slag visas inte: bara PDF, TIFF, JPEG och PNG kan sparas.`] : []),
          ].join(' ')}
        </p>
      )}
    </>
  );
}

const mb = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });
const storlekText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${mb.format(bytes / 1_000_000)} MB`;
