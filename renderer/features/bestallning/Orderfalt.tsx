import { Button, makeStyles } from '@fluentui/react-components';
import { TextBulletListAdd20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { tolkaTimmar, visaOmfattning } from '../../../shared/domain/beslut/timmar.ts';
import { etikettBeslut } from '../../../shared/domain/etikett.ts';
import { Datumpar } from '../../components/formular/Datumpar.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import { Krysslista, Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { anvandsInteForInsats } from '../../components/formular/kontext.ts';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { Timmar } from '../../components/formular/Timmar.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import { Avvikelser } from './Avvikelser.tsx';
import { Insatsval } from './Insatsval.tsx';
import type { BeslutPost, Bifall, Order, Orderunderlag, Ordervarden } from './order.ts';

const useStyles = makeStyles({
  insatser: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, margin: 0, padding: 0, listStyle: 'none' },
});

type Props = {
  underlag: Orderunderlag;
  order: Order;
  varden: Ordervarden;
  /** The bifall that can be ordered now, this one among them. */
  bifall: readonly BeslutPost[];
  onBeslut: (beslutId: string) => void;
  change: (del: Partial<Ordervarden>) => void;
};

const period = ({ giltigFran, giltigTom }: Bifall['data']): string => `${giltigFran} – ${giltigTom ?? 'tills vidare'}`;
const manad = ({ data }: Bifall): string => [period(data), ...(data.omfattning ? [visaOmfattning(data.omfattning)] : [])].join(', ');

/** The fields of a beställning in the order of BEST-GEN-03. */
export function Orderfalt({ underlag, order, varden, bifall, onBeslut, change }: Props) {
  const css = useStyles();
  const minne = useOrganisationsminne();
  const [valjer, setValjer] = useState(false);
  const { katalog, beslut, val, idag } = underlag;
  const tid = tolkaTimmar(varden.tim, varden.min);
  const last = order.val?.organisationId;
  return (
    <>
      <Valfalt
        falt="beslutId"
        etikett="Beslut"
        krav
        tips={order.utanBeslut ? 'Utföraren ser <ingen>. Kopplingen till bifallet finns kvar i programmet.' : undefined}
        val={bifall.map((one) => ({ varde: one.id, namn: etikettBeslut(one.data) }))}
        varde={beslut.id}
        onVarde={onBeslut}
      />
      <Lasrad etikett="Insatskategori">{order.insatskategori ?? ''}</Lasrad>
      <Lasrad etikett="Beslutsfattare/beställare">{order.bestallare}</Lasrad>
      <Organisationsval
        falt="bestallarOrganisationId"
        etikett="Organisation Beslutsfattare/beställare"
        krav
        organisationer={katalog.organisationer}
        varde={order.bestallarOrganisationId}
        onVarde={(bestallarOrganisationId) => change({ bestallarOrganisationId })}
        minne={minne}
      />
      <Datumrad
        falt="bestalltDatum"
        etikett="Beställt datum"
        krav
        text={varden.bestalltDatum}
        onText={(bestalltDatum) => change({ bestalltDatum })}
        idag={idag}
        framtid
      />
      <Datumpar
        idag={idag}
        fran={{
          falt: 'gallerFran',
          etikett: 'Beställningen gäller',
          text: varden.gallerFran,
          onText: (gallerFran) => change({ gallerFran }),
        }}
        tom={{ falt: 'gallerTom', etikett: 'till', text: varden.gallerTom, onText: (gallerTom) => change({ gallerTom }) }}
      />
      <Valfalt
        falt="utforareId"
        etikett="Utförare"
        krav
        val={val.map(({ utforareId, namn, driftform }) => ({
          varde: utforareId,
          namn: driftform && val.length > 1 ? `${namn} (${driftform})` : namn,
        }))}
        varde={order.utforareId}
        tomText="Välj utförare"
        tips={
          order.val?.egenBekraftelse
            ? 'Du bekräftar beställningen själv när insatsen är verkställd. En bevakning läggs på startdagen.'
            : undefined
        }
        onVarde={(utforareId) => change({ utforareId, insatser: undefined, utforarOrganisationId: undefined })}
      />
      <Organisationsval
        falt="utforarOrganisationId"
        etikett="Utförarens organisation"
        organisationer={last === undefined ? katalog.organisationer : katalog.organisationer.filter(({ id }) => id === last)}
        varde={order.utforarOrganisationId}
        onVarde={(utforarOrganisationId) => change({ utforarOrganisationId })}
        minne={minne}
      />
      <Faltgrupp falt="insatser" etikett="Insatser" krav>
        <ul className={css.insatser} aria-label="Valda insatser">
          {order.insatser.length === 0 ? <li>Ingen vald</li> : order.insatser.map((namn) => <li key={namn}>{namn}</li>)}
        </ul>
        <Button
          size="small"
          icon={<TextBulletListAdd20Regular />}
          disabledFocusable={order.valbara.length === 0}
          onClick={() => order.valbara.length > 0 && setValjer(true)}
        >
          Välj insatser
        </Button>
      </Faltgrupp>
      <Timmar
        falt="timmar"
        etikett="Beställd kvantitet"
        krav
        tim={varden.tim}
        min={varden.min}
        onTimmar={change}
        enhet={beslut.data.omfattning?.enhet}
        alternativ={tid.slag === 'fraga' ? tid.alternativ : []}
        anvandsInte={beslut.data.omfattning ? undefined : anvandsInteForInsats}
      />
      {order.serie.length > 0 && (
        <Krysslista
          falt="serie"
          etikett="Beställ även"
          tips="Månaderna beställs lika, var och en med beslutets datum och timmar."
          val={order.serie.map((one) => ({ varde: one.id, namn: manad(one) }))}
          valda={order.med.map(({ id }) => id)}
          onValda={(serie) => change({ serie })}
        />
      )}
      <Avvikelser underlag={underlag} order={order} bekraftade={varden.bekraftade} onBekraftade={(bekraftade) => change({ bekraftade })} />
      {order.verkstallighet?.slag === 'oppna' && (
        <Faltgrupp falt="verkstallighet" etikett="Verkställighet">
          <Kryssruta
            falt="verkstallighet.kryss"
            etikett={`Öppna ${order.verkstallighet.insatskategori} – ${order.val?.namn ?? ''} från ${order.verkstallighet.startdatum}`}
            vald={varden.oppnaVerkstallighet}
            onVald={(oppnaVerkstallighet) => change({ oppnaVerkstallighet })}
          />
        </Faltgrupp>
      )}
      {valjer && (
        <Insatsval
          valbara={order.valbara}
          valda={order.insatser}
          niva={beslut.data.niva}
          onCancel={() => setValjer(false)}
          onOk={(insatser) => {
            setValjer(false);
            change({ insatser });
          }}
        />
      )}
    </>
  );
}
