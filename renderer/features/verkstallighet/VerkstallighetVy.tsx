import { makeStyles } from '@fluentui/react-components';
import {
  ArrowUndo20Regular,
  CalendarCheckmark20Regular,
  Edit20Regular,
  Notebook20Regular,
  PeopleSwap20Filled,
  RecordStop20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { etikettVerkstallighet } from '../../../shared/domain/etikett.ts';
import type { NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import { mayRun } from '../../../shared/domain/rulebook/command-roles.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { Kameraknapp } from '../../components/Kamera.tsx';
import { Knappar, Postsida, Underrubrik } from '../../components/Postsida.tsx';
import { useAktdata } from '../../state/akt.ts';
import { showDokumentation, showYta } from '../../state/arbetsyta.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { showKamera, useOppnaPa } from '../../state/kamera.ts';
import { tangentFor } from '../../state/keys.ts';
import { useNodmeny } from '../../state/nodmeny.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';

import { FranvaroDel } from './FranvaroDel.tsx';

const useStyles = makeStyles({
  lank: {
    display: 'block',
    padding: '2px 0',
    border: 0,
    background: 'none',
    font: 'inherit',
    color: 'var(--colorBrandForegroundLink)',
    textAlign: 'left',
    cursor: 'pointer',
  },
});

type Props = { personId: string; verkstallighetId: string };

/** A verkställighet: what it is, the Organisation it lies on (VERK-09), its beslut and beställningar, and what can be done with it. */
export function VerkstallighetVy({ personId, verkstallighetId }: Props) {
  return (
    <Hamtat svar={useAktdata(personId)}>
      {(data) => {
        const post = data.akt.verkstalligheter.find(({ id }) => id === verkstallighetId);
        return post ? <Vy personId={personId} post={post} {...data} /> : <EmptyState text="Verkställigheten finns inte längre i akten." />;
      }}
    </Hamtat>
  );
}

function Vy({
  personId,
  post,
  akt,
  katalog,
}: {
  personId: string;
  post: AktVy['verkstalligheter'][number];
  akt: AktVy;
  katalog: KatalogVy;
}) {
  const css = useStyles();
  const { id, data: v } = post;
  const ref = { type: 'verkstallighet' as const, id };
  const antal = useOppnaPa(personId, akt.bevakningar, ref);
  const meny = useNodmeny(personId, `verkstallighet/${id}`);
  const beslut = akt.beslut.find((one) => one.id === v.beslutId);
  const bestallningar = akt.bestallningar.filter(({ data }) => data.bekraftelse?.verkstallighetId === id);
  const knapp = (namn: string, menypost: NodMeny, ikon: ReactElement, tangent?: string) => {
    const val = meny(menypost);
    if (!val) return null;
    return (
      <Hinderknapp
        namn={namn}
        ikon={ikon}
        hinder={val.hinder}
        tangent={tangent}
        onClick={() => showArendedialog({ personId, post: menypost, id })}
      />
    );
  };
  return (
    <Postsida
      etikett={etikettVerkstallighet(v, utforarnamn(katalog, v.utforareId))}
      osand={post.osand}
      fakta={[
        ['Insatskategori', v.insatskategori],
        ['Utförare', utforarnamn(katalog, v.utforareId)],
        ['Organisation', katalog.organisationer.find((one) => one.id === v.organisationId)?.data.namn],
        ['Gäller fr.o.m.', v.startdatum],
        ['Gäller t.o.m.', v.slutdatum ?? 'Tills vidare'],
        ['Avslutsorsak', v.avslut?.orsak],
        ['Avslutad av', v.avslut?.namn],
      ]}
    >
      <Knappar>
        {mayRun('bevakning.lagg', { roller: katalog.egen.roller, aktiv: true }) && (
          <Kameraknapp om="verkställigheten" antal={antal} onClick={() => showKamera(personId, ref)} />
        )}
        {knapp('Avsluta verkställighet', 'avslutaVerkstallighet', <RecordStop20Regular />)}
        {knapp('Öppna igen', 'oppnaVerkstallighetIgen', <ArrowUndo20Regular />)}
        {knapp('Byt utförare', 'bytUtforare', <PeopleSwap20Filled style={{ color: 'var(--akBlue)' }} />, tangentFor('bytUtforare'))}
        {knapp('Uppföljningar', 'uppfoljningar', <CalendarCheckmark20Regular />)}
        {meny('dokumentation') && (
          <Hinderknapp
            namn={v.lssInsatser ? 'Skriv i LSS Insatser' : 'Läs dokumentationen'}
            ikon={v.lssInsatser ? <Edit20Regular /> : <Notebook20Regular />}
            onClick={() => showDokumentation(personId, { slag: 'verkstallighet', id })}
          />
        )}
      </Knappar>
      <FranvaroDel personId={personId} post={post} akt={akt} katalog={katalog} />
      {beslut && (
        <>
          <Underrubrik>Beslut</Underrubrik>
          <div>
            <button
              type="button"
              className={css.lank}
              onClick={() => showYta(personId, { slag: 'utredning', id: beslut.data.utredningId, flik: 'beslut', beslutId: beslut.id })}
            >
              {`${beslut.data.beslutsnamn}, ${beslut.data.giltigFran} – ${beslut.data.giltigTom ?? 'tills vidare'}`}
            </button>
          </div>
        </>
      )}
      {bestallningar.length > 0 && (
        <>
          <Underrubrik>Beställningar</Underrubrik>
          <div>
            {bestallningar.map(({ id: bestallningId, data }) => {
              const utredningId = akt.beslut.find((one) => one.id === data.beslutId)?.data.utredningId;
              const text = `${data.insatser.join(', ') || data.insatskategori}, ${data.gallerFran} – ${data.gallerTom ?? 'tills vidare'}`;
              return (
                <button
                  key={bestallningId}
                  type="button"
                  className={css.lank}
                  onClick={() =>
                    utredningId && showYta(personId, { slag: 'utredning', id: utredningId, flik: 'bestallning', bestallningId })
                  }
                >
                  {text}
                </button>
              );
            })}
          </div>
        </>
      )}
    </Postsida>
  );
}
