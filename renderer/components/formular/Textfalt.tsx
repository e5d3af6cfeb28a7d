import { Input, Textarea } from '@fluentui/react-components';
import { Faltrad } from './Faltrad.tsx';
import { type Faltprops, useFormularlage } from './kontext.ts';

export type Textfaltprops = Faltprops & {
  varde: string;
  onVarde: (varde: string) => void;
  /** As the record allows. */
  langst: number;
  /** More than one row: a box that can be dragged larger. */
  rader?: number;
};

/** One line, or several, of typed text. */
export function Textfalt({ varde, onVarde, langst, rader, anvandsInte, ...rad }: Textfaltprops) {
  const { leave } = useFormularlage();
  const shared = {
    value: anvandsInte === undefined ? varde : '',
    maxLength: langst,
    disabled: anvandsInte !== undefined,
    placeholder: anvandsInte ?? '',
    onBlur: () => leave(rad.falt),
  };
  return (
    <Faltrad {...rad} krav={anvandsInte === undefined && rad.krav === true}>
      {rader === undefined ? (
        <Input size="small" {...shared} onChange={(_, { value }) => onVarde(value)} />
      ) : (
        <Textarea rows={rader} resize="vertical" {...shared} onChange={(_, { value }) => onVarde(value)} />
      )}
    </Faltrad>
  );
}
