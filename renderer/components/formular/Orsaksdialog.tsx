import type { ReactNode } from 'react';
import { Formulardialog, type Formulardialogprops } from '../Formulardialog.tsx';
import { Formularmeddelanden } from './Formularmeddelanden.tsx';
import { Textfalt } from './Textfalt.tsx';

type Props = Pick<Formulardialogprops, 'rubrik' | 'kund' | 'primar' | 'onClose'> & {
  form: Formulardialogprops['lage'] & {
    varden: { orsak: string };
    change: (del: { orsak: string }) => void;
    sparar: boolean;
    arUtkast: boolean;
    avslag: { vad: string; gor: string } | undefined;
    flush: () => Promise<void>;
    save: () => Promise<boolean>;
  };
  /** Who reads the reason. */
  tips: string;
  /** What will happen. */
  children: ReactNode;
};

/** Asks before something is marked as wrong or taken away, and wants the reason. Only its buttons answer. */
export function Orsaksdialog({ form, tips, children, ...dialog }: Props) {
  return (
    <Formulardialog {...dialog} lage={form} onSave={() => void form.save()} sparar={form.sparar} arUtkast={form.arUtkast} allvar>
      {children}
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      <Textfalt
        falt="orsak"
        etikett="Orsak"
        krav
        tips={tips}
        varde={form.varden.orsak}
        onVarde={(orsak) => form.change({ orsak })}
        langst={500}
        rader={3}
      />
    </Formulardialog>
  );
}
