import { useEffect, useMemo, useState } from 'react';
import { keyOf } from '../../../shared/ipc/utkastnyckel.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { dagAv } from '../../components/formular/Datumrad.tsx';
import { idagNu } from '../../components/idag.ts';
import {
  type Aktualiseringsutkast,
  aktualiseringsutkast,
  nyckelForNy,
  registreraInput,
  saknasIAktualisering,
} from '../../state/aktualiseringsutkast.ts';
import { enhetForNytt, medEnhet } from '../../state/ansvariga.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { newId, runCommand } from '../../state/core.ts';
import { ordForUtfall } from '../../state/utfallord.ts';
import { useUtkast, utkastBorta } from '../../state/utkastlista.ts';
import { senasteUtkast } from '../../state/utkastskrivare.ts';

/** UTR-02, FORB-12: an aktualisering that is begun but not saved. What is complete can be saved from here; else what is missing is said. */
export function PaborjadAktualisering({ akt, katalog }: { akt: AktVy; katalog: KatalogVy }) {
  const { personId } = akt;
  const nyckel = keyOf(nyckelForNy(personId));
  const sparad = useUtkast().find((one) => one.nyckel === nyckel)?.sparad;
  const [utkast, setUtkast] = useState<Aktualiseringsutkast>();
  const [fel, setFel] = useState<Ord>();
  useEffect(() => {
    if (sparad === undefined) {
      setUtkast(undefined);
      return;
    }
    let ended = false;
    void senasteUtkast(nyckel).then((answer) => {
      if (!ended) setUtkast(answer.ok ? aktualiseringsutkast.safeParse(answer.value).data : undefined);
    });
    return () => {
      ended = true;
    };
  }, [nyckel, sparad]);
  // The same draft is the same command, however often it is sent.
  const kommandoId = useMemo(() => utkast && newId(), [utkast]);
  if (!utkast) return null;

  const idag = idagNu();
  const input = registreraInput(utkast, katalog, {
    ...{ personId, datum: dagAv(utkast.datum, idag) ?? utkast.datum },
    ...medEnhet(katalog, akt, enhetForNytt(katalog, akt, utkast.organisationId, utkast.enhet)),
  });
  const saknas = saknasIAktualisering(input).map(({ namn }) => namn);
  const open = () => showYta(personId, { slag: 'arende', flik: 'aktualisering' });
  const save = async () => {
    const utfall = await runCommand('aktualisering.registrera', input, { nyckel, titel: 'Aktualisering', data: utkast }, kommandoId);
    setFel(ordForUtfall(utfall));
    if (utfall.ok) utkastBorta(nyckel);
  };
  if (fel)
    return (
      <ErrorBar vad={`Aktualiseringen kunde inte sparas. ${fel.vad}`} gor={fel.gor} handling="Öppna aktualiseringen" onHandling={open} />
    );
  return saknas.length > 0 ? (
    <ErrorBar
      slag="warning"
      vad="En påbörjad aktualisering är inte sparad."
      gor={`Det som saknas: ${saknas.join(', ')}. Den kommer inte med i utredningen förrän den är sparad.`}
      handling="Öppna aktualiseringen"
      onHandling={open}
    />
  ) : (
    <ErrorBar
      slag="warning"
      vad="En ifylld aktualisering är inte sparad."
      gor={`Vill du spara den, så att den kommer med: ${input.aktualiseringar.map(({ typ }) => typ).join(', ')}?`}
      handling="Ja, spara aktualiseringen"
      onHandling={() => void save()}
    />
  );
}
