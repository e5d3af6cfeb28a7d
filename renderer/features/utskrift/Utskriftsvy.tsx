import { Button, makeStyles } from '@fluentui/react-components';
import { DocumentPdf20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { bestallningsdelar } from '../../../shared/domain/dokument/bestallningsdokument.ts';
import type { Utskriftsobjekt, Utskriftsutbud } from '../../../shared/domain/dokument/utbud.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { samtyckeshinder } from '../../../shared/domain/samtycke/regler.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { dokumentfelText } from '../../../shared/words/dokumentfel.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { sidantal } from '../../../shared/words/utskrift.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { UtkastLases } from '../../components/formular/UtkastLases.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Panelvy } from '../../components/Panelvy.tsx';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { showYta, utskriftsobjektText, type Yta } from '../../state/arbetsyta.ts';
import { knytvarde, lasesAv } from '../../state/knytsTill.ts';
import { samlade, useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import { Dokumentvisare } from '../../visare/Dokumentvisare.tsx';
import { Skrivarval } from '../../visare/Skrivarval.tsx';
import { Kallelsefalt } from './Kallelsefalt.tsx';
import { Mottagarval } from './Mottagarval.tsx';
import { Saknas } from './Saknas.tsx';
import { Skrivsnu } from './Skrivsnu.tsx';
import { Utelamnade } from './Utelamnade.tsx';
import { useGranskning } from './useGranskning.ts';
import {
  arkiveraKommando,
  mottagareAv,
  platsAv,
  platsText,
  skrivfel,
  startUtskrift,
  type Utskriftsformular,
  utanSamtycke,
  utskriftsfel,
  utskriftsformular,
  valAv,
} from './utskriftsformular.ts';
import { type Delval, Vadochmall } from './Vadochmall.tsx';

const useStyles = makeStyles({
  granska: { flexGrow: 1, minWidth: 0, '@media (max-width: 999px)': { minHeight: '320px' } },
  spara: { width: '300px', flexShrink: 0, '@media (max-width: 999px)': { width: 'auto' } },
  falt: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '8px 12px', overflowY: 'auto', flexGrow: 1, minHeight: 0 },
  fot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 12px',
    borderTop: '1px solid var(--akHair)',
    flexShrink: 0,
  },
  delrubrik: { margin: '8px 0 0', paddingTop: '8px', borderTop: '1px solid var(--akHair)', fontSize: '13px', fontWeight: 600 },
});

export type Utskriftsprops = {
  personId: string;
  objekt: Utskriftsobjekt;
  /** What is shown again when it is closed. */
  fran: Yta | undefined;
};

/** Vad och mall, Granska, Skriv ut or Skapa PDF: how every document of an akt is made (UTSK-01 to UTSK-06, PDF-01 to PDF-03). */
export function Utskriftsvy(props: Utskriftsprops) {
  const { personId, objekt } = props;
  const scopes = [`akt:${personId}`, 'katalog', 'session'];
  const utbud = useQuery('dokument.utbud', { personId, objekt }, scopes);
  const kund = useQuery('kund.hamta', { personId }, scopes);
  return <Hamtat svar={samlade({ utbud, kund })}>{(data) => <Vy {...props} {...data} />}</Hamtat>;
}

function Vy({ personId, objekt, fran, utbud, kund }: Utskriftsprops & { utbud: Utskriftsutbud; kund: KundVy }) {
  const css = useStyles();
  const [nyckel, setNyckel] = useState<string>();
  const [malval, setMalval] = useState<Record<string, string>>({});
  const [del, setDel] = useState<Delval>({ delar: bestallningsdelar, utanNamn: false });
  const [klar, setKlar] = useState<{ id: string; rubrik: string }>();
  const { data: akt } = useAkt(personId);
  const { data: katalog } = useKatalog();
  const { granskning: gjord, fel, vantar, granska } = useGranskning(`akt:${personId}`);

  const valdAv = (varden: Utskriftsformular) => {
    const wanted = nyckel ?? varden.vald;
    return utbud.val.find((one) => one.nyckel === wanted) ?? utbud.val[0];
  };
  const mallAv = (varden: Utskriftsformular) => {
    const vald = valdAv(varden);
    return vald && (vald.mallar.find(({ id }) => id === malval[vald.nyckel]) ?? vald.mallar[0])?.id;
  };
  /** What was made, while it is what is chosen now. */
  const granskningAv = (varden: Utskriftsformular) => {
    const val = valAv(valdAv(varden), mallAv(varden), del, varden);
    return gjord && val && JSON.stringify(val) === JSON.stringify(gjord.val) ? gjord : undefined;
  };
  const form = useFormular<Utskriftsformular>({
    nyckel: { form: 'utskrift', personId, objekt: utskriftsobjektText(objekt) },
    personId,
    titel: (varden) => ['Utskrift', varden.rubrik ?? (varden.brevTitel || valdAv(varden)?.vad)].filter(Boolean).join(' – '),
    start: () => startUtskrift(utbud.val[0]?.forslag),
    schema: utskriftsformular,
    kontroll: (varden) => utskriftsfel(valdAv(varden), granskningAv(varden), varden),
    command: (varden) => arkiveraKommando(personId, valdAv(varden), granskningAv(varden), varden),
    faltAv: (field) => (field === 'rubrik' || field === 'knytsTill' ? field : field === 'mottagare' ? 'utanSamtycke' : undefined),
    onSaved: (varden) => {
      const svar = granskningAv(varden)?.svar;
      setKlar({ id: varden.ids.dokument, rubrik: varden.rubrik ?? (svar?.ok ? svar.titel : '') });
      void form.startOver();
    },
  });
  if (form.laddar) return <UtkastLases diskfel={form.diskfel} antal={8} />;
  const { varden } = form;
  const [vald, mallId, granskning] = [valdAv(varden), mallAv(varden), granskningAv(varden)];
  const { person } = kund;
  const svar = granskning?.svar;
  const titel = svar?.ok ? svar.titel : '';
  // What another unit was told is seen by who works in both, and is no samtycke here.
  const nekat = svar?.ok === false && svar.saknas.some(({ kod }) => Object.values<string | undefined>(samtyckeshinder).includes(kod));
  const plats = platsAv(vald, varden);
  /** What is written is kept with what it was written for. */
  const write = (ny: Partial<Utskriftsformular>) => form.change({ ...ny, vald: vald?.nyckel ?? null });
  const doGranska = () => {
    setKlar(undefined);
    const [forsta] = skrivfel(vald, varden);
    if (forsta) {
      for (const { falt } of skrivfel(vald, varden)) form.leave(falt);
      return form.goTo(forsta.falt);
    }
    const val = valAv(vald, mallId, del, varden);
    if (val) void granska(val);
  };
  return (
    <Panelvy
      namn="Utskrift"
      rubrik="Skriv ut och Skapa PDF"
      form={form}
      etikett={84}
      onClose={() => showYta(personId, fran ?? null)}
      klar={klar && { rubrik: klar.rubrik, onVisa: () => showYta(personId, { slag: 'handling', id: klar.id }) }}
      meddelanden={
        <>
          <Skrivsnu personId={personId} objekt={objekt} fran={fran} />
          {utbud.hinder && <ErrorBar slag="warning" vad={dokumentfelText(utbud.hinder)} gor="" />}
          {fel && <ErrorBar {...ordForFel(fel.code)} />}
          {granskning?.andrad && (
            <ErrorBar
              slag="warning"
              vad="Akten har ändrats sedan du granskade."
              gor="Det du ser är som det var. Granska igen innan du går vidare."
              handling="Granska igen"
              onHandling={doGranska}
            />
          )}
        </>
      }
    >
      <Vadochmall
        utbud={utbud.val}
        vald={vald}
        mallId={mallId}
        del={del}
        onVald={setNyckel}
        onMall={(id) => vald && setMalval({ ...malval, [vald.nyckel]: id })}
        onDel={setDel}
        onGranska={doGranska}
        vantar={vantar}
        utelamnade={<Utelamnade personId={personId} val={vald?.val} utelamnade={(svar?.ok && svar.utelamnade) || []} />}
        brev={
          <>
            {vald?.mottagare && (vald.mottagare.length > 0 || mottagareAv(vald, varden) !== null) && (
              <Mottagarval
                kund={displayName(person)}
                mottagare={vald.mottagare}
                enhet={platsAv(vald, varden)?.enhet}
                vald={mottagareAv(vald, varden)}
                onVald={(mottagareId) => write({ mottagareId })}
              />
            )}
            {(utanSamtycke(vald, varden) || nekat) && (
              <Textfalt
                falt="utanSamtycke"
                etikett="Utan samtycke"
                krav
                tips="Skriv varför uppgifterna får lämnas efter sekretessprövning (OSL 26 kap. 1 §). Skälet sparas i akten och i loggen."
                varde={varden.utanSamtycke}
                onVarde={(skal) => write({ utanSamtycke: skal })}
                langst={500}
                rader={3}
              />
            )}
            {vald?.val.slag === 'kallelse' && <Kallelsefalt varden={varden} kontakt={vald.kontakt ?? ''} onVarden={write} />}
            {vald?.val.slag === 'brev' && (
              <>
                <Textfalt
                  falt="brevTitel"
                  etikett="Rubrik på brevet"
                  krav
                  varde={varden.brevTitel}
                  onVarde={(brevTitel) => write({ brevTitel })}
                  langst={120}
                />
                <Textfalt
                  falt="brevText"
                  etikett="Brevets text"
                  krav
                  varde={varden.brevText}
                  onVarde={(brevText) => write({ brevText })}
                  langst={20_000}
                  rader={8}
                />
              </>
            )}
          </>
        }
      />
      <Panel rubrik="2 Granska" text={svar?.ok ? `så här blir det, ${sidantal(svar.sidor)}` : undefined} className={css.granska}>
        {svar?.ok ? (
          <Dokumentvisare key={svar.sha256} kalla={{ slag: 'forhandsvisning', sha256: svar.sha256 }} />
        ) : svar ? (
          <Saknas personId={personId} saknas={svar.saknas} />
        ) : (
          <EmptyState text="Välj vad och mall, och tryck på Granska. Dokumentet visas här innan något skrivs ut eller sparas." />
        )}
      </Panel>
      <Panel rubrik="3 Skriv ut eller Skapa PDF" className={css.spara}>
        <div className={css.falt}>
          <span>{`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}</span>
          <Skrivarval
            slag={vald?.vad ?? ''}
            skydd={person.skydd}
            vad={
              svar?.ok && !granskning?.andrad
                ? { kalla: { slag: 'forhandsvisning', sha256: svar.sha256 }, titel: svar.titel, sidor: svar.sidor }
                : undefined
            }
            hinder={
              svar && !svar.ok
                ? 'Dokumentet kan inte färdigställas än'
                : !svar || granskning?.andrad
                  ? 'Granska dokumentet först'
                  : undefined
            }
          />
          {!form.lases && (
            <>
              <h3 className={css.delrubrik}>PDF i akten</h3>
              <Textfalt
                falt="rubrik"
                etikett="Rubrik"
                krav
                tips="Så heter dokumentet i akten."
                varde={varden.rubrik ?? titel}
                onVarde={(rubrik) => write({ rubrik })}
                langst={200}
              />
              <Valfalt
                falt="knytsTill"
                etikett="Knytas till"
                krav
                val={(vald?.knytsTill ?? []).map((one) => ({ varde: platsText(one), namn: one.namn }))}
                varde={plats && platsText(plats)}
                onVarde={(knytsTill) => write({ knytsTill })}
                tips={akt && katalog && plats && lasesAv(akt, katalog, knytvarde(plats))}
              />
            </>
          )}
        </div>
        {!form.lases && (
          <div className={css.fot}>
            <Button
              size="small"
              appearance="primary"
              icon={<DocumentPdf20Regular />}
              disabledFocusable={form.sparar}
              onClick={() => void form.save()}
            >
              {`Skapa PDF för ${displayName(person)}`}
            </Button>
          </div>
        )}
      </Panel>
    </Panelvy>
  );
}
