import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { levandeBestallningar } from '../../../shared/domain/beslut/bestallbart.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { useAkt } from '../../state/akt.ts';
import { runCommand } from '../../state/core.ts';
import { type Ord, ordForUtfall } from '../../state/ord.ts';

type Props = { personId: string; beslutId: string; onStang: () => void };

/** Marks a saved beslut as wrong: asks, wants a reason, names what goes with it (FRAGA-24). */
export function FelmarkeraBeslutDialog({ personId, beslutId, onStang }: Props) {
  const { data: akt } = useAkt(personId);
  const [orsak, setOrsak] = useState('');
  const [fel, setFel] = useState<Ord>();
  const beslut = akt?.beslut.find(({ id }) => id === beslutId)?.data;
  if (!akt || !beslut) return null;
  const { koppling } = beslut;
  const par =
    koppling && koppling.slag !== 'serie' ? akt.beslut.filter(({ id, data }) => id !== beslutId && data.koppling?.id === koppling.id) : [];
  const obekraftade = [beslutId, ...par.map(({ id }) => id)]
    .flatMap((id) => levandeBestallningar(akt.bestallningar, id))
    .filter(({ data }) => !data.bekraftad);
  const felmarkera = async () => {
    const utfall = await runCommand('beslut.felmarkera', { personId, beslutId, orsak: orsak.trim() });
    setFel(ordForUtfall(utfall));
    if (utfall.ok) onStang();
  };
  return (
    <ConfirmDialog
      oppen
      rubrik="Felmarkera beslutet?"
      bekrafta="Ja, felmarkera"
      hinder={orsak.trim() === ''}
      onBekrafta={() => void felmarkera()}
      onAvbryt={onStang}
    >
      <p style={{ marginTop: 0 }}>
        {`Vill du felmarkera ${beslut.beslutsnamn} ${beslut.beslutsdatum} för ${displayName(akt.person.data)} ${formatPersonnummer(akt.person.data.personnummer)}? `}
        Beslutet blir kvar och visas som felmarkerat. Det går inte att ångra.
      </p>
      {par.length > 0 && <p>{`Hör ihop med och felmarkeras också: ${par.map(({ data }) => data.beslutsnamn).join(', ')}.`}</p>}
      {obekraftade.length > 0 && <p>Beställningen som ingen har bekräftat tas tillbaka.</p>}
      {fel && <ErrorBar {...fel} />}
      <Field label="Orsak" required hint="Syns vid beslutet.">
        <Textarea value={orsak} maxLength={500} onChange={(_, { value }) => setOrsak(value)} resize="vertical" />
      </Field>
    </ConfirmDialog>
  );
}
