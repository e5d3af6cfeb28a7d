import { useEffect, useMemo } from 'react';
import { farFelmarkera } from '../../../shared/domain/felmarkering.ts';
import type { IvoradVy } from '../../../shared/ipc/ivo.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { DataTable, sortRows } from '../../components/DataTable.tsx';
import { isSortering, type Sortering } from '../../components/DataTableHead.tsx';
import type { MenyRad } from '../../components/Kontextmeny.tsx';
import { useBredder } from '../../state/bredder.ts';
import { useInstallning } from '../../state/installningar.ts';
import { feedNavigering, markPost, openPost, useMarkerad, useVisadLista } from '../../state/navigering.ts';
import { useInloggad } from '../../state/session.ts';
import { openVid } from './atgarder.ts';
import { kolumner } from './kolumner.tsx';
import { type AttRapportera, arAttRapportera } from './RapporteraDialog.tsx';

/** The list as the tape-recorder buttons know it. */
export const listan = 'ivo';
const efterSenast: Sortering = { kolumn: 'senast', stigande: true };

type Props = {
  rader: readonly IvoradVy[];
  valda: ReadonlySet<string>;
  onValda: (valda: ReadonlySet<string>) => void;
  onRapportera: (rad: AttRapportera) => void;
};

/** The rows of a quarter: Enter and double click open the kund at the beslut, and the tape-recorder buttons walk them. */
export function Ivotabell({ rader, valda, onValda, onRapportera }: Props) {
  const [sortering, setSortering] = useInstallning('sortering:ivo', efterSenast, isSortering);
  const bredder = useBredder('bredder:ivo');
  const vald = useMarkerad(listan);
  const jag = useInloggad();
  const ordnade = useMemo(() => sortRows(rader, kolumner, sortering), [rader, sortering]);
  useEffect(() => {
    const poster = ordnade.map(({ nyckel, personId, beslutId }) => ({ id: nyckel, personId, nodId: `beslut/${beslutId}` }));
    feedNavigering({ id: listan, namn: 'Ej verkställda beslut', flik: 'ivo', poster });
  }, [ordnade]);
  useVisadLista(listan);
  const open = ({ nyckel }: IvoradVy) => {
    markPost(listan, nyckel);
    void openPost();
  };
  const meny = (rad: IvoradVy): MenyRad[] => [
    { id: 'oppna', namn: 'Öppna kunden vid beslutet', tangent: 'Enter', onChoose: () => open(rad) },
    { id: 'uppgift', namn: 'Uppgifter till IVO …', onChoose: () => void openVid(rad, 'ivouppgift') },
    { id: 'erbjudanden', namn: 'Erbjudanden …', onChoose: () => void openVid(rad, 'erbjudanden') },
    ...(rad.rapport
      ? [
          {
            ...{ id: 'angra', namn: 'Ångra rapporten …', onChoose: () => void openVid(rad, 'felmarkeraIvorapport', rad.rapport?.id) },
            hinder:
              jag && farFelmarkera(rad.rapport.data.av.anvandareId, { id: jag.anvandareId, roller: jag.roller })
                ? undefined
                : ordForAvslag('inte-forfattare').vad,
          },
        ]
      : []),
    ...(arAttRapportera(rad) ? [{ id: 'rapportera', namn: 'Markera som rapporterat …', onChoose: () => onRapportera(rad) }] : []),
  ];
  return (
    <DataTable
      etikett="Ej verkställda beslut"
      kolumner={kolumner}
      rader={ordnade}
      radId={({ nyckel }) => nyckel}
      vald={vald}
      onVald={(id) => markPost(listan, id)}
      flera={{ valda, onValda }}
      bredder={bredder}
      ordning={{ sortering, onSortering: setSortering }}
      onOpen={open}
      fokus
      meny={meny}
    />
  );
}
