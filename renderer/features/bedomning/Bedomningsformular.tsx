import { makeStyles } from '@fluentui/react-components';
import { etikettVerkstallighet } from '../../../shared/domain/etikett.ts';
import { oppnaLssInsatserna } from '../../../shared/domain/lss-insatser.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Formularfot } from '../../components/formular/Formularfot.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Formularyta } from '../../components/formular/Formularyta.tsx';
import { Kontrollknapp, Kontrollpanel, type Kontrollrad } from '../../components/formular/Kontrollpanel.tsx';
import { Krysslista } from '../../components/formular/Kryssruta.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { UtkastLases } from '../../components/formular/UtkastLases.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { kortnamn } from '../../components/kortnamn.ts';
import { namnuppslag } from '../../state/namnuppslag.ts';
import { useFormular } from '../../state/useFormular.ts';
import {
  type Bedomningsvarden,
  bedomningAv,
  bedomningsfel,
  bedomningskommando,
  bedomningsvarden,
  funktionsfalt,
  nyBedomning,
} from './bedomningsformular.ts';
import { Funktionstabell } from './Funktionstabell.tsx';

const useStyles = makeStyles({ rubrik: { margin: '8px 0 0', fontSize: '13px', fontWeight: 600 } });

type Props = {
  /** What the bedömning is of, as its draft's key names it: itself, a beslut, or the utredning. */
  objekt: string;
  utredningId: string;
  bedomningId?: string | undefined;
  /** The bifall that is assessed; undefined for a saved bedömning. */
  beslut?: AktVy['beslut'][number] | undefined;
  akt: AktVy;
  katalog: KatalogVy;
  onSaved: (bedomningId: string) => void;
  onNy?: (() => void) | undefined;
};

/** One bedömning, to fill in or change (BEDOM-01 to BEDOM-06). */
export function Bedomningsformular({ objekt, utredningId, bedomningId, beslut, akt, katalog, onSaved, onNy }: Props) {
  const css = useStyles();
  const idag = idagNu();
  const { personId } = akt;
  const sparad = akt.bedomningar.find(({ id }) => id === bedomningId);
  const instrumentAv = ({ instrumentId }: Bedomningsvarden) => katalog.instrument.find(({ id }) => id === instrumentId)?.data;
  const form = useFormular<Bedomningsvarden>({
    nyckel: { form: 'bedomning', personId, objekt },
    personId,
    titel: 'Bedömning',
    start: () => (sparad ? bedomningAv(sparad) : nyBedomning(akt, katalog, beslut, idag)),
    nu: sparad && bedomningAv(sparad),
    namn: (kod) => sparad?.data.funktioner.find((one) => one.kod === kod)?.namn ?? namnuppslag(akt, katalog)(kod),
    schema: bedomningsvarden,
    kontroll: (varden) => bedomningsfel(varden, instrumentAv(varden), idag),
    command: (varden) => bedomningskommando(varden, { personId, utredningId }, instrumentAv(varden) ?? { namn: '', funktioner: [] }, idag),
    faltAv: (field, varden) => {
      const at = /^funktioner\.(\d+)/.exec(field)?.[1];
      const kod = at === undefined ? undefined : instrumentAv(varden)?.funktioner[Number(at)]?.kod;
      return kod === undefined ? field : funktionsfalt(kod);
    },
    onSaved: (varden) => onSaved(varden.bedomningId),
  });
  if (form.laddar) return <UtkastLases diskfel={form.diskfel} antal={8} />;
  const { varden, change } = form;
  const instrument = instrumentAv(varden);
  const oppna = oppnaLssInsatserna(akt.verkstalligheter, idag);
  const kund = kortnamn(akt.person.data);
  const rader: Kontrollrad[] = [
    ...form.fel.map(({ falt, text }) => ({ status: 'fel' as const, rubrik: text, falt })),
    oppna.length === 0
      ? { status: 'varning', rubrik: 'LSS Insatser är inte öppen', text: 'Öppna verkställigheten LSS Insatser innan bedömningen sparas.' }
      : { status: 'ok', rubrik: 'LSS Insatser är öppen' },
  ];
  const utforare = (id: string) => katalog.utforare.find((one) => one.id === id)?.data.namn ?? '';
  return (
    <Formularyta
      etikett="Bedömning"
      etikettbredd={176}
      lage={form}
      onSave={() => void form.save()}
      topp={
        <Formularmeddelanden
          avslag={form.avslag}
          diskfel={form.diskfel}
          onTryAgain={() => void form.flush()}
          andrad={form.andrad(() => sparad?.data.funktioner.map(({ namn, niva }) => [namn, niva] as const) ?? [])}
        />
      }
      panel={<Kontrollpanel rader={rader} />}
      fot={
        <Formularfot
          arUtkast={form.arUtkast}
          sparar={form.sparar}
          primar={`Spara bedömning för ${kund}`}
          onPrimar={() => void form.save()}
          onUndo={form.undo}
          onRedo={form.redo}
          onNy={onNy}
        >
          <Kontrollknapp rader={rader} />
        </Formularfot>
      }
    >
      <Valfalt
        falt="instrumentId"
        etikett="Metod/Instrument"
        krav
        val={katalog.instrument.map(({ id, data }) => ({ varde: id, namn: data.namn }))}
        varde={varden.instrumentId}
        onVarde={(instrumentId) => change({ instrumentId })}
      />
      <Lasrad etikett="Utförs av">{sparad?.data.utforsAv.namn ?? katalog.egen.namn}</Lasrad>
      <Datumrad falt="datum" etikett="Datum" krav text={varden.datum} onText={(datum) => change({ datum })} idag={idag} framtid={false} />
      {instrument && (
        <>
          <h3 className={css.rubrik}>Bedömning</h3>
          <Funktionstabell
            instrument={instrument}
            funktioner={varden.funktioner}
            onFunktion={(kod, del) =>
              change((nu) => ({ funktioner: { ...nu.funktioner, [kod]: { kommentar: '', ...nu.funktioner[kod], ...del } } }))
            }
          />
        </>
      )}
      <Krysslista
        falt="verkstallighetId"
        etikett="Verkställigheter"
        krav
        {...(oppna.length === 0 ? { tips: 'LSS Insatser är inte öppen för kunden.' } : {})}
        val={oppna.map(({ id, data }) => ({ varde: id, namn: etikettVerkstallighet(data, utforare(data.utforareId)) }))}
        valda={varden.verkstallighetId === undefined ? [] : [varden.verkstallighetId]}
        onValda={(valda) => change({ verkstallighetId: valda.find((id) => id !== varden.verkstallighetId) })}
      />
    </Formularyta>
  );
}
