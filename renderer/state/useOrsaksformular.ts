import { z } from 'zod';
import type { FormCommand } from '../../shared/domain/rulebook/command-list.ts';
import { type Formular, type Formularspec, useFormular } from './useFormular.ts';

const schema = z.object({ basRev: z.null().optional(), orsak: z.string() });
type Orsak = z.infer<typeof schema>;

export type Orsaksspec = Pick<Formularspec<Orsak>, 'nyckel' | 'personId'> & {
  titel: string;
  /** Said when no reason is given: `Skriv vad som är fel.` */
  uppmaning: string;
  command: (orsak: string) => FormCommand;
  onSaved: () => void;
};

/** A form that asks for nothing but the reason. */
export const useOrsaksformular = ({ nyckel, personId, titel, uppmaning, command, onSaved }: Orsaksspec): Formular<Orsak> =>
  useFormular<Orsak>({
    ...{ nyckel, personId, titel, schema, onSaved },
    start: () => ({ orsak: '' }),
    kontroll: ({ orsak }) => (orsak.trim() === '' ? [{ falt: 'orsak', text: `Orsak saknas. ${uppmaning}` }] : []),
    command: ({ orsak }) => command(orsak.trim()),
  });
