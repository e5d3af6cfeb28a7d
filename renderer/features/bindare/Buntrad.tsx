import { Button, Field, Input, makeStyles, mergeClasses, ProgressBar } from '@fluentui/react-components';
import {
  ArrowDown20Regular,
  ArrowUp20Regular,
  Dismiss20Regular,
  ErrorCircle12Filled,
  ReOrderDotsVertical20Regular,
} from '@fluentui/react-icons';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { swedishDay } from '../../../shared/util/datum.ts';
import { sidantal } from '../../../shared/words/utskrift.ts';
import { IconButton } from '../../components/IconButton.tsx';
import type { Rad } from './bunt.ts';
import { raddrag } from './drag.ts';

const useStyles = makeStyles({
  rad: { borderBottom: '1px solid var(--akHair)', padding: '2px 8px 2px 4px' },
  vald: { backgroundColor: 'var(--akSel)', color: 'var(--akSelFg)', boxShadow: 'inset 0 0 0 2px var(--colorCompoundBrandStroke)' },
  over: { boxShadow: 'inset 0 2px 0 0 var(--colorCompoundBrandStroke)' },
  topp: { display: 'flex', alignItems: 'center', gap: '4px', minWidth: 0 },
  grepp: { display: 'inline-flex', cursor: 'grab', flexShrink: 0 },
  nummer: { fontWeight: 700, minWidth: '16px', textAlign: 'right', fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
  namn: {
    flexGrow: 1,
    minWidth: 0,
    padding: '2px 4px',
    border: 'none',
    borderRadius: 'var(--borderRadiusMedium)',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
  },
  om: { display: 'block', fontSize: '12px', lineHeight: '16px' },
  // Symbols take the colour of the marked row's words, and fields have the ground that their colours are made for.
  valdTopp: { '--colorNeutralForeground1': 'var(--akSelFg)' },
  under: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '4px 4px 6px 40px',
    borderRadius: 'var(--borderRadiusMedium)',
    backgroundColor: 'var(--colorNeutralBackground1)',
    color: 'var(--colorNeutralForeground1)',
  },
  fel: { display: 'flex', gap: '4px', alignItems: 'baseline', color: 'var(--akRed)', fontSize: '12px', lineHeight: '16px' },
  losenord: { display: 'flex', gap: '8px', alignItems: 'end' },
  sidor: { width: '140px' },
});

type Props = {
  rad: Rad;
  nummer: number;
  antal: number;
  vald: boolean;
  over: boolean;
  onVald: () => void;
  onFlytta: (steg: 1 | -1) => void;
  onGa: (steg: 1 | -1) => void;
  onTaBort: () => void;
  onSidor: (sidor: string) => void;
  onLosenord: (losenord: string) => void;
  onDragOver: (event: DragEvent) => void;
  onDragLeave: () => void;
  onDrop: (event: DragEvent) => void;
};

/** A document of the bundle; the chosen one shows which of its pages are bound. */
export function Buntrad({ rad, nummer, antal, vald, over, onVald, onFlytta, onGa, onTaBort, onSidor, onLosenord, ...drag }: Props) {
  const css = useStyles();
  const li = useRef<HTMLLIElement>(null);
  const { lage, sidfel, hinder } = rad;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const steg = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    const iText = event.target instanceof HTMLInputElement;
    // Alt and the arrows move it wherever in its row the focus is (Alt+Skift too, as elsewhere).
    if (steg !== undefined && event.altKey) onFlytta(steg);
    else if (steg !== undefined && !iText) onGa(steg);
    else if (event.key === 'Delete' && !iText) onTaBort();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const laser = lage?.slag === 'tas-in' || lage?.slag === 'provas';
  return (
    <li
      ref={li}
      data-rad={rad.id}
      data-falt={`del-${rad.id}`}
      className={mergeClasses(css.rad, vald && css.vald, over && css.over)}
      onKeyDown={onKeyDown}
      {...drag}
    >
      <div className={mergeClasses(css.topp, vald && css.valdTopp)}>
        <span
          className={css.grepp}
          aria-hidden="true"
          draggable
          onDragStart={(event) => {
            event.dataTransfer.setData(raddrag, rad.id);
            event.dataTransfer.effectAllowed = 'move';
            if (li.current) event.dataTransfer.setDragImage(li.current, 8, 8);
          }}
        >
          <ReOrderDotsVertical20Regular />
        </span>
        <span className={css.nummer}>{nummer}</span>
        <button type="button" data-namn aria-current={vald ? 'true' : undefined} className={css.namn} onClick={onVald}>
          {rad.namn}
          <span className={css.om}>{omRaden(rad)}</span>
        </button>
        <IconButton
          namn={`Flytta upp ${rad.namn}`}
          ikon={<ArrowUp20Regular />}
          tangent="Alt+uppil"
          hinder={nummer === 1 ? 'är först' : undefined}
          onClick={() => onFlytta(-1)}
        />
        <IconButton
          namn={`Flytta ner ${rad.namn}`}
          ikon={<ArrowDown20Regular />}
          tangent="Alt+nedpil"
          hinder={nummer === antal ? 'är sist' : undefined}
          onClick={() => onFlytta(1)}
        />
        <IconButton namn={`Ta bort ${rad.namn} ur bunten`} ikon={<Dismiss20Regular />} tangent="Delete" onClick={onTaBort} />
      </div>
      {(vald || hinder !== undefined) && (
        <div className={css.under}>
          {laser ? (
            <ProgressBar aria-label={`Läser ${rad.namn}`} value={lage.slag === 'tas-in' ? lage.andel : 1} max={1} />
          ) : (
            hinder !== undefined &&
            sidfel === undefined && (
              <span className={css.fel} role="status">
                <ErrorCircle12Filled aria-hidden />
                {hinder}
              </span>
            )
          )}
          {lage?.slag === 'losenord' && <Losenord namn={rad.namn} onLosenord={onLosenord} />}
          {rad.har !== undefined && (vald || sidfel !== undefined) && (
            <Field
              label="Sidor"
              orientation="horizontal"
              style={{ gridTemplateColumns: '48px 1fr' }}
              {...(sidfel === undefined
                ? { hint: 'Tomt = alla. Till exempel 1-3, 5 eller 8-' }
                : { validationMessage: sidfel, validationState: 'error' as const, validationMessageIcon: <ErrorCircle12Filled /> })}
            >
              <Input
                className={css.sidor}
                size="small"
                value={rad.sidor}
                maxLength={200}
                placeholder={`alla ${rad.har}`}
                onChange={(_, { value }) => onSidor(value)}
              />
            </Field>
          )}
        </div>
      )}
    </li>
  );
}

/** `2026-11-20 · 2 sidor · fil` */
function omRaden({ slag, dokument, har, valda }: Rad): string {
  const sidor = har === undefined ? undefined : valda === undefined || valda === har ? sidantal(har) : `${valda} av ${sidantal(har)}`;
  return [dokument && swedishDay(dokument.data.skapad.at), sidor, slag === 'fil' ? 'fil' : dokument?.data.typ].filter(Boolean).join(' · ');
}

/** It is used to read the document, and kept in memory until it is bound. */
function Losenord({ namn, onLosenord }: { namn: string; onLosenord: (losenord: string) => void }) {
  const css = useStyles();
  const [text, setText] = useState('');
  const give = () => text !== '' && onLosenord(text);
  return (
    <div className={css.losenord}>
      <Field label={`Lösenord till ${namn}`} hint="Det sparas inte. Bunten öppnas utan lösenord.">
        <Input
          size="small"
          type="password"
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            give();
          }}
        />
      </Field>
      <Button size="small" onClick={give}>
        Öppna
      </Button>
    </div>
  );
}
