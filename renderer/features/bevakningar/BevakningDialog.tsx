import { Button, makeStyles } from '@fluentui/react-components';
import { Open20Regular, Warning12Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import { datumforslag } from '../../../shared/domain/bevakning/om.ts';
import { bevakningStatusar, langstBevakningstext } from '../../../shared/domain/bevakning/records.ts';
import type { Textfraga } from '../../../shared/domain/bevakning/textfragor.ts';
import { bevakningsobjekt } from '../../../shared/ipc/utkastnyckel.ts';
import type { BevakningUnderlag, KatalogVy } from '../../../shared/ipc/views.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Enhetsval } from '../../components/formular/Enhetsval.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { visatNamn, visatNummer } from '../../components/PersonNamn.tsx';
import { useKatalog } from '../../state/akt.ts';
import { type Arendedialog, closeArendedialog } from '../../state/arendedialog.ts';
import { call } from '../../state/core.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import { agarval } from './agarval.ts';
import {
  type Bevakningsformular,
  bevakningsfel,
  bevakningsformular,
  bevakningskommando,
  formularAv,
  nyttFormular,
} from './bevakningsformular.ts';
import { Fragor } from './Fragor.tsx';
import { openHorTill } from './openHorTill.ts';

const useStyles = makeStyles({
  forslag: { display: 'flex', flexWrap: 'wrap', columnGap: '12px' },
  knapp: { justifyContent: 'flex-start', minWidth: 0, padding: 0, color: 'var(--colorBrandForegroundLink)', textAlign: 'left' },
  falt: { display: 'flex', flexDirection: 'column', gap: '8px', ['--akEtikett' as string]: '144px' },
  syns: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  varning: { color: 'var(--akAmber)', flexShrink: 0 },
});

type Props = Pick<Arendedialog, 'personId' | 'id' | 'fran'> & { onClose: () => void };

/** A bevakning: a new one on what is named, or one that is there, to read and change (BEV-04, BEV-05, BEV-07). */
export function BevakningDialog({ personId, id, fran, onClose }: Props) {
  const om = bevakningsobjekt(id);
  const [enhet, setEnhet] = useState<string>();
  const input = 'ref' in om ? { personId, ref: om.ref, ...fran, enhet } : { personId, bevakningId: om.bevakningId };
  const { data: underlag, fel } = useQuery('bevakning.underlag', input, [`akt:${personId}`, 'katalog', 'session']);
  const { data: katalog } = useKatalog();
  if (fel || underlag === null) {
    const ord = fel ? ordForFel(fel.code) : { vad: 'Det som bevakningen gäller finns inte längre i akten.', gor: '' };
    return (
      <ConfirmDialog oppen rubrik="Bevakning" bekrafta="Stäng" onConfirm={onClose} onCancel={onClose}>
        <ErrorBar {...ord} />
      </ConfirmDialog>
    );
  }
  if (!underlag || !katalog) return null;
  return <Formular personId={personId} objekt={id} underlag={underlag} katalog={katalog} onEnhet={setEnhet} onClose={onClose} />;
}

type Formularprops = {
  personId: string;
  objekt: string;
  underlag: BevakningUnderlag;
  katalog: KatalogVy;
  onEnhet: (enhet: string) => void;
  onClose: () => void;
};

function Formular({ personId, objekt, underlag, katalog, onEnhet, onClose }: Formularprops) {
  const css = useStyles();
  const idag = idagNu();
  const { person, ref, horTill, slutdatum, agare, nu: rad, borttagen } = underlag;
  const enheter = !rad && ref.type === 'person' ? underlag.enheter : [];
  const nu = rad && formularAv(rad);
  const [fragor, setFragor] = useState<Textfraga[]>();
  const [fragefel, setFragefel] = useState<Ord>();
  const form = useFormular<Bevakningsformular>({
    nyckel: { form: 'bevakning', personId, objekt },
    personId,
    titel: rad ? `Bevakning ${rad.typ}` : 'Ny bevakning',
    start: () => nu ?? nyttFormular(katalog, underlag),
    schema: bevakningsformular,
    nu,
    kontroll: (varden) => bevakningsfel(varden, idag, enheter),
    command: (varden) => bevakningskommando(personId, ref, varden, idag),
    namn: (value) => agarval(agare).find(({ varde }) => varde === value)?.namn,
    onSaved: onClose,
    // The dialog asks about its text before it saves.
    dold: true,
  });
  const { varden } = form;
  const save = async (): Promise<void> => {
    setFragefel(undefined);
    const text = varden.text.trim();
    // What stands already has been asked about.
    if (form.fel.length === 0 && text !== '' && text !== varden.bas?.text) {
      const svar = await call('bevakning.textfragor', { personId, text });
      if (!svar.ok) return setFragefel(ordForFel(svar.error.code));
      if (svar.value.length > 0) return setFragor(svar.value);
    }
    await form.save();
  };
  const typer = katalog.vardelistor.bevakningstyp.map(({ namn }) => ({ varde: namn, namn }));
  const typval =
    varden.typ === '' || typer.some(({ varde }) => varde === varden.typ) ? typer : [{ varde: varden.typ, namn: varden.typ }, ...typer];
  return (
    <Formulardialog
      rubrik={rad ? 'Bevakning' : 'Ny bevakning'}
      kund={`${visatNamn(person)} ${visatNummer(person)} · ${horTill}`}
      lage={form}
      primar="Spara"
      onSave={() => void save()}
      onClose={() => void form.flush().then(onClose)}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
    >
      <Formularmeddelanden
        avslag={form.avslag ?? fragefel}
        diskfel={form.diskfel}
        onTryAgain={() => void form.flush()}
        andrad={form.andrad((now) => [
          ['Bevakningsdatum', now.datum],
          ['Status', now.status],
          ['Bevakning typ av', now.typ],
          ['Bevakas av', rad?.bevakasAv ?? ''],
          ['Text', now.text],
        ])}
      />
      {borttagen && <ErrorBar slag="warning" vad="Bevakningen är borttagen." gor="Den finns kvar i kundens historik." />}
      <div className={css.falt}>
        <Datumrad
          falt="datum"
          etikett="Bevakningsdatum"
          krav
          text={varden.datum}
          onText={(datum) => form.change({ datum })}
          idag={idag}
          framtid
          fran={idag}
          forslag={
            <span className={css.forslag}>
              {datumforslag(slutdatum, idag).map(({ slag, datum }) => (
                <Button key={slag} size="small" appearance="transparent" className={css.knapp} onClick={() => form.change({ datum })}>
                  {`${slag === 'foreSlut' ? '3 mån före slutdatum' : 'Om ett år'}: ${datum}`}
                </Button>
              ))}
            </span>
          }
        />
        {rad ? (
          <Valfalt
            falt="status"
            etikett="Status"
            val={bevakningStatusar.map((status) => ({ varde: status, namn: status }))}
            varde={varden.status}
            onVarde={(vald) => form.change({ status: bevakningStatusar.find((one) => one === vald) ?? varden.status })}
          />
        ) : (
          <Lasrad etikett="Status">{varden.status}</Lasrad>
        )}
        <Valfalt falt="typ" etikett="Bevakning typ av" krav val={typval} varde={varden.typ} onVarde={(typ) => form.change({ typ })} />
        <Enhetsval
          enheter={enheter}
          namn={katalog.vardelistor.enhet}
          varde={varden.enhet}
          onVarde={(enhet) => {
            form.change({ enhet });
            onEnhet(enhet);
          }}
          tips="Den andra enheten ser inte bevakningen."
        />
        <Valfalt
          falt="bevakasAvId"
          etikett="Bevakas av"
          krav
          val={agarval(agare, rad && { id: rad.bevakasAvId, namn: rad.bevakasAv })}
          varde={varden.bevakasAvId}
          onVarde={(bevakasAvId) => form.change({ bevakasAvId })}
        />
        <Textfalt
          falt="text"
          etikett="Text"
          tips={
            <span className={css.syns}>
              <Warning12Filled className={css.varning} aria-hidden />
              {`Syns för alla. Skriv mycket kort, ${varden.text.length} av ${langstBevakningstext} tecken.`}
            </span>
          }
          varde={varden.text}
          onVarde={(text) => form.change({ text })}
          langst={langstBevakningstext}
          rader={2}
        />
        {rad && (
          <>
            <Lasrad etikett="Lagd av">{rad.av}</Lasrad>
            {rad.klar && <Lasrad etikett="Klar">{`${swedishDay(rad.klar.at)} ${rad.klar.namn}`}</Lasrad>}
            {rad.skal && <Lasrad etikett="Skäl">{rad.skal}</Lasrad>}
            <Lasrad etikett="Hör till">
              <Button
                size="small"
                appearance="transparent"
                className={css.knapp}
                icon={<Open20Regular />}
                onClick={() => {
                  void form.flush();
                  closeArendedialog();
                  void openHorTill(rad);
                }}
              >
                {horTill}
              </Button>
            </Lasrad>
          </>
        )}
      </div>
      {fragor && (
        <Fragor
          fragor={fragor}
          onCancel={() => {
            setFragor(undefined);
            form.goTo('text');
          }}
          onConfirm={() => {
            setFragor(undefined);
            void form.save();
          }}
        />
      )}
    </Formulardialog>
  );
}
