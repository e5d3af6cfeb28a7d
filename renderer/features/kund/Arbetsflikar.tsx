import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import { useAktdata } from '../../state/akt.ts';
import {
  type Arendeflik,
  arendeflikar,
  flikYta,
  type Utredningsflik,
  utredningsflikar,
  type VerkstallighetYta,
  type Yta,
} from '../../state/arbetsyta.ts';
import { knytsTillVal, knytvarde } from '../../state/knytsTill.ts';
import type { CommandId } from '../../state/kommandon.ts';
import { usePlatser } from '../../state/rollplatser.ts';
import { antalVantar, useSkanningar } from '../../state/skanningar.ts';
import { Flikrad } from './Flikrad.tsx';

const utredningOrd: Record<Utredningsflik, string> = {
  utredning: 'Utredning',
  aktualiseringar: 'Aktualiseringar',
  dokumentation: 'Dokumentation',
  beslut: 'Beslut',
  bestallning: 'Beställning',
  bedomning: 'Bedömning',
  tidslinje: 'Tidslinje',
  infoga: 'Infoga dokument',
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

type Props = { personId: string; yta: Yta | null; noder: ReadonlyMap<string, Nod>; onYta: (yta: Yta) => void };

/** The tabs above the work area: those of an utredning, or of the kund's whole ärende; none above what has no siblings. */
export function Arbetsflikar({ personId, yta, noder, onYta }: Props) {
  const { kommandon } = usePlatser();
  const infogar = kommandon.has('flikInfoga');
  const infogaOrd = medAntal(utredningOrd.infoga, antalVantar(useSkanningar(infogar).data));
  if (yta?.slag === 'verkstallighet') return <Verkstallighetsflikar {...{ personId, yta, noder, onYta, infogaOrd }} />;
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
  const vald = yta.slag === 'dokumentation' ? 'dokumentation' : yta.flik;
  return (
    <Flikrad
      etikett={etikett ?? 'Utredning'}
      flikar={utredningsflikar
        .filter((flik) => flik !== 'infoga' || infogar || vald === 'infoga')
        .map((flik) => [flik, flik === 'infoga' ? infogaOrd : utredningOrd[flik]] as const)}
      vald={vald}
      {...(etikett === undefined ? {} : { text: etikett })}
      onVald={(flik) => onYta(flikYta(id, flik))}
    />
  );
}

/** `Infoga dokument (2)` while scans wait in the folder (FORB-50). */
const medAntal = (namn: string, antal: number): string => (antal === 0 ? namn : `${namn} (${antal})`);

/** Those of a verkställighet in which the user may file documents; none above another. */
function Verkstallighetsflikar({
  personId,
  yta,
  noder,
  onYta,
  infogaOrd,
}: Omit<Props, 'yta'> & { yta: VerkstallighetYta; infogaOrd: string }) {
  const { data } = useAktdata(personId);
  const plats = knytvarde({ type: 'verkstallighet', id: yta.id });
  const may = data !== undefined && knytsTillVal(data.akt, data.katalog).some(({ varde }) => varde === plats);
  if (!may && yta.flik === undefined) return null;
  const etikett = noder.get(`verkstallighet/${yta.id}`)?.etikett;
  return (
    <Flikrad
      etikett={etikett ?? 'Verkställighet'}
      flikar={[
        ['verkstallighet', 'Verkställighet'],
        ['infoga', infogaOrd],
      ]}
      vald={yta.flik ?? 'verkstallighet'}
      {...(etikett === undefined ? {} : { text: etikett })}
      onVald={(flik) => onYta({ slag: 'verkstallighet', id: yta.id, ...(flik === 'infoga' ? { flik } : {}) })}
    />
  );
}
