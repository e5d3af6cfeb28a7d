import { Button, makeStyles } from '@fluentui/react-components';
import { Checkmark16Filled, Copy16Regular, Delete16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { isOgranskadKopia } from '../../../shared/domain/anteckning/kopiera.ts';
import type { AnteckningVy } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { Chip } from '../../components/Chip.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { runCommand } from '../../state/core.ts';
import { ordForUtfall } from '../../state/utfallord.ts';

const useStyles = makeStyles({
  ruta: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '2px 0', flexShrink: 0 },
});

/** Where a copied text comes from; until it is looked through it can be marked as reviewed, or removed (KOP-05, FORB-19). */
export function Kopieruta({ personId, note }: { personId: string; note: AnteckningVy }) {
  const css = useStyles();
  const [fel, setFel] = useState<Ord>();
  const [tasBort, setTasBort] = useState(false);
  const { id, data, rubrik } = note;
  if (!data.kopierad) return null;
  const run = async (name: 'anteckning.granska' | 'anteckning.taBortKopia') =>
    setFel(ordForUtfall(await runCommand(name, { personId, anteckningId: id, rev: data.rev })));
  const ogranskad = isOgranskadKopia(data) && !data.signerad;
  return (
    <>
      {fel && <ErrorBar {...fel} />}
      <div className={css.ruta}>
        <Chip ton={ogranskad ? 'gul' : 'neutral'} ikon={<Copy16Regular aria-hidden />}>
          {ogranskad ? `kopierad från ${data.kopierad.etikett} – ej granskad` : `kopierad från ${data.kopierad.etikett}`}
        </Chip>
        {ogranskad && (
          <>
            <Button size="small" icon={<Checkmark16Filled />} onClick={() => void run('anteckning.granska')}>
              Granskad
            </Button>
            <Button size="small" icon={<Delete16Regular />} onClick={() => setTasBort(true)}>
              Ta bort
            </Button>
          </>
        )}
      </div>
      <ConfirmDialog
        oppen={tasBort}
        rubrik="Ta bort den kopierade texten?"
        bekrafta="Ta bort texten"
        onCancel={() => setTasBort(false)}
        onConfirm={() => {
          setTasBort(false);
          void run('anteckning.taBortKopia');
        }}
      >
        {`Kopian under ${rubrik} tas bort. Texten i ${data.kopierad.etikett} är kvar.`}
      </ConfirmDialog>
    </>
  );
}
