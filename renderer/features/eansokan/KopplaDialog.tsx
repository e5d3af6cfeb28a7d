import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { EansokanVy, Handling, KatalogVy } from '../../../shared/ipc/views.ts';
import { kortad } from '../../../shared/util/kortad.ts';
import { ingangOrd, utfallOrd } from '../../../shared/words/eansokan.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Faktalista } from '../../components/Faktalista.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Handlaggarval } from '../../components/formular/Handlaggarval.tsx';
import { Krysslista } from '../../components/formular/Kryssruta.tsx';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { readNummer } from '../../components/personformular.ts';
import { useKatalog } from '../../state/akt.ts';
import { call, newId } from '../../state/core.ts';
import { closeKoppla } from '../../state/koppla.ts';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import { useQuery } from '../../state/query.ts';
import { showRegistrera } from '../../state/registrera.ts';
import { useFormular } from '../../state/useFormular.ts';
import { inkomText } from './kolumner.tsx';
import {
  handlaggareFor,
  insatsval,
  isBegaranLss,
  type Kopplavarden,
  kopplafel,
  kopplaformular,
  kopplakommando,
  organisationerFor,
  startvarden,
  vadVal,
} from './kopplaformular.ts';
import { Skalfraga } from './Skalfraga.tsx';

const useStyles = makeStyles({
  falt: { display: 'flex', flexDirection: 'column', gap: '8px', ['--akEtikett' as string]: '176px' },
  text: {
    margin: 0,
    padding: '8px 12px',
    maxHeight: '160px',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    border: '1px solid var(--akHair)',
    borderRadius: 'var(--borderRadiusMedium)',
    backgroundColor: 'var(--akHuvud)',
  },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600 },
});

/** Koppla e-ansökan: as it was written, and what it becomes (EANS-04 to EANS-11). From somebody who is protected it is read with a reason. */
export function KopplaDialog({ eansokanId }: { eansokanId: string }) {
  const [skal, setSkal] = useState<string>();
  const katalog = useKatalog();
  // What is asked about is this one; whether its sender has become a kund meanwhile is in their akt.
  const { data, fel } = useQuery('eansokan.hamta', { eansokanId, ...(skal === undefined ? {} : { skal }) }, [
    `eansokan:${eansokanId}`,
    'akt',
  ]);
  if (fel?.code === 'skal-kravs') return <Skalfraga onSkal={setSkal} />;
  const stopp = fel ?? katalog.fel;
  if (stopp) return <Ingen {...ordForFel(stopp.code)} />;
  return data && katalog.data ? <Formular key={eansokanId} vy={data} katalog={katalog.data} /> : null;
}

function Ingen({ vad, gor }: { vad: string; gor: string }) {
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && closeKoppla()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <DialogBody>
          <DialogTitle>Koppla e-ansökan</DialogTitle>
          <DialogContent>
            <ErrorBar vad={vad} gor={gor} />
          </DialogContent>
          <DialogActions>
            <Button size="small" onClick={closeKoppla}>
              Stäng
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const vadOrd: Record<(typeof vadVal)[number], string> = {
  kopplad: 'Kopplas till den sökande',
  gallerAnnan: 'Gäller annan person',
  atertagen: 'Återtagen',
};
const primarOrd: Record<(typeof vadVal)[number], string> = {
  kopplad: 'Klar',
  gallerAnnan: 'Registrera på rätt person',
  atertagen: 'Notera som återtagen',
};

function Formular({ vy, katalog }: { vy: EansokanVy; katalog: KatalogVy }) {
  const css = useStyles();
  const idag = idagNu();
  const minne = useOrganisationsminne();
  const { eansokanId, person, personId, utfall } = vy;
  const [annan, setAnnan] = useState<{ personId: string; namn: string }>();
  const mal = (varden: Kopplavarden) => (varden.vad === 'kopplad' ? (personId === undefined ? undefined : { personId }) : annan);
  const [handling] = useState(() => handlingFor(eansokanId));
  const form = useFormular<Kopplavarden>({
    nyckel: { form: 'koppla', objekt: eansokanId },
    personId: personId ?? eansokanId,
    titel: `Koppla e-ansökan, ${vy.insats}`,
    start: () => startvarden(vy, katalog),
    schema: kopplaformular,
    kontroll: (varden) => kopplafel(varden, katalog, mal(varden)),
    prepare: async () => void (await handling.av(mal(form.varden)?.personId)),
    command: (varden) => {
      const malId = mal(varden)?.personId;
      return kopplakommando(varden, katalog, { eansokanId, personId: malId, handling: handling.gjord(malId) });
    },
    faltAv: (field) => faltAv(field),
    onSaved: closeKoppla,
  });
  const { varden } = form;
  const nummer = readNummer(varden.nummer, idag);
  const nummer12 = nummer.ok ? nummer.value : undefined;
  const sokId = useMemo(() => ({ nummer12, id: newId() }), [nummer12]);
  const { data: funna } = useQuery(
    'sok.person',
    varden.vad === 'gallerAnnan' && nummer12 !== undefined
      ? { text: formatPersonnummer(nummer12), arhundrade: 'alla', id: sokId.id }
      : null,
    ['akt'],
  );
  const hittad = funna?.slag === 'traffar' ? funna.rader.find((one) => one.personnummer === nummer12) : undefined;
  if (hittad?.personId !== annan?.personId) setAnnan(hittad);
  const malId = varden.vad === 'atertagen' ? undefined : mal(varden)?.personId;
  // Made while the user reads, so that Klar need not wait for it.
  useEffect(() => void handling.av(malId), [handling, malId]);
  const leave = () => void form.flush().then(closeKoppla);
  const registrera = (sokt: string) =>
    void form.flush().then(() => {
      closeKoppla();
      showRegistrera({ start: 'kir', sokt, koppla: eansokanId });
    });
  const lss = isBegaranLss(varden.typ, katalog);
  const val = insatsval(varden.typ, katalog);
  const valda = varden.insatser.map(({ varde }) => varde).filter((one) => val.some(({ varde }) => varde === one));
  const medAktualisering = varden.vad !== 'atertagen';
  return (
    <Formulardialog
      rubrik="Koppla e-ansökan"
      kund={`${person.namn} ${formatPersonnummer(person.personnummer)}`}
      lage={form}
      primar={primarOrd[varden.vad]}
      onSave={() => void form.save()}
      onClose={leave}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={980}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      {utfall && (
        <ErrorBar
          slag="warning"
          vad={`${utfallOrd[utfall.slag]} av ${utfall.namn} ${inkomText(utfall.at)}.`}
          gor="Det du har skrivit finns kvar här tills du kastar utkastet i Utkorg."
        />
      )}
      {vy.tagen && !utfall && vy.tagen.anvandareId !== katalog.egen.anvandareId && (
        <ErrorBar slag="info" vad={`${vy.tagen.namn} tar hand om den.`} gor="Tala med hen innan du kopplar." />
      )}
      {vy.forAnnanText !== undefined && (
        <ErrorBar slag="warning" vad="Avsändaren uppger att ansökan gäller någon annan." gor={vy.forAnnanText} />
      )}
      <Faktalista
        rader={[
          ['Inkommen', `${inkomText(vy.inkom)} från Mina sidor (medborgare)`],
          ['Lag', ingangOrd[vy.ingang]],
          ['Insats', vy.insats],
          ['Kontaktväg', [vy.telefon, vy.epost].filter(Boolean).join(', ')],
          [
            'Finns i register',
            personId === undefined ? 'Nej' : `Ja, ${vy.pagaende} pågående ${vy.pagaende === 1 ? 'utredning' : 'utredningar'}`,
          ],
        ]}
      />
      <h3 className={css.rubrik}>Övrig information</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by the keyboard. */}
      <p className={css.text} tabIndex={0}>
        {vy.text}
      </p>
      <div className={css.falt}>
        <Radioval
          falt="vad"
          etikett="Ansökan"
          krav
          val={vadVal.map((varde) => ({ varde, namn: vadOrd[varde] }))}
          varde={varden.vad}
          onVarde={(vald) => form.change({ vad: vadVal.find((one) => one === vald) ?? 'kopplad' })}
        />
        {varden.vad === 'kopplad' && personId === undefined && (
          <ErrorBar
            slag="info"
            vad="Den sökande är inte kund hos er."
            gor="Registrera kunden, så kommer du tillbaka hit. Det du har fyllt i är kvar."
            handling="Registrera kunden (Sök KIR)"
            onHandling={() => registrera(person.personnummer)}
          />
        )}
        {varden.vad === 'gallerAnnan' && (
          <>
            <Textfalt
              falt="nummer"
              etikett="Personnummer"
              krav
              tips={
                hittad
                  ? `Registreras på ${hittad.skydd === 'skyddadFolkbokforing' ? 'kunden med det numret' : hittad.namn}.`
                  : 'För den som ska ha stödet.'
              }
              varde={varden.nummer}
              onVarde={(nummer) => form.change({ nummer })}
              langst={20}
            />
            {nummer12 !== undefined && funna && !hittad && (
              <ErrorBar
                slag="info"
                vad="Ingen kund hos er har det numret."
                gor="Registrera kunden, så kommer du tillbaka hit. Det du har fyllt i är kvar."
                handling="Registrera kunden (Sök KIR)"
                onHandling={() => registrera(varden.nummer)}
              />
            )}
          </>
        )}
        {medAktualisering && (
          <>
            <Valfalt
              falt="typ"
              etikett="1 Aktualiseringstyp"
              krav
              tomText="Välj"
              val={katalog.vardelistor.aktualiseringstyp.flatMap(({ namn, kod }) => (kod === 'omprovning' ? [] : [{ varde: namn, namn }]))}
              varde={varden.typ}
              onVarde={(typ) => form.change({ typ })}
            />
            {varden.typ !== '' && (
              <Krysslista
                falt="insatser"
                etikett={lss ? '2 LSS-insatser' : '2 Insatser'}
                krav={lss}
                tips="En aktualisering skapas för varje insats."
                val={val}
                valda={valda}
                onValda={(nya) =>
                  form.change({
                    insatser: nya.map((varde) => varden.insatser.find((one) => one.varde === varde) ?? { varde, id: newId() }),
                  })
                }
              />
            )}
            <Handlaggarval
              falt="ansvarigHandlaggareId"
              etikett="3 Handläggare"
              krav
              tomText="Välj"
              handlaggare={handlaggareFor(vy, katalog)}
              egenId={katalog.egen.anvandareId}
              varde={varden.ansvarigHandlaggareId}
              onVarde={(ansvarigHandlaggareId) => form.change({ ansvarigHandlaggareId })}
            />
            <Organisationsval
              falt="organisationId"
              etikett="Organisation"
              krav
              organisationer={organisationerFor(vy, katalog)}
              varde={varden.organisationId}
              onVarde={(organisationId) => form.change({ organisationId })}
              minne={minne}
            />
            <Valfalt
              falt="franVem"
              etikett="Från vem"
              krav
              tomText="Välj"
              val={katalog.vardelistor.franVem.map(({ namn }) => ({ varde: namn, namn }))}
              varde={varden.franVem}
              onVarde={(franVem) => form.change({ franVem })}
            />
            <Valfalt
              falt="satt"
              etikett="4 Aktualiseringssätt"
              krav
              val={[...new Set([...katalog.vardelistor.aktualiseringssatt.map(({ namn }) => namn), varden.satt])].map((namn) => ({
                varde: namn,
                namn,
              }))}
              varde={varden.satt}
              onVarde={(satt) => form.change({ satt })}
            />
            <Textfalt
              falt="anteckning"
              etikett="5 Anteckning"
              tips="Texten följer med till utföraren om aktualiseringen bifogas uppdraget."
              varde={varden.anteckning}
              onVarde={(anteckning) => form.change({ anteckning })}
              langst={4000}
              rader={3}
            />
            <div>
              <Button
                size="small"
                onClick={() =>
                  form.change((nu) => ({ anteckning: kortad([nu.anteckning.trim(), vy.text].filter(Boolean).join('\n\n'), 4000) }))
                }
              >
                Hämta Övrig information
              </Button>
            </div>
          </>
        )}
        {varden.vad !== 'kopplad' && (
          <Textfalt
            falt="kommentar"
            etikett="Kommentar"
            krav
            tips={
              varden.vad === 'gallerAnnan'
                ? 'Till exempel: uppgiften kom från sonen genom e-tjänsten. Du får en bevakning om att kontakta avsändaren.'
                : 'När och hur den togs tillbaka.'
            }
            varde={varden.kommentar}
            onVarde={(kommentar) => form.change({ kommentar })}
            langst={1000}
            rader={2}
          />
        )}
      </div>
    </Formulardialog>
  );
}

/** The application as PDF, made once for each kund that it could be connected to. */
function handlingFor(eansokanId: string) {
  const gjorda = new Map<string, Handling>();
  const vantar = new Map<string, Promise<void>>();
  const make = async (personId: string): Promise<void> => {
    const svar = await call('eansokan.handling', { eansokanId, personId });
    vantar.delete(personId);
    // What could not be made is made in the akt, from the aktualisering: no application waits for its PDF.
    if (svar.ok) gjorda.set(personId, svar.value);
  };
  return {
    gjord: (personId: string | undefined) => (personId === undefined ? undefined : gjorda.get(personId)),
    av(personId: string | undefined): Promise<void> {
      if (personId === undefined || gjorda.has(personId)) return Promise.resolve();
      const gors = vantar.get(personId) ?? make(personId);
      vantar.set(personId, gors);
      return gors;
    },
  };
}

/** Where a refusal's field is shown. */
function faltAv(field: string): string | undefined {
  if (field.startsWith('aktualiseringar')) return 'insatser';
  if (field === 'aktualiseringstyp') return 'typ';
  if (field === 'aktualiseringssatt') return 'satt';
  return field === 'personId' || field === 'eansokanId' ? undefined : field;
}
