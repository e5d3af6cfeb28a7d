import { Button } from '@fluentui/react-components';
import { utredningAvslutas } from '../../../shared/domain/beslut/avslutas.ts';
import { behoverLssInsatser } from '../../../shared/domain/beslut/lss-insatser.ts';
import { kraverSamtidigSkal } from '../../../shared/domain/beslut/samtidigt.ts';
import { isOpenUtredning } from '../../../shared/domain/utredning/records.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { Faktalista } from '../../components/Faktalista.tsx';
import { Formularfot } from '../../components/formular/Formularfot.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Formularyta } from '../../components/formular/Formularyta.tsx';
import { Kontrollknapp, Kontrollpanel } from '../../components/formular/Kontrollpanel.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { kortnamn } from '../../components/kortnamn.ts';
import { useCommand } from '../../state/keys.ts';
import type { Formular } from '../../state/useFormular.ts';
import { Beslutsfalt } from './Beslutsfalt.tsx';
import { Beslutslista } from './Beslutslista.tsx';
import { kontrollrader } from './beslutsfel.ts';
import { type Beslutsrad, utkastrad } from './beslutsrader.ts';
import { type Beslutskort, type Beslutsvarden, medManader, nyttKort, type Underlag } from './beslutsutkast.ts';
import { effektivt, formAv } from './effektivt.ts';
import { LssInsatserDel } from './LssInsatserDel.tsx';
import { useUtskick } from './useUtskick.ts';

type Props = {
  underlag: Underlag;
  form: Formular<Beslutsvarden>;
  /** The card that is shown. */
  kort: Beslutskort;
  sparade: readonly Beslutsrad[];
  onValdRad: (rad: Beslutsrad) => void;
  onKort: (id: string) => void;
};

/** The beslut that are being made, one or several in one operation (BESLUT-GEN-05 to -07). */
export function NyaBeslut({ underlag, form, kort, sparade, onValdRad, onKort }: Props) {
  const { varden, change } = form;
  const { fakta, idag, akt } = underlag;
  const beslutsform = formAv(underlag, varden);
  const { kvar } = utredningAvslutas(fakta, beslutsform.beslut);
  const lss = behoverLssInsatser(fakta, beslutsform.beslut, idag);
  const { beslutsfattare: fattare } = effektivt(
    underlag,
    kort,
    varden.kort.filter(({ id }) => id !== kort.id),
  );
  const rader = kontrollrader(underlag, varden, form.fel);
  const utskick = useUtskick(underlag, { id: kort.id, data: { ...(fattare ? { beslutsfattare: fattare } : {}) } });
  const ny = () => {
    const nytt = nyttKort(underlag, varden.kort);
    change((nu) => ({ kort: [...nu.kort, nytt] }));
    onKort(nytt.id);
  };
  useCommand('ny', ny);
  const changeKort = (del: Partial<Beslutskort>) =>
    change((nu) => ({ kort: nu.kort.map((one) => (one.id === kort.id ? medManader({ ...one, ...del }, idag) : one)) }));
  const remove = () => {
    const kvarvarande = varden.kort.filter(({ id }) => id !== kort.id);
    change({ kort: kvarvarande });
    onKort(kvarvarande[0]?.id ?? '');
  };
  const kund = kortnamn(akt.person.data);
  const antal = beslutsform.beslut.length;
  // Somebody ended it meanwhile: said at once, not first at Spara.
  const avslutad = isOpenUtredning(fakta.utredning) ? undefined : ordForAvslag('utredningen-avslutad');
  const saknar = kvar.map(({ data }) => data.typ).join(', ');
  return (
    <Formularyta
      etikett="Beslut"
      lage={form}
      onSave={() => void form.save()}
      topp={
        <>
          <Beslutslista rader={[...varden.kort.map((one) => utkastrad(underlag, one)), ...sparade]} vald={kort.id} onVald={onValdRad} />
          <Formularmeddelanden avslag={form.avslag ?? avslutad} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
        </>
      }
      panel={<Kontrollpanel rader={rader} />}
      fot={
        <Formularfot
          arUtkast={form.arUtkast}
          sparar={form.sparar}
          primar={antal === 1 ? `Spara beslut för ${kund}` : `Spara ${antal} beslut för ${kund}`}
          onPrimar={() => void form.save()}
          onUndo={form.undo}
          onRedo={form.redo}
          onNy={ny}
        >
          <Kryssruta
            falt="avslutaUtredning.kryss"
            etikett="Utredning avslutas – bocka i vid sista beslutet"
            vald={beslutsform.avslutaUtredning}
            onVald={(avsluta) => change({ avsluta, kvarBekraftad: false })}
          />
          {beslutsform.avslutaUtredning && kvar.length > 0 && (
            <Kryssruta
              falt="avslutaUtredning"
              etikett={`Avsluta ändå: ${saknar} saknar beslut`}
              vald={varden.kvarBekraftad}
              onVald={(kvarBekraftad) => change({ kvarBekraftad })}
            />
          )}
          <Kontrollknapp rader={rader} />
        </Formularfot>
      }
    >
      <Beslutsfalt
        key={kort.id}
        underlag={underlag}
        kort={kort}
        ovriga={varden.kort.filter(({ id }) => id !== kort.id)}
        onKort={changeKort}
      />
      <Faktalista rader={utskick} />
      {lss.kravs && !lss.oppen && (
        <LssInsatserDel underlag={underlag} lss={varden.lss} onLss={(del) => change((nu) => ({ lss: { ...nu.lss, ...del } }))} />
      )}
      {kraverSamtidigSkal(fakta, beslutsform.beslut) && (
        <Textfalt
          falt="samtidigSkal"
          etikett="Skäl till två bifall"
          krav
          langst={500}
          tips="Ett annat bifall på samma insats gäller samma tid. Skriv varför båda ska gälla, eller ändra datumen."
          varde={varden.samtidigSkal ?? ''}
          onVarde={(samtidigSkal) => change({ samtidigSkal })}
        />
      )}
      {varden.kort.length > 1 && (
        <div>
          <Button size="small" appearance="subtle" onClick={remove}>
            Ta bort det här beslutet ur utkastet
          </Button>
        </div>
      )}
    </Formularyta>
  );
}
