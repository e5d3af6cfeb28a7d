import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { runCommand } from '../../state/core.ts';
import { type Ord, ordForUtfall } from '../../state/ord.ts';

type Props = { personId: string; bestallningId: string; onStang: () => void };

/** BEST-BORT-03, FORB-39: names kund, insats and utförare, and wants a reason. Can be undone at the beställning. */
export function TaBortBestallningDialog({ personId, bestallningId, onStang }: Props) {
  const { data: akt } = useAkt(personId);
  const { data: katalog } = useKatalog();
  const [orsak, setOrsak] = useState('');
  const [fel, setFel] = useState<Ord>();
  const order = akt?.bestallningar.find(({ id }) => id === bestallningId)?.data;
  if (!akt || !katalog || !order) return null;
  const { data: person } = akt.person;
  const utforare = katalog.utforare.find(({ id }) => id === order.utforareId)?.data.namn ?? '';
  const taBort = async () => {
    const utfall = await runCommand('bestallning.taBort', { personId, bestallningId, orsak: orsak.trim() });
    setFel(ordForUtfall(utfall));
    if (utfall.ok) onStang();
  };
  return (
    <ConfirmDialog
      oppen
      rubrik="Ta bort beställning?"
      bekrafta="Ja, ta bort beställningen"
      hinder={orsak.trim() === ''}
      onBekrafta={() => void taBort()}
      onAvbryt={onStang}
    >
      <p style={{ marginTop: 0 }}>
        {`${order.insatser.join(', ') || order.insatskategori} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}, skickad till ${utforare} ${order.bestalltDatum}.`}
      </p>
      <p>Utföraren ser att den är borttagen och varför. Beställningen finns kvar i akten och kan ångras där.</p>
      {fel && <ErrorBar {...fel} />}
      <Field label="Orsak" required hint="Utföraren får läsa den.">
        <Textarea value={orsak} maxLength={500} onChange={(_, { value }) => setOrsak(value)} resize="vertical" />
      </Field>
    </ConfirmDialog>
  );
}
