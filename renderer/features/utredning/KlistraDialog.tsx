import { useState } from 'react';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { showDokumentation } from '../../state/arbetsyta.ts';
import { newId, runCommand } from '../../state/core.ts';
import { type Kopierat, useKopierat } from '../../state/kopierat.ts';
import { ordForUtfall } from '../../state/utfallord.ts';
import { type Dokumenttexter, rubrikerMedText, useDokumenttexter } from './texter.ts';

type Props = { personId: string; utredningId: string; onClose: () => void };

/** Klistra in alla kopierade texter i trädet (KOP-04); says which rubriker hold text when the target is not empty (KOP-01, FORB-19). */
export function KlistraDialog({ personId, utredningId, onClose }: Props) {
  const kopierat = useKopierat((state) => (state.kopierat?.personId === personId ? state.kopierat : null));
  const till = useDokumenttexter(personId, utredningId);
  const fran = useDokumenttexter(personId, kopierat?.utredningId ?? null);
  const fel = till.fel ?? fran.fel;
  if (fel) return <ErrorBar {...ordForFel(fel.code)} onClose={onClose} />;
  if (!kopierat || kopierat.utredningId === utredningId) {
    return (
      <ConfirmDialog oppen rubrik="Inga texter är kopierade" bekrafta="OK" onConfirm={onClose} onCancel={onClose}>
        Välj först Kopiera alla texter i trädet i den utredning som ska kopieras.
      </ConfirmDialog>
    );
  }
  if (!till.data || !fran.data) return null;
  return <Dialog {...{ personId, utredningId, onClose, kopierat }} till={till.data} fran={fran.data} />;
}

function Dialog({
  personId,
  utredningId,
  onClose,
  kopierat,
  till,
  fran,
}: Props & { kopierat: Kopierat; till: Dokumenttexter; fran: Dokumenttexter }) {
  const [fel, setFel] = useState<Ord>();
  // The same copies in every attempt.
  const [kopior] = useState(() => fran.texter.map(({ id }) => ({ franId: id, id: newId(), rev: newId() })));
  const upptagna = rubrikerMedText(till.texter);
  const paste = async () => {
    const input = {
      personId,
      franUtredningId: kopierat.utredningId,
      tillUtredningId: utredningId,
      kopior,
      kopieraHandelsedatum: kopierat.handelsedatum,
    };
    const utfall = await runCommand('anteckning.kopieraTrad', input);
    setFel(ordForUtfall(utfall));
    if (!utfall.ok) return;
    onClose();
    showDokumentation(personId, { slag: 'utredning', id: utredningId }, { oppnaHela: true });
  };
  return (
    <ConfirmDialog
      oppen
      rubrik="Klistra in alla kopierade texter"
      bekrafta={`Klistra in ${kopior.length} ${kopior.length === 1 ? 'text' : 'texter'}`}
      hinder={upptagna.length > 0}
      onConfirm={() => void paste()}
      onCancel={onClose}
    >
      {fel && <ErrorBar {...fel} />}
      {upptagna.length > 0 ? (
        <ErrorBar
          vad={`${till.etikett} har redan text.`}
          gor={`Det går bara att kopiera till en utredning utan text. Text finns under: ${upptagna.join(', ')}.`}
        />
      ) : (
        <p>{`Texterna ur ${kopierat.etikett} kopieras till ${till.etikett}, osignerade. Varje text märks ”kopierad – ej granskad” och kan signeras först när den är granskad.`}</p>
      )}
    </ConfirmDialog>
  );
}
