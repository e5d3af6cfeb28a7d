import { Button, makeStyles } from '@fluentui/react-components';
import { z } from 'zod';
import { enhetOf } from '../../../shared/domain/enhet.ts';
import { type Planlage, planlage, planstart, raknade } from '../../../shared/domain/individuellplan/laget.ts';
import { type Plansteg, plansteg } from '../../../shared/domain/individuellplan/records.ts';
import { planhinder, planstegshinder } from '../../../shared/domain/individuellplan/regler.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { planstegOrd } from '../../../shared/words/individuellplan.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { useAktdata } from '../../state/akt.ts';
import { type Arendedialog, showArendedialog } from '../../state/arendedialog.ts';
import { newId } from '../../state/core.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { type Fel, useFormular } from '../../state/useFormular.ts';

const useStyles = makeStyles({
  lista: { listStyleType: 'none', margin: 0, padding: 0 },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: '4px 8px', padding: '4px 0', borderTop: '1px solid var(--akHair)' },
  text: { flexGrow: 1, flexBasis: '240px', overflowWrap: 'anywhere' },
  fel: { textDecorationLine: 'line-through', color: 'var(--colorNeutralForeground3)' },
});

const schema = z.object({
  planId: z.string(),
  rev: z.string(),
  steg: z.enum(plansteg).or(z.literal('')),
  dag: z.string(),
  anteckning: z.string(),
});
type Varden = z.infer<typeof schema>;

type Props = { dialog: Arendedialog; onClose: () => void };

/** What has been done of an individuell plan (LSS 10 §), and a day of it noted with this bifall. */
export function IndividuellPlanDialog({ dialog, onClose }: Props) {
  const { data } = useAktdata(dialog.personId);
  const beslut = data?.akt.beslut.find(({ id }) => id === dialog.id);
  return data && beslut ? <Formular {...data} beslut={beslut} dialog={dialog} onClose={onClose} /> : null;
}

type Formularprops = { akt: AktVy; katalog: KatalogVy; beslut: AktVy['beslut'][number]; dialog: Arendedialog; onClose: () => void };

function Formular({ akt, katalog, beslut, dialog, onClose }: Formularprops) {
  const { personId } = akt;
  const { data: person } = akt.person;
  const idag = idagNu();
  const enhet = enhetOf('beslut', beslut.data, person);
  const planer = akt.individuellaPlaner.filter(({ data }) => enhetOf('individuellPlan', data, person) === enhet);
  const besluten = akt.beslut.filter(({ data }) => enhetOf('beslut', data, person) === enhet);
  const hinder = planhinder(katalog.insatser, beslut.data);
  const form = useFormular<Varden>({
    nyckel: { form: 'individuellPlan', personId, objekt: beslut.id },
    personId,
    titel: 'Individuell plan',
    start: () => ({ planId: newId(), rev: newId(), steg: '', dag: '', anteckning: '' }),
    schema,
    kontroll,
    command: ({ planId, rev, steg, dag, anteckning }) => ({
      name: 'individuellPlan.notera',
      input: {
        ...{ personId, beslutId: beslut.id, planId, rev, ...(steg === '' ? {} : { steg }), dag: dagAv(dag, idag) ?? dag },
        ...(anteckning.trim() === '' ? {} : { anteckning: anteckning.trim() }),
      },
    }),
    onSaved: onClose,
  });

  function kontroll({ steg, dag }: Varden): Fel[] {
    const dagfel = datumfel(dag, idag, { krav: true, framtid: false });
    const last = dagAv(dag, idag);
    const nekat =
      steg !== '' && last !== undefined && dagfel === undefined
        ? planstegshinder(beslut.data, { planer, beslut: besluten, insatser: katalog.insatser }, { steg, dag: last }, idag)
        : undefined;
    return [
      ...(steg === '' ? [{ falt: 'steg', text: 'Välj vad som har hänt.' }] : []),
      ...(dagfel === undefined ? [] : [{ falt: 'dag', text: dagfel }]),
      ...(nekat ? [{ falt: nekat.field ?? 'steg', text: Object.values(ordForAvslag(nekat.code)).join(' ') }] : []),
    ];
  }

  return (
    <Formulardialog
      rubrik="Individuell plan"
      kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)} · ${beslut.data.beslutsnamn} ${beslut.data.beslutsdatum}`}
      lage={form}
      primar="Notera"
      onSave={() => void form.save()}
      onClose={() => void form.flush().then(onClose)}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
    >
      <Formularmeddelanden
        avslag={form.avslag ?? (hinder && ordForAvslag(hinder.code))}
        diskfel={form.diskfel}
        onTryAgain={() => void form.flush()}
      />
      <Lasrad etikett="Läge">{lageord(planlage(planer, planstart(katalog.insatser, besluten, idag)))}</Lasrad>
      {planer.length > 0 && <Noterat planer={planer} dialog={dialog} />}
      <Radioval
        falt="steg"
        etikett="Notera"
        krav
        val={plansteg.map((steg) => ({ varde: steg, namn: planstegOrd[steg] }))}
        varde={form.varden.steg}
        onVarde={(vald) => form.change({ steg: plansteg.find((one) => one === vald) ?? '' })}
      />
      <Datumrad
        falt="dag"
        etikett="Dag"
        krav
        text={form.varden.dag}
        onText={(dag) => form.change({ dag })}
        idag={idag}
        framtid={false}
        fran={beslut.data.beslutsdatum}
      />
      <Textfalt
        falt="anteckning"
        etikett="Anteckning"
        varde={form.varden.anteckning}
        onVarde={(anteckning) => form.change({ anteckning })}
        langst={1000}
        rader={2}
      />
    </Formulardialog>
  );
}

function lageord(lage: Planlage): string {
  if (lage.slag === 'finns')
    return `Finns, ${planstegOrd[lage.post.data.steg].toLowerCase()} ${lage.post.data.dag}. Omprövas minst en gång om året.`;
  if (lage.slag === 'begard') return `Den enskilde vill ha en sedan ${lage.post.data.dag}. Den är inte upprättad.`;
  return lage.erbjuden === undefined
    ? 'Ingen plan, och ingen noterad som erbjuden.'
    : `Ingen plan. Senast erbjuden eller avböjd ${lage.erbjuden}.`;
}

function Noterat({ planer, dialog }: { planer: AktVy['individuellaPlaner']; dialog: Arendedialog }) {
  const css = useStyles();
  const kan = useMaySave('felmarkeraIndividuellPlan');
  const visas = [...raknade(planer).reverse(), ...planer.filter(({ data }) => data.felmarkering)];
  return (
    <ul className={css.lista} aria-label="Noterat om individuell plan">
      {visas.map(({ id, data: { steg, dag, anteckning, av, felmarkering } }) => (
        <li key={id} className={css.rad}>
          <span className={css.text}>
            <span className={felmarkering && css.fel}>
              {`${planstegOrd[steg as Plansteg]} ${dag}. ${av.namn}.${anteckning === undefined ? '' : ` ${anteckning}`}`}
            </span>
            {felmarkering && ` Felmarkerad av ${felmarkering.namn}: ${felmarkering.orsak}`}
          </span>
          {kan && !felmarkering && (
            <Button
              size="small"
              aria-label={`Felmarkera ${planstegOrd[steg]} ${dag}`}
              onClick={() => showArendedialog({ personId: dialog.personId, post: 'felmarkeraIndividuellPlan', id, efter: dialog })}
            >
              Felmarkera
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
