import { makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { tolkaTimmar, visaTimmar } from '../../../shared/domain/beslut/timmar.ts';
import { avslagFor, insatserFor } from '../../../shared/domain/katalog/uppslag.ts';
import { Datumpar } from '../../components/formular/Datumpar.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { anvandsInteForInsats, useFormularlage } from '../../components/formular/kontext.ts';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Timmar } from '../../components/formular/Timmar.tsx';
import { Valfalt, Valkontroll } from '../../components/formular/Valfalt.tsx';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import { kortfalt } from './beslutsfel.ts';
import { delegationsord } from './beslutsord.ts';
import { beslutsnamn } from './beslutsrader.ts';
import type { Beslutskort, Underlag } from './beslutsutkast.ts';
import { beslutAv, effektivt, ettBeslut, fattarnyckel } from './effektivt.ts';
import { Serietabell } from './Serietabell.tsx';

const useStyles = makeStyles({
  insats: { width: '232px', minWidth: 0 },
  rubrik: { margin: '8px 0 0', paddingBottom: '2px', fontSize: '13px', fontWeight: 600, borderBottom: '1px solid var(--akHair)' },
});

type Props = {
  underlag: Underlag;
  kort: Beslutskort;
  ovriga?: readonly Beslutskort[];
  /** A saved beslut keeps its insats and outcome (FRAGA-24). */
  sparat?: boolean;
  onKort: (del: Partial<Beslutskort>) => void;
};

const fattargrupp = { handlaggare: 'Handläggare', enhetschef: 'Enhetschef', individutskottet: 'Individutskottet' } as const;

/** The fields of one beslut in the order of BESLUT-GEN-01; what the insats does not use stays, disabled. */
export function Beslutsfalt({ underlag, kort, ovriga = [], sparat = false, onKort }: Props) {
  const css = useStyles();
  const { felFor, leave } = useFormularlage();
  const minne = useOrganisationsminne();
  const { fakta, katalog, idag } = underlag;
  const { forval, fattare, beslutsfattare, organisationId, personkrets } = effektivt(underlag, kort, ovriga);
  const falt = (namn: string) => kortfalt(kort.id, namn);
  const insats = fakta.insatser.find(({ id }) => id === kort.insatsId);
  const kanNekas = insats !== undefined && avslagFor(fakta.insatser, insats) !== undefined;
  const inte = (anvands: boolean) => (anvands ? undefined : anvandsInteForInsats);
  const tid = tolkaTimmar(kort.tim, kort.min);
  const delegation = forval?.delegerat.delegation?.data;
  const krets = forval?.personkrets;
  const bifall = kort.utfall !== 'avslag';
  const namn = beslutsnamn(underlag, sparat ? [ettBeslut(underlag, kort, ovriga)] : beslutAv(underlag, kort, ovriga));
  return (
    <>
      <Faltgrupp falt={falt('insats-utfall')} etikett="Insats" krav delfalt={[falt('insatsId'), falt('utfall')]}>
        <span data-falt={falt('insatsId')} className={css.insats}>
          <Valkontroll
            namn="Insats"
            val={(sparat && insats ? [insats] : insatserFor(fakta.insatser, fakta.utredning.typ)).map(({ id, data }) => ({
              varde: id,
              namn: data.namn,
            }))}
            varde={kort.insatsId}
            tomText="Välj insats"
            onVarde={(insatsId) => onKort({ insatsId, benamning: undefined })}
            onLeave={() => leave(falt('insatsId'))}
            ogiltig={felFor(falt('insatsId')) !== undefined}
            avstangd={sparat}
          />
        </span>
        <RadioGroup
          layout="horizontal"
          aria-label="Utfall"
          data-falt={falt('utfall')}
          value={kort.utfall}
          onChange={(_, { value }) => onKort({ utfall: value === 'avslag' || value === 'delvis' ? value : 'bifall' })}
        >
          <Radio value="bifall" label="Bifall" disabled={sparat} />
          <Radio value="avslag" label="Avslag" disabled={sparat || !kanNekas} />
          <Radio value="delvis" label="Delvis bifall" disabled={sparat || !kanNekas} />
        </RadioGroup>
      </Faltgrupp>
      <Lasrad etikett="Insatskategori">{forval?.insatskategori ?? 'Följer av insats och utfall'}</Lasrad>
      {forval?.friBenamning ? (
        <Textfalt
          falt={falt('benamning')}
          etikett="Beslut"
          krav
          langst={120}
          varde={kort.benamning ?? forval.beslutsnamn}
          onVarde={(benamning) => onKort({ benamning })}
        />
      ) : (
        <Lasrad etikett="Beslut">{namn.length === 0 ? 'Följer av insats och utfall' : namn.join(' och ')}</Lasrad>
      )}
      <Datumrad
        falt={falt('beslutsdatum')}
        etikett="Beslutsdatum"
        krav
        text={kort.beslutsdatum}
        onText={(beslutsdatum) => onKort({ beslutsdatum })}
        idag={idag}
        framtid={false}
      />
      <Datumpar
        idag={idag}
        fran={{
          falt: falt('giltigFran'),
          etikett: 'Gäller fr.o.m.',
          text: kort.giltigFran,
          onText: (giltigFran) => onKort({ giltigFran }),
        }}
        tom={{
          falt: falt('giltigTom'),
          etikett: 'Slutdatum',
          text: kort.giltigTom,
          onText: (giltigTom) => onKort({ giltigTom }),
          krav: forval?.serie === true,
        }}
        tips={forval?.serie && !sparat ? 'Ange hela perioden: den delas i ett beslut per månad.' : undefined}
      />
      <Valfalt
        falt={falt('beslutsfattare')}
        etikett="Beslutsfattare"
        krav
        tips={delegation && delegationsord(delegation, forval?.insats.data.namn ?? '')}
        val={fattare.map((one) => ({ varde: fattarnyckel(one), namn: one.namn, grupp: fattargrupp[one.slag] }))}
        varde={beslutsfattare && fattarnyckel(beslutsfattare)}
        onVarde={(val) => onKort({ fattare: val })}
      />
      <Organisationsval
        falt={falt('organisationId')}
        etikett="Organisation"
        krav
        organisationer={katalog.organisationer}
        varde={organisationId ?? fakta.utredning.organisationId}
        onVarde={(id) => onKort({ organisationId: id })}
        minne={minne}
      />
      <h3 className={css.rubrik}>Omfattning</h3>
      <Timmar
        falt={falt('timmar')}
        etikett="Timmar"
        krav
        tim={kort.tim}
        min={kort.min}
        onTimmar={onKort}
        enhet={forval?.timenhet}
        alternativ={tid.slag === 'fraga' ? tid.alternativ : []}
        tips={tid.slag === 'tid' && forval?.serie ? `${visaTimmar(tid.minuter)} i varje månadsbeslut` : undefined}
        anvandsInte={inte(forval?.timenhet !== undefined)}
      />
      {forval?.serie && !sparat && <Serietabell kort={kort} idag={idag} medTimmar={forval.timenhet !== undefined} onKort={onKort} />}
      <Valfalt
        falt={falt('niva')}
        etikett="Nivå"
        krav
        val={(forval?.nivaer ?? []).map((niva) => ({ varde: niva, namn: niva }))}
        varde={kort.niva}
        tomText="Välj nivå"
        onVarde={(niva) => onKort({ niva })}
        anvandsInte={inte(forval?.nivaer !== undefined)}
      />
      <Radioval
        falt={falt('personkrets')}
        etikett="Personkrets"
        krav={krets?.kravs === true}
        tips={krets?.anvands && krets.forval === undefined ? 'Ingen personkrets är registrerad. Välj en.' : undefined}
        val={['1', '2', '3'].map((one) => ({ varde: one, namn: one }))}
        varde={personkrets}
        onVarde={(one) => onKort({ personkrets: one === '2' || one === '3' ? one : '1' })}
        anvandsInte={inte(krets === undefined || krets.anvands)}
      />
      <Faltgrupp falt={falt('externPlacering')} etikett="Extern placering">
        <Kryssruta
          falt={falt('externPlacering.kryss')}
          etikett="Utförs utanför kommunen"
          vald={bifall && kort.externPlacering}
          avstangd={!bifall}
          onVald={(externPlacering) => onKort({ externPlacering })}
        />
      </Faltgrupp>
    </>
  );
}
