import { egnaEnheter } from '../../../shared/domain/enhet.ts';
import { etikettVerkstallighet } from '../../../shared/domain/etikett.ts';
import { lassInsats } from '../../../shared/domain/lass/fatta.ts';
import { nyPersonkrets } from '../../../shared/domain/person/personkrets.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Datumpar } from '../../components/formular/Datumpar.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Enhetsval } from '../../components/formular/Enhetsval.tsx';
import { Formularfot } from '../../components/formular/Formularfot.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Formularyta } from '../../components/formular/Formularyta.tsx';
import { Kontrollknapp, Kontrollpanel, type Kontrollrad } from '../../components/formular/Kontrollpanel.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Timmar } from '../../components/formular/Timmar.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { idagNu } from '../../components/idag.ts';
import { useAktdata } from '../../state/akt.ts';
import { enhetForNytt, lssFunktioner, medEnhet, organisationEfterByte, organisationerFor } from '../../state/ansvariga.ts';
import { flikYta, showYta } from '../../state/arbetsyta.ts';
import { setKundvy } from '../../state/kundvy.ts';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import { useFormular } from '../../state/useFormular.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';
import { type Lassformular, lassfel, lassformular, lassinput, lasskrets, lasslage, startLass, timalternativ } from './lassformular.ts';

/** LASS-beslut as one guided entry (FORB-30): what differs from every other beslut is fixed here (LASS-03 to LASS-17). */
export function LassBeslut({ personId }: { personId: string }) {
  return (
    <Hamtat svar={useAktdata(personId)}>
      {(data) =>
        lassInsats(data.katalog.insatser) ? (
          <Formular {...data} />
        ) : (
          <EmptyState text="Kommunens katalog har inget LASS-beslut. Kontakta systemförvaltaren." />
        )
      }
    </Hamtat>
  );
}

function Formular({ akt, katalog }: { akt: AktVy; katalog: KatalogVy }) {
  const { personId } = akt;
  const idag = idagNu();
  const minne = useOrganisationsminne();
  const enhetAv = (varden: Pick<Lassformular, 'enhet'>) => enhetForNytt(katalog, akt, katalog.egen.organisationId, varden.enhet);
  const lageAv = (varden: Lassformular) => lasslage(akt, enhetAv(varden), katalog, idag, varden);
  const namn = displayName(akt.person.data);
  const form = useFormular<Lassformular>({
    nyckel: { form: 'lass', personId, objekt: 'ny' },
    personId,
    titel: 'LASS-beslut',
    start: () => startLass(katalog),
    schema: lassformular,
    kontroll: (varden) => lassfel(varden, lageAv(varden), idag),
    command: (varden) => ({
      name: 'lass.fatta',
      input: lassinput(varden, lageAv(varden), personId, idag, medEnhet(katalog, akt, enhetAv(varden))),
    }),
    faltAv,
    onSaved: ({ ids }) => {
      setKundvy(personId, { vald: `beslut/${ids.beslut}` });
      showYta(personId, flikYta(ids.utredning, 'utredning'));
    },
  });
  const { varden } = form;
  const lage = lageAv(varden);
  const enhet = enhetAv(varden);
  const utforare = (id: string) => utforarnamn(katalog, id);
  const rader: Kontrollrad[] = [
    ...form.fel.map(({ falt, text }): Kontrollrad => ({ status: 'fel', rubrik: faltord[falt] ?? falt, text, falt })),
    ...(lage.tidigare && varden.ersatter === lage.tidigare.id
      ? [{ status: 'varning' as const, rubrik: 'Det tidigare LASS-beslutet ersätts', text: 'Det slutar gälla dagen före det nya.' }]
      : []),
    ...(nyPersonkrets(lage.registrerad, lasskrets(varden, lage))
      ? [
          {
            status: 'varning' as const,
            rubrik: 'Registrerad personkrets ändras',
            text: `Personkrets ${lage.registrerad} är registrerad för kunden. När du sparar registreras ${lasskrets(varden, lage)}.`,
            falt: 'personkrets',
          },
        ]
      : []),
    lage.oppen
      ? {
          status: 'ok',
          rubrik: 'LSS Insatser är öppen',
          text: etikettVerkstallighet(lage.oppen.data, utforare(lage.oppen.data.utforareId)),
        }
      : varden.lss === 'oppna'
        ? { status: 'info', rubrik: 'LSS Insatser öppnas samtidigt', text: utforare(varden.utforareId) }
        : { status: 'varning', rubrik: 'LSS Insatser öppnas inte' },
    {
      status: 'info',
      rubrik: 'Ingen beställning och inget utskick',
      text: 'LASS-beslutet är en uppgift i akten. Utredning och beslut skrivs inte ut och skickas inte.',
    },
    { status: 'info', rubrik: 'Båda texterna signeras', text: 'De låses när du sparar.' },
  ];
  return (
    <Formularyta
      etikett="LASS-beslut"
      etikettbredd={176}
      lage={form}
      onSave={() => void form.save()}
      topp={<Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />}
      panel={<Kontrollpanel rader={rader} />}
      fot={
        <Formularfot
          arUtkast={form.arUtkast}
          sparar={form.sparar}
          primar={`Spara LASS-beslut för ${namn}`}
          onPrimar={() => void form.save()}
          onUndo={form.undo}
          onRedo={form.redo}
        >
          <Kontrollknapp rader={rader} />
        </Formularfot>
      }
    >
      <Enhetsval
        enheter={egnaEnheter(katalog.egen, akt.person.data)}
        namn={katalog.vardelistor.enhet}
        tips="Varje enhets LASS-beslut och LSS Insatser är dess egna."
        varde={enhet}
        onVarde={(vald) =>
          form.change({
            ...{ enhet: vald, ersatter: '' },
            ...(lssFunktioner(katalog, akt, vald).some(({ id }) => id === varden.utforareId) ? {} : { utforareId: '' }),
            organisationId: organisationEfterByte(katalog, akt, vald, varden.organisationId),
          })
        }
      />
      <Datumrad
        falt="inkomDatum"
        etikett="Inkom enligt poststämpel"
        krav
        text={varden.inkomDatum}
        onText={(inkomDatum) => form.change({ inkomDatum })}
        idag={idag}
        framtid={false}
      />
      {lage.tidigare && (
        <Radioval
          falt="ersatter"
          etikett="Tidigare LASS-beslut"
          krav
          tips={`Gäller ${lage.tidigare.data.giltigFran} – ${lage.tidigare.data.giltigTom ?? 'tills vidare'}.`}
          val={[
            { varde: lage.tidigare.id, namn: 'Det nya ersätter det' },
            { varde: 'nej', namn: 'Det nya ersätter det inte' },
          ]}
          varde={varden.ersatter}
          onVarde={(ersatter) => form.change({ ersatter })}
        />
      )}
      <Lasrad etikett="Beslut">{`${lage.insats?.bifall.namn}, beslutsdatum ${idag}`}</Lasrad>
      <Lasrad etikett="Beslutsfattare">{katalog.egen.namn}</Lasrad>
      <Datumpar
        fran={{
          falt: 'giltigFran',
          etikett: 'Gäller fr.o.m.',
          text: varden.giltigFran,
          onText: (giltigFran) => form.change({ giltigFran }),
        }}
        tom={{ falt: 'giltigTom', etikett: 'Slutdatum', text: varden.giltigTom, onText: (giltigTom) => form.change({ giltigTom }) }}
        idag={idag}
        tips="Enligt Försäkringskassans beslutsmeddelande."
      />
      <Radioval
        falt="personkrets"
        etikett="Personkrets"
        krav
        val={(['1', '2', '3'] as const).map((varde) => ({ varde, namn: varde }))}
        varde={lasskrets(varden, lage) ?? ''}
        onVarde={(personkrets) => {
          if (personkrets === '1' || personkrets === '2' || personkrets === '3') form.change({ personkrets });
        }}
      />
      <Timmar
        falt="omfattning"
        etikett="Timmar"
        krav
        enhet={lage.insats?.bifall.timenhet}
        tim={varden.tim}
        min={varden.min}
        onTimmar={form.change}
        alternativ={timalternativ(varden)}
      />
      <Textfalt
        falt="journal"
        etikett="Utredningsjournal"
        krav
        langst={10000}
        rader={2}
        varde={varden.journal}
        onVarde={(journal) => form.change({ journal })}
      />
      <Textfalt
        falt="beslutstext"
        etikett="Utredningsdokument, Beslut"
        krav
        langst={50000}
        rader={5}
        varde={varden.beslutstext}
        onVarde={(beslutstext) => form.change({ beslutstext })}
        tips="Innehållet i beslutsmeddelandet."
      />
      {lage.oppen ? (
        <Lasrad etikett="LSS Insatser">{etikettVerkstallighet(lage.oppen.data, utforare(lage.oppen.data.utforareId))}</Lasrad>
      ) : (
        <>
          <Radioval
            falt="lssInsatser"
            etikett="LSS Insatser"
            krav
            val={[
              { varde: 'oppna', namn: 'Öppnas från det datum beslutet gäller' },
              { varde: 'avsta', namn: 'Öppnas inte' },
            ]}
            varde={varden.lss}
            onVarde={(lss) => form.change({ lss: lss === 'avsta' ? 'avsta' : 'oppna' })}
          />
          {varden.lss === 'avsta' ? (
            <Textfalt
              falt="lssInsatser.skal"
              etikett="Skäl"
              krav
              langst={500}
              varde={varden.skal}
              onVarde={(skal) => form.change({ skal })}
            />
          ) : (
            <>
              <Valfalt
                falt="lssInsatser.utforareId"
                etikett="Utförare"
                krav
                val={lssFunktioner(katalog, akt, enhet).map(({ id }) => ({
                  varde: id,
                  namn: utforare(id),
                }))}
                varde={varden.utforareId}
                onVarde={(utforareId) => form.change({ utforareId })}
                tomText="Välj"
              />
              <Organisationsval
                falt="lssInsatser.organisationId"
                etikett="Organisation"
                krav
                organisationer={organisationerFor(katalog, akt, enhet)}
                varde={varden.organisationId}
                onVarde={(organisationId) => form.change({ organisationId })}
                minne={minne}
              />
            </>
          )}
        </>
      )}
    </Formularyta>
  );
}

/** What the fields are called, for the control panel. */
const faltord: Partial<Record<string, string>> = {
  inkomDatum: 'Inkom enligt poststämpel',
  ersatter: 'Tidigare LASS-beslut',
  giltigFran: 'Gäller fr.o.m.',
  giltigTom: 'Slutdatum',
  personkrets: 'Personkrets',
  'omfattning.tim': 'Timmar',
  'omfattning.min': 'Timmar',
  journal: 'Utredningsjournal',
  beslutstext: 'Utredningsdokument, Beslut',
  'lssInsatser.utforareId': 'Utförare',
  'lssInsatser.organisationId': 'Organisation',
  'lssInsatser.skal': 'Skäl',
};

/** The form's field that a refusal is about. */
function faltAv(field: string): string | undefined {
  if (field.startsWith('journal')) return 'journal';
  if (field.startsWith('beslutstext')) return 'beslutstext';
  if (field.startsWith('beslut.omfattning')) return 'omfattning';
  return field.replace(/^beslut\./, '');
}
