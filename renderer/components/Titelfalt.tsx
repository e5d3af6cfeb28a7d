import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { Ref } from 'react';

const useStyles = makeStyles({
  falt: { minWidth: 0, '& .fui-Field__label': { paddingTop: '3px', paddingBottom: 0 } },
});

type Props = {
  etikett: string;
  titel: string;
  onTitel: (titel: string) => void;
  krav?: boolean;
  langst?: number;
  /** What is wrong with it. */
  fel?: string | undefined;
  ref?: Ref<HTMLInputElement>;
};

/** What a note or a document is called, beside its words: a line that is part of the same draft. */
export function Titelfalt({ etikett, titel, onTitel, krav = false, langst = 120, fel, ref }: Props) {
  const css = useStyles();
  return (
    <Field
      size="small"
      className={css.falt}
      label={etikett}
      required={krav}
      orientation="horizontal"
      style={{ gridTemplateColumns: 'auto 1fr', columnGap: 8 }}
      {...(fel === undefined ? {} : { validationMessage: fel, validationState: 'error' as const })}
    >
      <Input size="small" value={titel} maxLength={langst} onChange={(_, { value }) => onTitel(value)} input={{ ref: ref ?? null }} />
    </Field>
  );
}
