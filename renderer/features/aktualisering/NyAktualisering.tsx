import { Button } from '@fluentui/react-components';
import { ArrowRight20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { foreslagenAktualisering } from '../../../shared/domain/aktualisering/forslag.ts';
import { egnaEnheter, enhetOf } from '../../../shared/domain/enhet.ts';
import { alderText } from '../../../shared/domain/person/alder.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import type { Utredning } from '../../../shared/domain/utredning/records.ts';
import type { KatalogVy, KundVy } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { dagAv } from '../../components/formular/Datumrad.tsx';
import { Enhetsval } from '../../components/formular/Enhetsval.tsx';
import { Formularfot } from '../../components/formular/Formularfot.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Formularyta } from '../../components/formular/Formularyta.tsx';
import { Krysslista } from '../../components/formular/Kryssruta.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { idagNu } from '../../components/idag.ts';
import {
  type Aktualiseringsutkast,
  aktualiseringsutkast,
  nyckelForNy,
  omprovningstyp,
  registreraInput,
  typvalFor,
} from '../../state/aktualiseringsutkast.ts';
import { enhetForNytt, medEnhet, organisationEfterByte } from '../../state/ansvariga.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { newId } from '../../state/core.ts';
import { useFormular } from '../../state/useFormular.ts';
import { Gemensamt, gemensammaFel } from './Gemensamt.tsx';

type Props = {
  kund: KundVy;
  katalog: KatalogVy;
  /** The ongoing utredning in which it came in (AKT-09). */
  utredningId?: string | undefined;
  utredning?: Utredning | undefined;
  /** What an omprövning comes of: the form begins as one. */
  omprovning?: string | undefined;
  /** Why nothing can be registered there any more. */
  hinder?: Ord | undefined;
  onSaved: (inled: boolean) => void;
};

/** Registers what has come in: every insats applied for in one form (FORB-11), an ansökan or an omprövning (AKT-01 to AKT-11). */
export function NyAktualisering({ kund, katalog, utredningId, utredning, omprovning, hinder, onSaved }: Props) {
  const { personId, person } = kund;
  const idag = idagNu();
  const typval = typvalFor(katalog);
  const egen = katalog.handlaggare.find(({ id }) => id === katalog.egen.anvandareId);
  const inled = useRef(false);
  const akt = { person: { data: person } };
  // What came in to an utredning is the unit's whose that is.
  const enhetAv = (varden: Pick<Aktualiseringsutkast, 'enhet' | 'organisationId'>) =>
    utredning ? enhetOf('utredning', utredning, person) : enhetForNytt(katalog, akt, varden.organisationId, varden.enhet);

  const forslag = (slag: Aktualiseringsutkast['slag']) => {
    const { typ: _, ...rest } = foreslagenAktualisering(slag, { ...katalog.egen, anvandareId: egen?.id ?? '' }, katalog.vardelistor, idag);
    return { slag, ...rest };
  };

  const form = useFormular<Aktualiseringsutkast>({
    nyckel: nyckelForNy(personId, utredningId),
    personId,
    titel: utredningId === undefined ? 'Aktualisering' : 'Aktualisering i pågående utredning',
    start: () => ({
      ...forslag(omprovning === undefined ? 'ansokan' : 'omprovning'),
      ...{ typer: [], omprovningId: newId(), anteckning: omprovning ?? '', gruppId: newId(), rev: newId() },
    }),
    schema: aktualiseringsutkast,
    kontroll: (varden) => [
      ...(varden.slag === 'ansokan' && varden.typer.length === 0
        ? [{ falt: 'typer', text: 'Välj det ansökan gäller. Flera kan väljas; var och en blir en egen aktualisering.' }]
        : []),
      ...gemensammaFel(varden, idag),
    ],
    command: (varden) => ({
      name: 'aktualisering.registrera',
      input: registreraInput(varden, katalog, {
        ...{ personId, utredningId, datum: dagAv(varden.datum, idag) ?? varden.datum },
        ...(utredning ? {} : medEnhet(katalog, akt, enhetAv(varden))),
      }),
    }),
    faltAv: (field) => (field.startsWith('aktualiseringar') ? 'typer' : field),
    onSaved: () => onSaved(inled.current),
  });
  const { varden } = form;
  const enhet = enhetAv(varden);

  const chooseSlag = (slag: string) => {
    if (slag === varden.slag) return;
    form.change({ ...forslag(slag === 'omprovning' ? 'omprovning' : 'ansokan'), organisationId: varden.organisationId });
  };
  const save = (ochInled: boolean) => {
    inled.current = ochInled;
    void form.save();
  };
  return (
    <Formularyta
      etikett="Aktualisering"
      etikettbredd={176}
      lage={form}
      onSave={() => save(false)}
      topp={
        <>
          <Formularmeddelanden avslag={form.avslag ?? hinder} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
          {kund.saknarVardnadshavare && (
            <ErrorBar
              slag="warning"
              vad="Vårdnadshavare saknas i hushållet."
              gor={`${displayName(person)} är ${alderText(kund.alder)}. Lägg till vårdnadshavaren innan utredningen inleds.`}
              handling="Öppna Hushåll"
              onHandling={() => showYta(personId, { slag: 'personuppgifter', del: 'hushall' })}
            />
          )}
        </>
      }
      fot={
        <Formularfot
          arUtkast={form.arUtkast}
          sparar={form.sparar}
          primar={`Spara aktualisering för ${displayName(person)}`}
          onPrimar={() => save(false)}
          onUndo={form.undo}
          onRedo={form.redo}
          mellan={
            utredningId === undefined && (
              <Button size="small" icon={<ArrowRight20Regular />} disabledFocusable={form.sparar} onClick={() => save(true)}>
                Spara och inled utredning
              </Button>
            )
          }
        />
      }
    >
      {!utredning && (
        <Enhetsval
          enheter={egnaEnheter(katalog.egen, person)}
          namn={katalog.vardelistor.enhet}
          tips="Enheten som ansökan har kommit till."
          varde={enhet}
          onVarde={(vald) => form.change({ enhet: vald, organisationId: organisationEfterByte(katalog, akt, vald, varden.organisationId) })}
        />
      )}
      <Radioval
        falt="slag"
        etikett="Aktualisering av"
        krav
        val={[
          { varde: 'ansokan', namn: 'Ansökan' },
          { varde: 'omprovning', namn: 'Omprövning' },
        ]}
        varde={varden.slag}
        onVarde={chooseSlag}
      />
      {varden.slag === 'ansokan' ? (
        <Krysslista
          falt="typer"
          etikett="Typ av aktualisering"
          krav
          tips={
            varden.typer.length > 1 ? `${varden.typer.length} aktualiseringar, en för varje insats.` : 'Kryssa i allt som ansökan gäller.'
          }
          val={typval}
          valda={varden.typer.map(({ varde }) => varde)}
          onValda={(valda) =>
            form.change({ typer: valda.map((varde) => varden.typer.find((one) => one.varde === varde) ?? { varde, id: newId() }) })
          }
        />
      ) : (
        <Lasrad etikett="Typ av aktualisering">{omprovningstyp(katalog) || 'Saknas i kommunens värdelista'}</Lasrad>
      )}
      <Gemensamt
        personId={personId}
        varden={varden}
        change={form.change}
        katalog={katalog}
        enhet={enhet}
        idag={idag}
        datumtips={varden.slag === 'ansokan' ? 'Dagen ansökan kom in. Handläggningstiden räknas från den.' : 'Dagen omprövningen påbörjas.'}
      />
    </Formularyta>
  );
}
