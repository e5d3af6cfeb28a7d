import { Button } from '@fluentui/react-components';
import { closeDialog } from '../../state/dialog.ts';
import { useQuery } from '../../state/query.ts';
import { Kundrutan } from './Kundrutan.tsx';

/** The yellow back arrow: the 10 kunder the user was in most recently (SYM-05, SOK-11). */
export function SenasteDialog() {
  const query = useQuery('kunder.senaste', {}, ['anvandare', 'akt']);
  return (
    <Kundrutan
      rubrik="De 10 senaste kunderna"
      query={query}
      tomText="Du har inte öppnat någon kund än."
      knappar={(vald, open) => (
        <>
          <Button size="small" onClick={closeDialog}>
            Avbryt
          </Button>
          <Button size="small" appearance="primary" disabledFocusable={!vald?.person} onClick={open}>
            OK
          </Button>
        </>
      )}
    />
  );
}
