import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';

const useStyles = makeStyles({ ruta: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px', maxWidth: '520px' } });

/** FRAGA-62: nothing is shown of somebody with skyddad folkbokföring before the user has said why. */
export function Skalfraga({ onSkal }: { onSkal: (skal: string) => void }) {
  const css = useStyles();
  const [text, setText] = useState('');
  const kort = text.trim().length < 3;
  return (
    <form
      className={css.ruta}
      aria-label="Skyddad folkbokföring"
      onSubmit={(event) => {
        event.preventDefault();
        if (!kort) onSkal(text.trim());
      }}
    >
      <Field label="Skyddad folkbokföring. Varför läser du meddelandet?" required hint="Skälet sparas i loggen.">
        <Input size="small" value={text} maxLength={200} onChange={(_, { value }) => setText(value)} />
      </Field>
      <div>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={kort}>
          Läs meddelandet
        </Button>
      </div>
    </form>
  );
}
