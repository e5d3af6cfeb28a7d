import { Checkbox, Field, Input } from '@fluentui/react-components';

const shortestSkal = 3;
/** Whether those with protection go along, and why. */
export type Skyddadeval = { med: boolean; skal: string };
export const utanSkyddade: Skyddadeval = { med: false, skal: '' };
/** What a call is given of it: the reason, where they go along. */
export const skyddadeInput = ({ med, skal }: Skyddadeval): { skyddade?: { skal: string } } =>
  med ? { skyddade: { skal: skal.trim() } } : {};
export const saknarSkal = ({ med, skal }: Skyddadeval): boolean => med && skal.trim().length < shortestSkal;

type Props = {
  /** `Ta med 2 kunder med skyddade personuppgifter`. */
  etikett: string;
  varde: Skyddadeval;
  onVarde: (varde: Skyddadeval) => void;
  /** The form has been sent once: what lacks is said. */
  tried: boolean;
  /** It is being sent: nothing is changed. A field that is disabled would lose the focus, and the keys with it. */
  last: boolean;
};

/** Kunder with protection leave the program by the user's word alone, with a reason that is logged (FRAGA-62). */
export function SkyddadeFalt({ etikett, varde, onVarde, tried, last }: Props) {
  return (
    <>
      <Checkbox label={etikett} checked={varde.med} onChange={(_, { checked }) => !last && onVarde({ ...varde, med: checked === true })} />
      {varde.med && (
        <Field
          size="small"
          label="Skäl att ta med dem"
          required
          hint="Skälet loggas tillsammans med ditt namn och tiden."
          {...(tried && saknarSkal(varde) ? { validationMessage: `Skriv ett skäl på minst ${shortestSkal} tecken.` } : {})}
        >
          <Input value={varde.skal} maxLength={200} readOnly={last} onChange={(_, { value: skal }) => onVarde({ ...varde, skal })} />
        </Field>
      )}
    </>
  );
}
