import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { mapphinderOrd } from '../../../shared/words/skanning.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { call } from '../../state/core.ts';

const useStyles = makeStyles({
  val: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '8px', maxWidth: '720px' },
  knappar: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** The folder that the scanner writes to, for this user on this computer (SKAN-01). */
export function Mappval({ mapp, onClose }: { mapp: string | null; onClose?: (() => void) | undefined }) {
  const css = useStyles();
  const [text, setText] = useState(mapp ?? '');
  const [provar, setProvar] = useState(false);
  const [fel, setFel] = useState<Ord>();
  const valj = async (vald: string | null) => {
    if (provar) return;
    setFel(undefined);
    setProvar(true);
    const svar = await call('skanning.mapp', { mapp: vald });
    setProvar(false);
    if (!svar.ok) return setFel(ordForFel(svar.error.code));
    if (!svar.value.ok) return setFel(mapphinderOrd[svar.value.hinder]);
    onClose?.();
  };
  const skrivet = text.trim();
  return (
    // Inside the form of the scan, so no form of its own: Enter is answered here.
    <fieldset className={css.val} style={{ border: 0, margin: 0 }}>
      {fel && <ErrorBar {...fel} />}
      <Field
        label="Mappen för skannade dokument"
        hint="Hela sökvägen till den mapp som skannern sparar i, till exempel \\server\skanning\mitt namn. Den gäller bara dig på den här datorn."
      >
        <Input
          size="small"
          value={text}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (skrivet !== '') void valj(skrivet);
          }}
        />
      </Field>
      <div className={css.knappar}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={provar || skrivet === ''}
          onClick={() => skrivet !== '' && void valj(skrivet)}
        >
          {provar ? 'Prövar mappen …' : 'Använd mappen'}
        </Button>
        {mapp !== null && (
          <Button size="small" disabledFocusable={provar} onClick={() => void valj(null)}>
            Bevaka ingen mapp
          </Button>
        )}
        {onClose && (
          <Button size="small" onClick={onClose}>
            Avbryt
          </Button>
        )}
      </div>
    </fieldset>
  );
}
