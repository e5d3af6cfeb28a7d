import { makeStyles } from '@fluentui/react-components';
import { RecordStop20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { z } from 'zod';
import { type AttAvsluta, attAvsluta } from '../../../shared/domain/arende/att-avsluta.ts';
import { egnaEnheter, enhetensAkt, enhetOf } from '../../../shared/domain/enhet.ts';
import { isOppen } from '../../../shared/domain/etjanst/records.ts';
import { franvaroVidAvslut } from '../../../shared/domain/franvaro/med-verkstallighet.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { typOrd } from '../../../shared/words/posttyp.ts';
import { Chip } from '../../components/Chip.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Enhetsval } from '../../components/formular/Enhetsval.tsx';
import { Formularfot } from '../../components/formular/Formularfot.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Formularyta } from '../../components/formular/Formularyta.tsx';
import { Krysslista } from '../../components/formular/Kryssruta.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { idagNu } from '../../components/idag.ts';
import { type Aktdata, useAktdata } from '../../state/akt.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { useCommand } from '../../state/keys.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';
import { delNamn } from './delar.ts';

const useStyles = makeStyles({
  lista: { listStyleType: 'none', margin: 0, padding: 0, border: '1px solid var(--akHair)', borderRadius: 'var(--borderRadiusLarge)' },
  rad: {
    display: 'grid',
    gridTemplateColumns: '110px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '8px',
    padding: '2px 8px',
    minHeight: '24px',
    borderBottom: '1px solid var(--akHair)',
    ':last-child': { borderBottom: 0 },
  },
  slag: { color: 'var(--colorNeutralForeground3)' },
  foljer: { margin: 0 },
  rubrik: { margin: '8px 0 0', fontSize: '13px', fontWeight: 600 },
});

/** Avsluta ärende (AVSL-01 to AVSL-03, FORB-43): everything open in the kund's case, one date, one operation. */
export function AvslutaArende({ personId }: { personId: string }) {
  return (
    <Hamtat svar={useAktdata(personId)}>
      {(data) => {
        const oppna = oppnaArenden(data, idagNu());
        return oppna.length === 0 ? (
          <EmptyState text="Inget är öppet i ärendet: det finns inget att avsluta." />
        ) : (
          <MedKund {...data} enheter={oppna} />
        );
      }}
    </Hamtat>
  );
}

/** The user's units that have something open: a case is one unit's, and closed by itself. */
const oppnaArenden = ({ akt, katalog }: Aktdata, idag: string): string[] =>
  egnaEnheter(katalog.egen, akt.person.data).filter((enhet) => attAvsluta(enhetensAkt(akt, enhet, akt.person.data), idag).delar.length > 0);

const atgardOrd = ({ atgard, fran }: AttAvsluta, dag: string): string =>
  ({ slutdatum: `Slutar ${dag}`, tasBort: 'Tas bort', paborjasInte: `Skulle börja ${fran}: påbörjas aldrig` })[atgard];

/** `etjanst`: what is ended of the e-service, by the records' ids; undefined = as it is proposed. */
const schema = z.object({
  ...{ basRev: z.null().optional(), enhet: z.string().optional(), datum: z.string(), orsak: z.string() },
  etjanst: z.array(z.string()).optional(),
});
type Etjanstdel = { id: string; rev: string; namn: string; forvald: boolean };

/**
 * What is on of the e-service: approvals of the unit, which are proposed to end with its case, and the kund's own, which stays, so that she can read what was
 * (MEDB-08). Her own is all her units', and not listed where she has several.
 */
function etjanstdelar({ etjanst, godkannanden, person }: KundVy, enhet: string | undefined): Etjanstdel[] {
  return [
    ...godkannanden
      .filter(({ data }) => isOppen(data) && (enhetOf('godkannande', data, person) ?? enhet) === enhet)
      .map(({ id, data }) => ({ id, rev: data.rev, namn: `${data.till.namn}, godkänd till och med ${data.tom}`, forvald: true })),
    ...(etjanst && isOppen(etjanst.data) && person.enheter.length === 1
      ? [{ id: etjanst.id, rev: etjanst.data.rev, namn: 'Kundens egen e-tjänst (hen kan då inte läsa historiken där)', forvald: false }]
      : []),
  ];
}

function MedKund(props: Aktdata & { enheter: string[] }) {
  const { personId } = props.akt;
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  return kund ? <Formular {...props} kund={kund} /> : null;
}

function Formular({ akt: helaAkten, katalog, enheter, kund }: Aktdata & { enheter: string[]; kund: KundVy }) {
  const css = useStyles();
  const { personId, person } = helaAkten;
  const idag = idagNu();
  const [bekraftas, setBekraftas] = useState(false);
  const namn = displayName(person.data);
  const enhetAv = (varden: z.infer<typeof schema>) => enheter.find((enhet) => enhet === varden.enhet) ?? enheter[0];
  const aktAv = (varden: z.infer<typeof schema>) => enhetensAkt(helaAkten, enhetAv(varden), person.data);
  const etjanstI = (varden: z.infer<typeof schema>) => {
    const val = etjanstdelar(kund, enhetAv(varden));
    return { val, valda: val.filter(({ id, forvald }) => varden.etjanst?.includes(id) ?? forvald) };
  };
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: { form: 'avslutaArende', personId, objekt: 'alla' },
    personId,
    titel: 'Avsluta ärende',
    start: () => ({ datum: idag, orsak: '' }),
    schema,
    kontroll: (varden) => {
      const fel = datumfel(varden.datum, idag, { krav: true, framtid: true });
      const dag = dagAv(varden.datum, idag);
      const { tidigast, delar } = attAvsluta(aktAv(varden), dag ?? idag);
      if (fel !== undefined) return [{ falt: 'datum', text: fel }];
      return delar.some(({ hinder }) => hinder)
        ? [{ falt: 'datum', text: `En utredning började senare än så. Välj ${tidigast} eller senare.` }]
        : [];
    },
    command: (varden) => {
      const datum = dagAv(varden.datum, idag) ?? varden.datum;
      return {
        name: 'arende.avsluta',
        input: {
          personId,
          datum,
          // As it is listed on the screen: what comes meanwhile is not closed unseen.
          kvitterat: attAvsluta(aktAv(varden), datum).kvitterat,
          ...(varden.orsak === '' ? {} : { orsak: varden.orsak }),
          ...etjanstval(etjanstI(varden).valda),
        },
      };
    },
    faltAv: (field) => (field === 'kvitterat' ? undefined : field.split('.')[0]),
    onSaved: () => showYta(personId, null),
  });
  const { varden } = form;
  const dag = dagAv(varden.datum, idag) ?? idag;
  const { delar, kvarstar } = attAvsluta(aktAv(varden), dag);
  const franvaron = delar.flatMap(({ type, id }) => (type === 'verkstallighet' ? franvaroVidAvslut(id, helaAkten.franvaron, dag) : []));
  const { val: etjanst, valda } = etjanstI(varden);
  const save = () => {
    // A fault is shown at its field; only what can be done is asked about.
    if (form.fel.length > 0) void form.save();
    else setBekraftas(true);
  };
  // Over the form's own, which does not ask: the toolbar, the menu and Ctrl+S outside the fields end here.
  useCommand('spara', save);
  return (
    <Formularyta
      etikett="Avsluta ärende"
      lage={form}
      onSave={save}
      topp={<Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />}
      fot={
        <Formularfot
          arUtkast={form.arUtkast}
          sparar={form.sparar}
          primar={`Avsluta ärendet för ${namn}`}
          primarikon={<RecordStop20Regular />}
          onPrimar={save}
          onUndo={form.undo}
          onRedo={form.redo}
        />
      }
    >
      <Enhetsval
        enheter={enheter}
        namn={katalog.vardelistor.enhet}
        tips="Varje enhets ärende avslutas för sig."
        varde={enhetAv(varden)}
        onVarde={(enhet) => form.change({ enhet })}
      />
      <Datumrad
        falt="datum"
        etikett="Slutdatum"
        krav
        text={varden.datum}
        onText={(datum) => form.change({ datum })}
        idag={idag}
        framtid
        tips="Gäller allt i listan."
      />
      <Valfalt
        falt="orsak"
        etikett="Avslutsorsak"
        val={[
          { varde: '', namn: 'Ingen angiven' },
          ...katalog.vardelistor.avslutsorsak.map((one) => ({ varde: one.namn, namn: one.namn })),
        ]}
        varde={varden.orsak}
        onVarde={(orsak) => form.change({ orsak })}
      />
      <h3 className={css.rubrik}>{`Öppet i ärendet: ${delar.length}`}</h3>
      <ul className={css.lista} aria-label="Öppet i ärendet">
        {delar.map((del) => (
          <li key={`${del.type} ${del.id}`} className={css.rad}>
            <span className={css.slag}>{typOrd(del.type)}</span>
            <span>{delNamn(del, helaAkten, katalog)}</span>
            {del.hinder ? (
              <Chip ton="rod">{`Kan inte avslutas: börjar ${del.fran}`}</Chip>
            ) : (
              <Chip ton={del.atgard === 'slutdatum' ? 'neutral' : 'gul'}>{atgardOrd(del, dag)}</Chip>
            )}
          </li>
        ))}
      </ul>
      {franvaron.length > 0 && (
        <p className={css.foljer}>
          {`Frånvaro som följer med sin verkställighet: ${franvaron
            .map(
              ({ post, atgard }) => `${post.data.orsak} från ${post.data.fran} ${atgard === 'slutar' ? `slutar ${dag}` : 'blir inte av'}`,
            )
            .join(', ')}.`}
        </p>
      )}
      {etjanst.length > 0 && (
        <Krysslista
          falt="etjanst"
          etikett="Avsluta också i e-tjänsten"
          tips="Det som är ikryssat avslutas genast, i samma steg. Det som har skickats finns kvar i akten."
          val={etjanst.map(({ id, namn: vad }) => ({ varde: id, namn: vad }))}
          valda={valda.map(({ id }) => id)}
          onValda={(nya) => form.change({ etjanst: nya })}
        />
      )}
      {kvarstar.length > 0 && (
        <ErrorBar
          slag="warning"
          vad={kvarstar.length === 1 ? 'En aktualisering är inte behandlad.' : `${kvarstar.length} aktualiseringar är inte behandlade.`}
          gor="De ligger kvar och ska utredas."
          handling="Inled utredning"
          onHandling={() => showYta(personId, { slag: 'arende', flik: 'inled' })}
        />
      )}
      <ConfirmDialog
        oppen={bekraftas}
        rubrik="Avsluta ärendet?"
        bekrafta="Avsluta ärendet"
        onCancel={() => setBekraftas(false)}
        onConfirm={() => {
          setBekraftas(false);
          void form.save();
        }}
      >
        {`Allt öppet för ${namn}, ${delar.length} delar, avslutas ${dag} på en gång. Det som skulle börja senare påbörjas aldrig. Det ångras del för del.${valda.length > 0 ? ` I e-tjänsten avslutas: ${valda.map((one) => one.namn).join('; ')}.` : ''}`}
      </ConfirmDialog>
    </Formularyta>
  );
}

const etjanstval = (valda: readonly Etjanstdel[]) =>
  valda.length === 0 ? {} : { etjanst: valda.map(({ id, rev }) => ({ postId: id, basRev: rev })) };
