import type { DokumentationRef } from '../../../shared/domain/anteckning/records.ts';
import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import type { Panelyta, Yta } from '../../state/arbetsyta.ts';
import { Oversikt } from './Oversikt.tsx';
import { Personuppgifter } from './Personuppgifter.tsx';

type Props = {
  kund: KundVy;
  yta: Exclude<Yta, Panelyta> | null;
  valdNod: Nod | undefined;
  nod: (id: string) => Nod | undefined;
  dokumentationAv: (nod: Nod) => DokumentationRef | undefined;
  show: (yta: Yta) => void;
};

/** Right of the rubrikträd: what was opened; while that is a summary or nothing, the summary follows the mark. */
export function Arbetsyta({ kund, yta, valdNod, nod, dokumentationAv, show }: Props) {
  if (yta?.slag === 'personuppgifter') {
    return <Personuppgifter kund={kund} del={yta.del} onDel={(del) => show({ slag: 'personuppgifter', del })} />;
  }
  const shown = valdNod && hasOversikt(valdNod) ? valdNod : yta?.slag === 'oversikt' ? nod(yta.id) : undefined;
  if (!shown) return <EmptyState text="Välj i rubrikträdet vad du vill se." />;
  const ref = dokumentationAv(shown);
  return (
    <Oversikt
      key={shown.id}
      personId={kund.personId}
      nod={shown}
      dokumentation={ref}
      onDokumentation={() => ref && show({ slag: 'dokumentation', dok: ref.slag, id: ref.id })}
    />
  );
}

const hasOversikt = ({ slag }: Nod): boolean =>
  slag === 'mottagen' ||
  slag === 'utlamning' ||
  slag === 'utredning' ||
  slag === 'beslut' ||
  slag === 'bestallning' ||
  slag === 'verkstallighet';
