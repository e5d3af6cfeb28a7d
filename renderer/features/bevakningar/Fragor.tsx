import type { Textfraga } from '../../../shared/domain/bevakning/textfragor.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';

const vad: Record<Textfraga['slag'], string> = {
  personnummer: 'Ser ut som ett personnummer',
  diagnos: 'Kan berätta om hälsa',
  namn: 'Är ett namn i akten',
};

type Props = { fragor: readonly Textfraga[]; onConfirm: () => void; onCancel: () => void };

/** The text holds what not all should read (FORB-54): the user is asked, and may have it so. */
export const Fragor = ({ fragor, onConfirm, onCancel }: Props) => (
  <ConfirmDialog oppen rubrik="Alla kan läsa texten" bekrafta="Spara ändå" onConfirm={onConfirm} onCancel={onCancel}>
    <p>En bevakning syns för alla som läser akten, och i listor och utskrifter. Ska det här stå i den?</p>
    <ul>
      {fragor.map(({ slag, ord }) => (
        <li key={`${slag} ${ord}`}>{`${vad[slag]}: ”${ord}”`}</li>
      ))}
    </ul>
  </ConfirmDialog>
);
