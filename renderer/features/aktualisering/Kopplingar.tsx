import { Button, makeStyles } from '@fluentui/react-components';
import { Link16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { aldstForst } from '../../../shared/domain/aktualisering/regler.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { runCommand } from '../../state/core.ts';
import { ordForUtfall } from '../../state/utfallord.ts';

const useStyles = makeStyles({
  del: { padding: '4px 12px', borderBottom: '1px solid var(--akHair)', flexShrink: 0 },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '28px' },
  lista: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** Ej behandlade aktualiseringar beside an ongoing utredning: those that belong to it are connected afterwards (UTR-07, FORB-14). */
export function Kopplingar({ akt, utredningId }: { akt: AktVy; utredningId: string }) {
  const css = useStyles();
  const [fel, setFel] = useState<Ord>();
  const { personId } = akt;
  const vantar = akt.aktualiseringar.filter(({ data }) => data.utredningId === undefined).sort(aldstForst);
  if (vantar.length === 0) return null;
  const connect = async (id: string) =>
    setFel(ordForUtfall(await runCommand('aktualisering.koppla', { personId, aktualiseringIds: [id], utredningId })));
  return (
    <section className={css.del} aria-label="Ej behandlade aktualiseringar">
      {fel && <ErrorBar {...fel} />}
      <ul className={css.lista}>
        {vantar.map(({ id, data }) => (
          <li key={id} className={css.rad}>
            <span>{`Ej behandlad: ${data.typ}, ${data.datum}`}</span>
            <Button size="small" icon={<Link16Regular />} onClick={() => void connect(id)}>
              Koppla till utredningen
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
