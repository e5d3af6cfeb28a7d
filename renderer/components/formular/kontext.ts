import { createContext, type ReactElement, useContext } from 'react';

/** What the fields of a form ask it: `useFormular` (renderer/state) answers. */
export type Formularlage = {
  /** What is wrong with a field and the right value; undefined while nothing is, or it is not to be shown yet. */
  felFor: (falt: string) => string | undefined;
  /** The field was left: from now on its fault is shown, and the draft is written. */
  leave: (falt: string) => void;
  /** Puts the focus in a field. */
  goTo: (falt: string) => void;
};

/** Outside a form nothing is wrong. */
const utan: Formularlage = { felFor: () => undefined, leave: () => undefined, goTo: () => undefined };
export const FormularKontext = createContext<Formularlage>(utan);
export const useFormularlage = (): Formularlage => useContext(FormularKontext);

/** What all fields share. */
export type Faltprops = {
  /** Name of the field in the form: faults and Gå till fältet find it by this. */
  falt: string;
  etikett: string;
  krav?: boolean;
  /** Under the field: what it means or where its value comes from. */
  tips?: string | ReactElement | undefined;
  /** Why the field does not apply, shown in its place: `Används inte för denna insats`. Its value is kept. */
  anvandsInte?: string | undefined;
};

export const anvandsInteForInsats = 'Används inte för denna insats';
