import { Button, makeStyles } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { z } from 'zod';
import type { FristUnderlag } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { fristlag, kvartalsord } from '../../../shared/words/frist.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad, dagAv } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { visatNamn, visatNummer } from '../../components/PersonNamn.tsx';
import { type Arendedialog, closeArendedialog } from '../../state/arendedialog.ts';
import { newId } from '../../state/core.ts';
import { useQuery } from '../../state/query.ts';
import { settAv } from '../../state/sett.ts';
import { useFormular } from '../../state/useFormular.ts';
import { openHorTill } from './openHorTill.ts';
import { skjutfel } from './skjutfel.ts';

const useStyles = makeStyles({
  falt: { display: 'flex', flexDirection: 'column', gap: '8px', ['--akEtikett' as string]: '144px' },
  knapp: { justifyContent: 'flex-start', minWidth: 0, padding: 0, color: 'var(--colorBrandForegroundLink)', textAlign: 'left' },
});

/** Whether and how it is put off, as it is filled in; `sett` = its day and the putting-off that were shown. */
const schema = z.object({
  ...{ basRev: z.string(), sett: z.object({ datum: z.string(), rev: z.string().nullable() }) },
  ...{ skjutningId: z.string(), till: z.string(), skal: z.string() },
});
type Skjutning = z.infer<typeof schema>;

type Props = Pick<Arendedialog, 'personId' | 'id'> & { onClose: () => void };

/** A computed bevakning: how it got its day and by which law, and Skjut upp (KLOCK-02, KLOCK-04). */
export function FristDialog({ personId, id, onClose }: Props) {
  const { data: underlag, fel } = useQuery('frist.underlag', { personId, nyckel: id }, [`akt:${personId}`, 'katalog', 'session']);
  if (fel || underlag === null) {
    const ord = fel ? ordForFel(fel.code) : { vad: 'Bevakningen finns inte längre.', gor: 'Det den gällde är gjort, eller har ändrats.' };
    return (
      <ConfirmDialog oppen rubrik="Beräknad bevakning" bekrafta="Stäng" onConfirm={onClose} onCancel={onClose}>
        <ErrorBar {...ord} slag={fel ? 'error' : 'info'} />
      </ConfirmDialog>
    );
  }
  return underlag ? <SkjutUpp personId={personId} nyckel={id} underlag={underlag} onClose={onClose} /> : null;
}

type SkjutUppProps = { personId: string; nyckel: string; underlag: FristUnderlag; onClose: () => void };

function SkjutUpp({ personId, nyckel, underlag, onClose }: SkjutUppProps) {
  const css = useStyles();
  const idag = idagNu();
  const { rad, frist } = underlag;
  const { uppskjuten, enhet } = frist;
  const [nyttId] = useState(newId);
  const nu: Skjutning = {
    ...settAv({ datum: frist.datum, rev: uppskjuten?.rev ?? null }),
    skjutningId: uppskjuten?.skjutningId ?? nyttId,
    ...(uppskjuten && uppskjuten.till > idag ? { till: uppskjuten.till, skal: uppskjuten.skal } : { till: '', skal: '' }),
  };
  const form = useFormular<Skjutning>({
    nyckel: { form: 'skjutUpp', personId, objekt: nyckel },
    personId,
    titel: `Skjut upp ${rad.typ}`,
    start: () => nu,
    schema,
    nu,
    kontroll: (varden) => skjutfel(varden, idag),
    command: ({ sett, skjutningId, till, skal }) => ({
      name: 'frist.skjutUpp',
      input: {
        ...{ personId, enhet: enhet ?? '', nyckel, skjutningId, datum: sett.datum, sedd: sett.rev, rev: newId() },
        ...{ till: dagAv(till, idag) ?? till, skal: skal.trim() },
      },
    }),
    onSaved: onClose,
  });
  const open = () => {
    void form.flush();
    closeArendedialog();
    void openHorTill(rad);
  };
  return (
    <Formulardialog
      rubrik="Beräknad bevakning"
      kund={`${visatNamn(rad.person)} ${visatNummer(rad.person)}`}
      lage={form}
      primar="Skjut upp"
      onSave={() => void form.save()}
      onClose={() => void form.flush().then(onClose)}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
    >
      <Formularmeddelanden
        avslag={form.avslag}
        diskfel={form.diskfel}
        onTryAgain={() => void form.flush()}
        andrad={form.andrad((now) => [
          ['Dag enligt regeln', now.sett.datum],
          ['Skjut upp till', now.till],
          ['Skäl', now.skal],
        ])}
      />
      <div className={css.falt}>
        {fakta(underlag).map(([etikett, varde]) => (
          <Lasrad key={etikett} etikett={etikett}>
            {varde}
          </Lasrad>
        ))}
        {!form.lases && (
          <>
            <Datumrad
              falt="till"
              etikett="Skjut upp till"
              krav
              text={form.varden.till}
              onText={(till) => form.change({ till })}
              idag={idag}
              framtid
              fran={idag}
            />
            <Textfalt
              falt="skal"
              etikett="Skäl"
              krav
              tips="Syns i kundens akt. Till den dagen är bevakningen borta ur listorna och ligger under Uppskjutna."
              varde={form.varden.skal}
              onVarde={(skal) => form.change({ skal })}
              langst={500}
              rader={2}
            />
          </>
        )}
        <Lasrad etikett="Hör till">
          <Button size="small" appearance="transparent" className={css.knapp} icon={<Open20Regular />} onClick={open}>
            {rad.horTill}
          </Button>
        </Lasrad>
      </div>
    </Formulardialog>
  );
}

/** Both days where they differ: that of the rule, and the last one to act. */
function fakta({ rad, frist, hos }: FristUnderlag): (readonly [string, string])[] {
  const { regel, datum, sistaDag, ivoKvartal, uppskjuten } = frist;
  const lag = regel.lag === undefined ? fristlag(regel) : `${fristlag(regel)}, ${regel.lag}`;
  return [
    ['Bevakning typ av', rad.typ],
    ['Uträkning', rad.text],
    ['Grund', lag],
    ['Dag enligt regeln', datum],
    ...(sistaDag === undefined ? [] : [['Sista dag att handla', sistaDag] as const]),
    ...(ivoKvartal === undefined ? [] : [['Rapport till IVO', `för ${kvartalsord(ivoKvartal)}, om det inte är gjort`] as const]),
    ['Bevakas av', hos.map(({ namn, visas }) => `${namn} från ${visas}`).join(', ')],
    ...(uppskjuten ? [['Uppskjuten', `till ${uppskjuten.till} av ${uppskjuten.av}: ${uppskjuten.skal}`] as const] : []),
  ];
}
