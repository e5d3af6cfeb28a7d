import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { upptaget } from '../../../shared/domain/sokverktyg/commands.ts';
import type { Parametervarden } from '../../../shared/domain/sokverktyg/records.ts';
import type { SokningVal } from '../../../shared/ipc/sokverktyg.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { newId, runCommand } from '../../state/core.ts';
import { ordForUtfall } from '../../state/utfallord.ts';

type Props = {
  sokning: SokningVal;
  parametrar: Parametervarden;
  /** The searches that have their names already: the user's own, and the catalogue's. */
  egna: readonly { namn: string }[];
  katalogens: readonly { namn: string }[];
  /** Something that is filled in cannot be read. */
  hinder: boolean;
  onSparad: (id: string) => void;
  onClose: () => void;
};

const upptagetOrd = {
  egen: 'Du har redan en sökning som heter så.',
  katalogens: 'En av de färdiga sökningarna heter så. Välj ett annat namn.',
};

/** Keeps a search with what is chosen in it, under a name of the user's own (SVERK-05). */
export function SparaSokningDialog({ sokning, parametrar, egna, katalogens, hinder, onSparad, onClose }: Props) {
  const [namn, setNamn] = useState('');
  const [tried, setTried] = useState(false);
  const [fel, setFel] = useState<Ord>();
  const harNamnet = upptaget(namn, egna, katalogens);
  const namnfel = namn.trim() === '' ? 'Skriv vad sökningen ska heta.' : harNamnet && upptagetOrd[harNamnet];

  async function spara(event: FormEvent): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (namnfel || hinder) return;
    const id = newId();
    const ord = ordForUtfall(await runCommand('sokverktyg.spara', { id, namn: namn.trim(), sokningId: sokning.id, parametrar }));
    setFel(ord);
    if (ord) return;
    onSparad(id);
    onClose();
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <form noValidate onSubmit={(event) => void spara(event)}>
          <DialogBody>
            <DialogTitle>Spara som egen sökning</DialogTitle>
            <DialogContent style={{ display: 'flex', flexDirection: 'column', gap: '8px' }}>
              <span>
                {sokning.data.namn}, med det du har ändrat; resten följer dagen. Bara du ser den, på alla datorer där du loggar in.
              </span>
              {tried && hinder && <ErrorBar vad="Något du har fyllt i går inte att läsa." gor="Rätta det i sökningen och spara sedan." />}
              {fel && <ErrorBar {...fel} />}
              <Field size="small" label="Namn" required {...(tried && namnfel ? { validationMessage: namnfel } : {})}>
                <Input value={namn} maxLength={80} onChange={(_, { value }) => setNamn(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button size="small" appearance="primary" type="submit">
                Spara sökningen
              </Button>
              <Button size="small" onClick={onClose}>
                Avbryt
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
