import { Button, makeStyles } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { BrevRad } from '../../../shared/ipc/views.ts';
import { newId, runCommand } from '../../state/core.ts';
import { useBrevvy } from '../../state/meddelanden.ts';
import { ordForUtfall } from '../../state/utfallord.ts';

const useStyles = makeStyles({
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '8px', borderBottom: '1px solid var(--akHair)' },
});

/** What is in the akt already, or need not be: it can be put away with no more asked. */
const isKlar = ({ journal }: BrevRad): boolean => journal === 'ja' || journal === 'behovsInte';

/** Att rensa: what has lain longer than the unit lets it, put away in one go where nothing is left to be journalfört (FORB-85). */
export function Rensa({ rader }: { rader: readonly BrevRad[] }) {
  const css = useStyles();
  const [pagar, setPagar] = useState(false);
  const klara = rader.filter(isKlar);
  const rensa = async () => {
    setPagar(true);
    for (const { gruppId, meddelandeId, lada } of klara) {
      const utfall = await runCommand('meddelande.taBort', {
        gruppId,
        meddelandeId,
        lada,
        lageId: newId(),
        bort: true,
        utanJournalforing: false,
      });
      const ord = ordForUtfall(utfall);
      if (ord) {
        useBrevvy.setState({ nekat: ord });
        break;
      }
    }
    setPagar(false);
  };
  return (
    <div className={css.rad}>
      <span>Har legat längre än enheten har bestämt.</span>
      {klara.length > 0 && (
        <Button size="small" icon={<Delete20Regular />} disabledFocusable={pagar} onClick={() => !pagar && void rensa()}>
          {`Ta bort ${klara.length} som inte behöver journalföras mer`}
        </Button>
      )}
    </div>
  );
}
