import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { fluentRef } from '../components/fluentRef.ts';

const useStyles = makeStyles({
  ruta: { display: 'grid', rowGap: '8px', padding: '16px', maxWidth: '360px' },
  rubrik: { display: 'flex', alignItems: 'center', gap: '6px', margin: 0, fontSize: '14px', fontWeight: 600 },
  knappar: { display: 'flex', gap: '8px' },
});

/** The document is locked: its password is asked for, used to open it and kept nowhere. */
export function Losenordsfraga({ igen, onSvar }: { igen: boolean; onSvar: (losenord: string | null) => void }) {
  const css = useStyles();
  const [text, setText] = useState('');
  const falt = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (igen) falt.current?.focus();
  }, [igen]);
  return (
    <form
      className={css.ruta}
      onSubmit={(event) => {
        event.preventDefault();
        if (text === '') return;
        // Now, not when it has been found wrong: the user may be writing the next by then.
        setText('');
        onSvar(text);
      }}
    >
      <h3 className={css.rubrik}>
        <LockClosed20Regular aria-hidden />
        Dokumentet är låst med ett lösenord
      </h3>
      <Field
        label="Lösenord"
        hint="Det används bara för att öppna dokumentet nu och sparas inte."
        {...(igen ? { validationMessage: 'Lösenordet stämmer inte. Skriv det igen; stora och små bokstäver skiljs åt.' } : {})}
      >
        <Input
          ref={fluentRef(falt)}
          size="small"
          type="password"
          autoComplete="off"
          value={text}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={(event) => event.stopPropagation()}
        />
      </Field>
      <div className={css.knappar}>
        <Button size="small" appearance="primary" type="submit">
          Öppna
        </Button>
        <Button size="small" onClick={() => onSvar(null)}>
          Avbryt
        </Button>
      </div>
    </form>
  );
}
