import { Checkbox, Input, makeStyles } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { DokumentVy } from '../../../shared/ipc/views.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Filval } from '../../components/Filval.tsx';
import { Panel } from '../../components/Panel.tsx';
import { dokumentdrag } from './drag.ts';

const useStyles = makeStyles({
  panel: { width: '26%', minWidth: '260px', flexShrink: 0, '@media (max-width: 999px)': { width: 'auto' } },
  sok: { padding: '8px', flexShrink: 0 },
  ruta: { width: '100%' },
  rulle: { flexGrow: 1, minHeight: 0, overflowY: 'auto', '@media (max-width: 999px)': { overflowY: 'visible' } },
  tabell: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  huvud: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: 'var(--colorNeutralBackground1)',
    fontSize: '12px',
    fontWeight: 400,
    textAlign: 'left',
    padding: '2px 8px',
  },
  rad: { borderTop: '1px solid var(--akHair)', ':hover': { backgroundColor: 'var(--akHover)' } },
  cell: { padding: '0 8px', whiteSpace: 'nowrap' },
  namn: { padding: '0 4px', width: '100%', overflowWrap: 'anywhere' },
  dold: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  fot: { padding: '8px 12px', borderTop: '1px solid var(--akHair)', flexShrink: 0 },
});

type Props = {
  kund: string;
  dokument: readonly DokumentVy[];
  valda: ReadonlySet<string>;
  onVald: (dokument: DokumentVy, vald: boolean) => void;
  onFiler: (filer: readonly File[]) => void;
};

/** The documents of the akt, to be ticked or dragged into the bundle; and files from elsewhere. */
export function Dokumentlista({ kund, dokument, valda, onVald, onFiler }: Props) {
  const css = useStyles();
  const [sokt, setSokt] = useState('');
  const word = sokt.trim().toLocaleLowerCase('sv');
  const traffar = dokument.filter(({ data }) => `${data.rubrik} ${data.typ}`.toLocaleLowerCase('sv').includes(word));
  return (
    <Panel rubrik="Dokument i akten" text={kund} className={css.panel}>
      <div className={css.sok}>
        <Input
          className={css.ruta}
          size="small"
          type="search"
          aria-label="Sök dokument"
          placeholder="Sök dokument"
          contentBefore={<Search16Regular />}
          value={sokt}
          onChange={(_, { value }) => setSokt(value)}
        />
      </div>
      <div className={css.rulle}>
        {traffar.length === 0 ? (
          <EmptyState text={dokument.length === 0 ? 'Akten har inga dokument än.' : 'Inget dokument stämmer med det du söker.'} />
        ) : (
          <table className={css.tabell} aria-label="Dokument i akten">
            <thead>
              <tr>
                <th scope="col" className={css.huvud}>
                  Dokument
                </th>
                <th scope="col" className={css.huvud}>
                  Datum
                </th>
                <th scope="col" className={css.huvud}>
                  Sidor
                </th>
              </tr>
            </thead>
            <tbody>
              {traffar.map((one) => {
                const { id, data } = one;
                const vald = valda.has(id);
                const hindrat = data.felmarkerad !== undefined && !vald;
                return (
                  <tr
                    key={id}
                    className={css.rad}
                    draggable={!hindrat && !vald}
                    onDragStart={(event) => event.dataTransfer.setData(dokumentdrag, id)}
                  >
                    <td className={css.namn}>
                      <Checkbox
                        label={data.felmarkerad ? `${data.rubrik} – felmarkerat, kan inte bindas` : data.rubrik}
                        checked={vald}
                        disabled={hindrat}
                        onChange={(_, { checked }) => onVald(one, checked === true)}
                      />
                    </td>
                    <td className={css.cell}>{swedishDay(data.skapad.at)}</td>
                    <td className={css.cell}>{data.sidor}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </div>
      <div className={css.fot}>
        <Filval etikett="Filer att lägga i bunten" flera onFiler={onFiler} />
      </div>
    </Panel>
  );
}
