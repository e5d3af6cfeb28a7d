import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import { type Arendeflik, arendeflikar, flikYta, type Utredningsflik, utredningsflikar, type Yta } from '../../state/arbetsyta.ts';
import type { CommandId } from '../../state/kommandon.ts';
import { usePlatser } from '../../state/rollplatser.ts';
import { Flikrad } from './Flikrad.tsx';

const utredningOrd: Record<Utredningsflik, string> = {
  utredning: 'Utredning',
  aktualiseringar: 'Aktualiseringar',
  dokumentation: 'Dokumentation',
  beslut: 'Beslut',
  bestallning: 'Beställning',
  bedomning: 'Bedömning',
  tidslinje: 'Tidslinje',
};
const arendeOrd: Record<Arendeflik, string> = {
  aktualisering: 'Aktualisering',
  inled: 'Inled utredning',
  lass: 'LASS-beslut',
  avsluta: 'Avsluta ärende',
  tidslinje: 'Tidslinje',
};
const opensFlik: Record<Arendeflik, CommandId> = {
  aktualisering: 'aktualisering',
  inled: 'inledUtredning',
  lass: 'lassBeslut',
  avsluta: 'avslutaArende',
  tidslinje: 'flikTidslinje',
};

type Props = { yta: Yta | null; noder: ReadonlyMap<string, Nod>; onYta: (yta: Yta) => void };

/** The tabs above the work area: those of an utredning, or of the kund's whole ärende; none above what has no siblings. */
export function Arbetsflikar({ yta, noder, onYta }: Props) {
  const { kommandon } = usePlatser();
  if (yta?.slag === 'arende') {
    // What is open has its tab whatever the role: a draft of another role's form may stand in it.
    const shown = arendeflikar.filter((flik) => flik === yta.flik || kommandon.has(opensFlik[flik]));
    return (
      <Flikrad
        etikett="Ärendet"
        flikar={shown.map((flik) => [flik, arendeOrd[flik]] as const)}
        vald={yta.flik}
        text="LSS utredning o verkställighet"
        onVald={(flik) => onYta({ slag: 'arende', flik })}
      />
    );
  }
  const iUtredning = yta?.slag === 'utredning' || (yta?.slag === 'dokumentation' && yta.dok === 'utredning');
  if (!iUtredning) return null;
  const { id } = yta;
  const etikett = noder.get(`utredning/${id}`)?.etikett;
  return (
    <Flikrad
      etikett={etikett ?? 'Utredning'}
      flikar={utredningsflikar.map((flik) => [flik, utredningOrd[flik]] as const)}
      vald={yta.slag === 'dokumentation' ? 'dokumentation' : yta.flik}
      {...(etikett === undefined ? {} : { text: etikett })}
      onVald={(flik) => onYta(flikYta(id, flik))}
    />
  );
}
