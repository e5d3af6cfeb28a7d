import { Combobox, Dropdown, Option, OptionGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { Faltrad } from './Faltrad.tsx';
import { type Faltprops, useFormularlage } from './kontext.ts';

export type Val = { varde: string; namn: string /** Heading it stands under. */; grupp?: string | undefined };
export type Valkontrollprops = {
  val: readonly Val[];
  varde: string | undefined;
  onVarde: (varde: string) => void;
  onLeave?: (() => void) | undefined;
  /** Shown while nothing is chosen. */
  tomText?: string | undefined;
  avstangd?: boolean | undefined;
  /** Accessible name, where no label of a field gives it. */
  namn?: string | undefined;
  ogiltig?: boolean | undefined;
};

/** Up to this many choices are read through; more are typed for. */
const flestAttLasa = 20;

/** One of a list of values: a dropdown, or a box to type in when the list is long. */
export function Valkontroll({ val, varde, onVarde, onLeave, tomText, avstangd = false, namn, ogiltig }: Valkontrollprops) {
  const [sokt, setSokt] = useState<string>();
  const vald = val.find((one) => one.varde === varde);
  const shared = {
    size: 'small' as const,
    disabled: avstangd,
    selectedOptions: vald ? [vald.varde] : [],
    ...(tomText === undefined ? {} : { placeholder: tomText }),
    ...(namn === undefined ? {} : { 'aria-label': namn }),
    ...(ogiltig === undefined ? {} : { 'aria-invalid': ogiltig }),
    style: { minWidth: 0, width: '100%' },
    onOptionSelect: (_: unknown, { optionValue }: { optionValue?: string | undefined }) => {
      setSokt(undefined);
      if (optionValue !== undefined) onVarde(optionValue);
    },
    onBlur: () => {
      setSokt(undefined);
      onLeave?.();
    },
  };
  if (val.length <= flestAttLasa) {
    return (
      <Dropdown {...shared} value={vald?.namn ?? ''}>
        {rader(val)}
      </Dropdown>
    );
  }
  const word = sokt?.trim().toLocaleLowerCase('sv') ?? '';
  const traffar = word === '' ? val : val.filter(({ namn: one }) => one.toLocaleLowerCase('sv').includes(word));
  return (
    <Combobox
      {...shared}
      expandIcon={{ 'aria-label': 'Visa valen' }}
      value={sokt ?? vald?.namn ?? ''}
      onChange={(event) => setSokt(event.target.value)}
    >
      {traffar.length === 0 ? (
        <Option disabled value="">
          Inget stämmer. Skriv en annan del av namnet.
        </Option>
      ) : (
        rader(traffar)
      )}
    </Combobox>
  );
}

function rader(val: readonly Val[]) {
  const grupper = [...new Set(val.map(({ grupp }) => grupp))];
  return grupper.map((grupp) => {
    const options = val
      .filter((one) => one.grupp === grupp)
      .map((one) => (
        <Option key={one.varde} value={one.varde} text={one.namn}>
          {one.namn}
        </Option>
      ));
    return grupp === undefined ? (
      options
    ) : (
      <OptionGroup key={grupp} label={grupp}>
        {options}
      </OptionGroup>
    );
  });
}

export type Valfaltprops = Faltprops & Omit<Valkontrollprops, 'avstangd' | 'namn' | 'ogiltig' | 'onLeave'>;

/** A choice from the catalogue in a form. */
export function Valfalt({ val, varde, onVarde, tomText, anvandsInte, ...rad }: Valfaltprops) {
  const { leave } = useFormularlage();
  return (
    <Faltrad {...rad} krav={anvandsInte === undefined && rad.krav === true}>
      <Valkontroll
        val={val}
        varde={anvandsInte === undefined ? varde : undefined}
        onVarde={onVarde}
        onLeave={() => leave(rad.falt)}
        tomText={anvandsInte ?? tomText}
        avstangd={anvandsInte !== undefined}
      />
    </Faltrad>
  );
}
