import { Checkbox, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { displayName, type Person } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AnteckningVy } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';

type Props = {
  person: Person;
  note: AnteckningVy;
  fel: Ord | undefined;
  onFelmarkera: (val: { orsak: string; kopia: boolean }) => void;
  onCancel: () => void;
};

/** As the record allows (shared/domain/anteckning). */
const maxOrsak = 500;

/** DOK-13 and FORB-16: asks, wants a reason, and offers a corrected copy. */
export function FelmarkeraDialog({ person, note, fel, onFelmarkera, onCancel }: Props) {
  const [orsak, setOrsak] = useState('');
  const [kopia, setKopia] = useState(false);
  const vad = [note.rubrik, note.data.handelsedatum, note.data.titel].filter(Boolean).join(', ');
  return (
    <ConfirmDialog
      oppen
      rubrik="Felmarkera anteckningen?"
      bekrafta="Ja, felmarkera"
      hinder={orsak.trim() === ''}
      onConfirm={() => onFelmarkera({ orsak: orsak.trim(), kopia })}
      onCancel={onCancel}
    >
      <p style={{ marginTop: 0 }}>
        {`Vill du felmarkera ${vad} för ${displayName(person)} ${formatPersonnummer(person.personnummer)}? `}
        Texten blir kvar och visas som felmarkerad. Det går inte att ångra.
      </p>
      {fel && <ErrorBar {...fel} />}
      <Field size="small" label="Orsak" required hint="Syns vid anteckningen.">
        <Textarea value={orsak} maxLength={maxOrsak} onChange={(_, data) => setOrsak(data.value)} resize="vertical" />
      </Field>
      <Checkbox checked={kopia} onChange={(_, data) => setKopia(data.checked === true)} label="Skapa rättad kopia" />
    </ConfirmDialog>
  );
}
