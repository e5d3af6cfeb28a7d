import { makeStyles } from '@fluentui/react-components';
import { visaOmfattning } from '../../shared/domain/beslut/timmar.ts';
import type { Innehall } from '../../shared/domain/overlamning/records.ts';
import { Faktalista } from './Faktalista.tsx';
import { RikText } from './RikText.tsx';

const useStyles = makeStyles({ text: { marginTop: '8px' } });

/** What is or was handed from one unit to another, all of it. */
export function Uppgiftstext({ innehall }: { innehall: Innehall }) {
  const css = useStyles();
  if (innehall.slag === 'text') {
    const { rubrik, titel, typ, handelsedatum, signerad, text } = innehall;
    return (
      <>
        <Faktalista
          rader={[
            ['Rubrik', rubrik],
            ['Typ', typ],
            ['Titel', titel],
            ['Händelsedatum', handelsedatum],
            ['Signerad av', signerad.namn],
          ]}
        />
        <RikText text={text} className={css.text} />
      </>
    );
  }
  const { beslutsnamn, utfall, beslutsdatum, giltigFran, giltigTom, omfattning, niva, beslutsfattare } = innehall;
  return (
    <Faktalista
      rader={[
        ['Beslut', beslutsnamn],
        ['Utfall', utfall === 'bifall' ? 'Bifall' : 'Avslag'],
        ['Beslutsdatum', beslutsdatum],
        ['Gäller fr.o.m.', giltigFran],
        ['Slutdatum', giltigTom],
        ['Omfattning', omfattning && visaOmfattning(omfattning)],
        ['Nivå', niva],
        ['Beslutsfattare', beslutsfattare?.namn],
      ]}
    />
  );
}
