import { z } from 'zod';
import { behoverEgenBekraftelse } from '../../../shared/domain/bestallning/urval.ts';
import { kategoriFor, verkstallighetFor } from '../../../shared/domain/bestallning/verkstallighet.ts';
import { etikettVerkstallighet } from '../../../shared/domain/etikett.ts';
import { Chip } from '../../components/Chip.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { idagNu } from '../../components/idag.ts';
import { type Aktdata, aktForPost } from '../../state/akt.ts';
import { newId } from '../../state/core.ts';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import { useFormular } from '../../state/useFormular.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';
import { kundrad, medAkt, showVerkstallighet, Verkdialog } from './Dialogdata.tsx';

const schema = z.object({
  basRev: z.null().optional(),
  datum: z.string(),
  verkstallighetId: z.string(),
  organisationId: z.string(),
  /** The verkställighet that is missing is opened in the same operation (FORB-36). */
  oppna: z.boolean(),
});
type Varden = z.infer<typeof schema>;
type Props = { personId: string; bestallningId: string; onClose: () => void };

/** Ta in beställning (BEKR-01 to BEKR-08): shows whether its verkställighet is open, and else opens it with it (FORB-36). */
export const BekraftaDialog = medAkt(function Bekrafta({ personId, bestallningId, onClose, akt: helaAkten, katalog }: Props & Aktdata) {
  const akt = aktForPost(helaAkten, 'bestallning', bestallningId);
  const idag = idagNu();
  const minne = useOrganisationsminne();
  const bestallning = akt.bestallningar.find(({ id }) => id === bestallningId)?.data;
  const beslut = akt.beslut.find(({ id }) => id === bestallning?.beslutId)?.data;
  const tasIn = (datum: string) => {
    if (!bestallning) return undefined;
    const egenBekraftelse = behoverEgenBekraftelse(katalog.utforare.find(({ id }) => id === bestallning.utforareId)?.data);
    return verkstallighetFor(
      { ...bestallning, beslut, egenBekraftelse },
      akt.beslut,
      akt.verkstalligheter,
      idag,
      dagAv(datum, idag) ?? idag,
    );
  };
  const form = useFormular<Varden>({
    nyckel: { form: 'bekrafta', personId, objekt: bestallningId },
    personId,
    titel: 'Ta in beställning',
    // FRAGA-33: for the handläggare the day is preset to the start of the order.
    start: () => ({
      datum: bestallning?.gallerFran ?? idag,
      verkstallighetId: newId(),
      organisationId: katalog.egen.organisationId,
      oppna: false,
    }),
    schema,
    kontroll: (varden) => {
      const datum = datumfel(varden.datum, idag, { krav: true, framtid: true });
      const saknas = tasIn(varden.datum)?.slag === 'oppna';
      return [
        ...(datum === undefined ? [] : [{ falt: 'datum', text: datum }]),
        ...(saknas && !varden.oppna ? [{ falt: 'oppna', text: 'Verkställigheten saknas. Välj att öppna den.' }] : []),
        ...(saknas && varden.organisationId === '' ? [{ falt: 'organisationId', text: 'Välj organisation.' }] : []),
      ];
    },
    command: (varden) => {
      const found = tasIn(varden.datum);
      return {
        name: 'bestallning.bekrafta',
        input: {
          personId,
          bestallningId,
          datum: dagAv(varden.datum, idag) ?? varden.datum,
          verkstallighet:
            found?.slag === 'finns'
              ? { slag: 'finns', verkstallighetId: found.verkstallighetId }
              : { slag: 'oppna', verkstallighetId: varden.verkstallighetId, organisationId: varden.organisationId },
        },
      };
    },
    faltAv: (field) => (field.startsWith('verkstallighet.') ? 'organisationId' : field === 'verkstallighet' ? 'oppna' : field),
    onSaved: (varden) => {
      const found = tasIn(varden.datum);
      onClose();
      showVerkstallighet(personId, found?.slag === 'finns' ? found.verkstallighetId : varden.verkstallighetId);
    },
  });
  const { varden } = form;
  if (!bestallning) return <EmptyState text="Beställningen finns inte längre." handling="Stäng" onHandling={onClose} />;
  const found = tasIn(varden.datum);
  return (
    <Verkdialog
      rubrik="Ta in beställning"
      kund={kundrad(akt)}
      form={form}
      primar="OK, bekräfta beställningen"
      onClose={onClose}
      bredd={624}
    >
      <Lasrad etikett="Insatskategori">{kategoriFor({ insatskategori: bestallning.insatskategori, beslut })}</Lasrad>
      <Lasrad etikett="Insatser">{bestallning.insatser.join(', ')}</Lasrad>
      <Lasrad etikett="Utförare">{utforarnamn(katalog, bestallning.utforareId)}</Lasrad>
      <Lasrad etikett="Gäller">{`${bestallning.gallerFran} – ${bestallning.gallerTom ?? 'tills vidare'}`}</Lasrad>
      <Datumrad
        falt="datum"
        etikett="Verkställd"
        krav
        text={varden.datum}
        onText={(datum) => form.change({ datum })}
        idag={idag}
        framtid
        tips="Dagen insatsen verkställs."
      />
      {found?.slag === 'finns' ? (
        <Lasrad etikett="Verkställighet">
          <Chip ton="gron">Öppen</Chip> {etikettVerkstallighet(found.data, utforarnamn(katalog, found.data.utforareId))}
        </Lasrad>
      ) : (
        found && (
          <>
            <ErrorBar
              slag="warning"
              vad="Ingen öppen verkställighet för insatsen."
              gor={`${found.insatskategori} – ${utforarnamn(katalog, found.utforareId)} öppnas från ${found.startdatum} när du bekräftar.`}
            />
            <Faltgrupp falt="oppna" etikett="Verkställighet" krav>
              <Kryssruta
                falt="oppna-ruta"
                etikett="Öppna verkställigheten"
                vald={varden.oppna}
                onVald={(oppna) => form.change({ oppna })}
              />
            </Faltgrupp>
            <Organisationsval
              falt="organisationId"
              etikett="Organisation"
              krav
              organisationer={katalog.organisationer}
              varde={varden.organisationId}
              onVarde={(organisationId) => form.change({ organisationId })}
              minne={minne}
            />
          </>
        )
      )}
    </Verkdialog>
  );
});
