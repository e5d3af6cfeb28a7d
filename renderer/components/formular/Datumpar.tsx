import { Label } from '@fluentui/react-components';
import { useId } from 'react';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { Datumruta } from '../Datumruta.tsx';
import { Faltgrupp } from './Faltgrupp.tsx';
import { useFormularlage } from './kontext.ts';

export type Datumparprops = {
  /** First day; required. */
  fran: { falt: string; etikett: string; text: string; onText: (text: string) => void };
  /** Last day; empty = until further notice. */
  tom: { falt: string; etikett: string; text: string; onText: (text: string) => void; krav?: boolean };
  idag: IsoDate;
  tips?: string | undefined;
};

/** A period: two dates in one row, each with its own fault. */
export function Datumpar({ fran, tom, idag, tips }: Datumparprops) {
  const { felFor, leave } = useFormularlage();
  const id = useId();
  return (
    <Faltgrupp falt={`${fran.falt}-${tom.falt}`} etikett={fran.etikett} krav tips={tips} delfalt={[fran.falt, tom.falt]}>
      <span data-falt={fran.falt}>
        <Datumruta
          etikett={fran.etikett}
          namn={fran.etikett}
          text={fran.text}
          onText={fran.onText}
          onLeave={() => leave(fran.falt)}
          ogiltig={felFor(fran.falt) !== undefined}
          idag={idag}
          framtid
        />
      </span>
      <Label id={id} required={tom.krav === true} style={{ marginLeft: 16, fontSize: '13px' }}>
        {tom.etikett}
      </Label>
      <span data-falt={tom.falt}>
        <Datumruta
          etikett={tom.etikett}
          namn={tom.etikett}
          text={tom.text}
          onText={tom.onText}
          onLeave={() => leave(tom.falt)}
          ogiltig={felFor(tom.falt) !== undefined}
          idag={idag}
          framtid
          tomText={tom.krav === true ? '' : 'Tills vidare'}
        />
      </span>
    </Faltgrupp>
  );
}
