import { Input, makeStyles, Select, type SelectProps } from '@fluentui/react-components';
import { DocumentSearch20Regular } from '@fluentui/react-icons';
import { type FormEvent, useRef } from 'react';
import type { Arhundrade } from '../../../shared/domain/sok/sokfraga.ts';
import { fluentRef } from '../../components/fluentRef.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Kikare20 } from '../../components/icons.tsx';
import { searchFor } from '../../state/fritext.ts';
import { tangentFor, useCommand } from '../../state/keys.ts';
import { chooseArhundrade, search, useSokning, writeSoktext } from '../../state/sokning.ts';

const useStyles = makeStyles({
  landmarke: { minWidth: 0, flexShrink: 1 },
  form: { display: 'flex', alignItems: 'center', gap: '4px', minWidth: 0, flexShrink: 1 },
  arhundrade: { minWidth: '66px' },
  text: { width: '300px', minWidth: '110px', flexShrink: 1 },
});

const arhundraden: { value: Arhundrade; namn: string }[] = [
  { value: 'alla', namn: 'Alla' },
  { value: '19', namn: '19' },
  { value: '20', namn: '20' },
];

/** Century, search box and binoculars (SYM-03, SOK-02, SOK-08, SOK-09); Ctrl+L comes here from everywhere. */
export function Soklada() {
  const styles = useStyles();
  const { text, arhundrade } = useSokning();
  const field = useRef<HTMLInputElement>(null);
  useCommand('personSok', () => {
    field.current?.focus();
    field.current?.select();
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void search();
  };
  const onArhundrade: SelectProps['onChange'] = (_, { value }) => {
    const val = arhundraden.find((one) => one.value === value);
    if (val) chooseArhundrade(val.value);
  };
  return (
    <search aria-label="Sök person" className={styles.landmarke}>
      <form className={styles.form} onSubmit={onSubmit}>
        <Select size="small" aria-label="Århundrade" className={styles.arhundrade} value={arhundrade} onChange={onArhundrade}>
          {arhundraden.map(({ value, namn }) => (
            <option key={value} value={value}>
              {namn}
            </option>
          ))}
        </Select>
        <Input
          size="small"
          className={styles.text}
          ref={fluentRef(field)}
          aria-label={`Sök person (${tangentFor('personSok')})`}
          placeholder="Personnummer, 010101*, efternamn förnamn"
          value={text}
          maxLength={200}
          onChange={(_, { value }) => writeSoktext(value)}
        />
        <IconButton namn="Sök" tangent="Enter" ikon={<Kikare20 />} onClick={() => void search()} />
        <IconButton namn="Sök i anteckningar" ikon={<DocumentSearch20Regular />} onClick={() => searchFor(text)} />
      </form>
    </search>
  );
}
