import { Button, makeStyles } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { visaOmfattning } from '../../../shared/domain/beslut/timmar.ts';
import { kanTasBort } from '../../../shared/domain/bestallning/forslag.ts';
import { ersattAv, isBekraftad, isLevande } from '../../../shared/domain/bestallning/urval.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { Chip } from '../../components/Chip.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Faktalista } from '../../components/Faktalista.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { showYta } from '../../state/arbetsyta.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { newId, runCommand } from '../../state/core.ts';
import { ordForUtfall } from '../../state/utfallord.ts';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: '12px', padding: '8px 12px', overflowY: 'auto' },
  knappar: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Props = { akt: AktVy; katalog: KatalogVy; bestallning: AktVy['bestallningar'][number]; lista: ReactNode };

/** A beställning that has been sent: read, taken back, or gone on after an avbrott. */
export function SkickadOrder({ akt, katalog, bestallning: { id, data, osand }, lista }: Props) {
  const css = useStyles();
  const { personId } = akt;
  const [fel, setFel] = useState<Ord>();
  const beslut = akt.beslut.find((one) => one.id === data.beslutId);
  const organisation = (one: string | undefined) => katalog.organisationer.find((org) => org.id === one)?.data.namn ?? '';
  const utforare = katalog.utforare.find((one) => one.id === data.utforareId)?.data.namn ?? '';
  const senare = ersattAv(id, akt.bestallningar);
  const undo = async () =>
    setFel(ordForUtfall(await runCommand('bestallning.angraTaBort', { personId, bestallningId: id }, undefined, newId())));
  return (
    <section className={css.yta} aria-label="Beställning">
      {lista}
      {fel && <ErrorBar {...fel} />}
      {data.borttagen && (
        <ErrorBar
          slag="warning"
          vad="Beställningen är borttagen."
          gor={`${data.borttagen.namn} ${swedishDay(data.borttagen.at)}: ${data.borttagen.orsak}`}
          handling="Ångra"
          onHandling={() => void undo()}
        />
      )}
      <div className={css.knappar}>
        {!data.borttagen && <Chip ton={isBekraftad(data) ? 'gron' : 'gul'}>{isBekraftad(data) ? 'Bekräftad' : 'Ej bekräftad'}</Chip>}
        {osand && <Chip ton="gul">Skickas när du är ansluten</Chip>}
      </div>
      <Faktalista
        rader={[
          ['Beslut', data.utanBeslut ? '<ingen>' : beslut?.data.beslutsnamn],
          ['Insatskategori', data.insatskategori],
          ['Beställare', data.bestallare?.namn],
          ['Beställarens organisation', organisation(data.bestallarOrganisationId)],
          ['Beställt datum', data.bestalltDatum],
          ['Beställningen gäller', `${data.gallerFran} – ${data.gallerTom ?? 'tills vidare'}`],
          ['Utförare', utforare],
          ['Utförarens organisation', organisation(data.utforarOrganisationId)],
          ['Insatser', data.insatser.join(', ')],
          ['Beställd kvantitet', data.omfattning ? visaOmfattning(data.omfattning) : ''],
          ['Beställningstext', data.bestallningstext],
          ['Bifogad anteckning', data.bifogadAnteckning],
          ['Bekräftad', data.bekraftad],
          ['Fortsatt av', senare ? `Beställning från ${senare.data.gallerFran}` : undefined],
        ]}
      />
      <div className={css.knappar}>
        {isLevande(data) && (
          <>
            <Hinderknapp
              namn="Ta bort beställningen"
              ikon={<Delete20Regular />}
              hinder={kanTasBort(data) ? undefined : ordForAvslag('bekraftad').vad}
              onClick={() => showArendedialog({ personId, post: 'taBortBestallning', id })}
            />
            <Hinderknapp
              namn="Ny beställning efter avbrott"
              hinder={isBekraftad(data) ? (senare ? ordForAvslag('redan-bestallt').vad : undefined) : ordForAvslag('inte-bekraftad').gor}
              onClick={() => showArendedialog({ personId, post: 'nyEfterAvbrott', id })}
            />
          </>
        )}
        {beslut && (
          <Button
            size="small"
            onClick={() => showYta(personId, { slag: 'utredning', id: beslut.data.utredningId, flik: 'beslut', beslutId: beslut.id })}
          >
            Visa beslutet
          </Button>
        )}
      </div>
    </section>
  );
}
