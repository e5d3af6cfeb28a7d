import { Button } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { call } from '../../state/core.ts';
import type { Rad } from './rader.ts';

/** What can be taken off Att åtgärda: of two texts against each other the user chooses one by one. */
export const kanTasBort = ({ tillstand, konflikt }: Rad): boolean => tillstand === 'nekad' && !konflikt;

/** So many are named in the question. */
const namngivna = 8;

type Props = {
  /** The ticked rows. */
  kryssade: readonly Rad[];
  /** @param kvar those that did not go, and why */
  onKlart: (kvar: readonly string[], fel: Ord | undefined) => void;
};

/** Takes what is ticked off Att åtgärda at once, after one question that names them. */
export function TaBortFlera({ kryssade, onKlart }: Props) {
  const [fragar, setFragar] = useState(false);
  const vilka = kryssade.filter(kanTasBort);
  if (vilka.length === 0) return null;

  async function taBort(): Promise<void> {
    setFragar(false);
    const kvar: string[] = [];
    let forsta: string | undefined;
    for (const { id } of vilka) {
      const svar = await call('utkorg.avgjord', { id });
      if (svar.ok) continue;
      kvar.push(id);
      forsta ??= svar.error.code;
    }
    const ord = forsta === undefined ? undefined : ordForFel(forsta);
    onKlart(
      kvar,
      ord && { vad: `${kvar.length} av ${vilka.length} gick inte att ta bort.`, gor: `${ord.vad} ${ord.gor} De andra är borta.` },
    );
  }

  return (
    <>
      <Button size="small" icon={<Delete20Regular />} onClick={() => setFragar(true)}>
        {`Ta bort ${vilka.length} från Att åtgärda…`}
      </Button>
      <ConfirmDialog
        oppen={fragar}
        rubrik={`Ta bort ${vilka.length} från Att åtgärda?`}
        bekrafta={`Ta bort ${vilka.length}`}
        onConfirm={() => void taBort()}
        onCancel={() => setFragar(false)}
      >
        <ul>
          {vilka.slice(0, namngivna).map(({ id, namn, vad }) => (
            <li key={id}>{[namn, vad].filter(Boolean).join(', ')}</li>
          ))}
          {vilka.length > namngivna && <li>{`och ${vilka.length - namngivna} till`}</li>}
        </ul>
        <p>Servern har inte tagit emot detta. Texten kan fortfarande läsas bland kvittona.</p>
      </ConfirmDialog>
    </>
  );
}
