import { Input, makeStyles } from '@fluentui/react-components';
import { ChevronDown20Regular, ChevronUp20Regular, Dismiss20Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { fluentRef } from '../components/fluentRef.ts';
import { IconButton } from '../components/IconButton.tsx';
import type { Traffar } from './visning.ts';

const useStyles = makeStyles({
  rad: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    padding: '2px 8px',
    flexShrink: 0,
    backgroundColor: 'var(--akHuvud)',
    borderBottom: '1px solid var(--akHair)',
  },
  falt: { flexGrow: 1, minWidth: '120px', maxWidth: '320px' },
  antal: { color: 'var(--colorNeutralForeground2)', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

type Props = {
  traffar: Traffar | null;
  /** The search box is asked for anew: the focus goes to it. */
  gang: number;
  onSok: (text: string, riktning?: 1 | -1) => void;
  onStang: () => void;
};

/** Search in the document: how many hits, the one that is shown, and the way to the next. */
export function Sokrad({ traffar, gang, onSok, onStang }: Props) {
  const css = useStyles();
  const [text, setText] = useState('');
  const falt = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: again each time it is asked for
  useEffect(() => {
    falt.current?.focus();
    falt.current?.select();
  }, [gang]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === 'F3') {
      event.preventDefault();
      onSok(text, event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onStang();
    }
  };
  return (
    <search className={css.rad} aria-label="Sök i dokumentet" onKeyDown={onKeyDown}>
      <Input
        ref={fluentRef(falt)}
        size="small"
        className={css.falt}
        aria-label="Sök i dokumentet"
        placeholder="Sök i dokumentet"
        value={text}
        onChange={(_, { value }) => {
          setText(value);
          onSok(value);
        }}
      />
      <IconButton namn="Föregående träff" tangent="Skift+Enter" ikon={<ChevronUp20Regular />} onClick={() => onSok(text, -1)} />
      <IconButton namn="Nästa träff" tangent="Enter" ikon={<ChevronDown20Regular />} onClick={() => onSok(text, 1)} />
      <span className={css.antal} role="status">
        {text === '' ? '' : traffar ? antalsord(traffar) : 'Söker …'}
      </span>
      <IconButton namn="Stäng sökningen" tangent="Esc" ikon={<Dismiss20Regular />} onClick={onStang} />
    </search>
  );
}

function antalsord({ nummer, antal, soker }: Traffar): string {
  if (antal === 0) return soker ? 'Söker …' : 'Inga träffar';
  return nummer > 0 ? `${nummer} av ${antal}` : antal === 1 ? '1 träff' : `${antal} träffar`;
}
