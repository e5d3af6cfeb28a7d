import { makeStyles } from '@fluentui/react-components';
import { ArrowUndo20Regular, Edit20Regular, Notebook20Regular, PeopleSwap20Filled, RecordStop20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { etikettVerkstallighet } from '../../../shared/domain/etikett.ts';
import type { NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { Chip } from '../../components/Chip.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Faktalista } from '../../components/Faktalista.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { useAktdata } from '../../state/akt.ts';
import { visaDokumentation, visaYta } from '../../state/arbetsyta.ts';
import { visaArendedialog } from '../../state/arendedialog.ts';
import { tangentFor } from '../../state/keys.ts';
import { useNodmeny } from '../../state/nodmeny.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';

const useStyles = makeStyles({
  yta: { padding: '12px', maxWidth: '720px', overflowY: 'auto', display: 'flex', flexDirection: 'column', gap: '12px' },
  rubrik: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px',
    margin: 0,
    fontSize: '16px',
    lineHeight: '22px',
    fontWeight: 600,
  },
  under: { margin: '4px 0 0', fontSize: '13px', fontWeight: 600 },
  knappar: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
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
        onClick={() => visaArendedialog({ personId, post: menypost, id })}
      />
    );
  };
  return (
    <section className={css.yta} aria-label={etikettVerkstallighet(v, utforarnamn(katalog, v.utforareId))}>
      <h2 className={css.rubrik}>
        {etikettVerkstallighet(v, utforarnamn(katalog, v.utforareId))}
        {post.osand && <Chip ton="gul">Inte skickad än</Chip>}
      </h2>
      <Faktalista
        rader={[
          ['Insatskategori', v.insatskategori],
          ['Utförare', utforarnamn(katalog, v.utforareId)],
          ['Organisation', katalog.organisationer.find((one) => one.id === v.organisationId)?.data.namn],
          ['Gäller fr.o.m.', v.startdatum],
          ['Gäller t.o.m.', v.slutdatum ?? 'Tills vidare'],
          ['Avslutsorsak', v.avslut?.orsak],
          ['Avslutad av', v.avslut?.namn],
        ]}
      />
      <div className={css.knappar}>
        {knapp('Avsluta verkställighet', 'avslutaVerkstallighet', <RecordStop20Regular />)}
        {knapp('Öppna igen', 'oppnaVerkstallighetIgen', <ArrowUndo20Regular />)}
        {knapp('Byt utförare', 'bytUtforare', <PeopleSwap20Filled style={{ color: 'var(--akBlue)' }} />, tangentFor('bytUtforare'))}
        {meny('dokumentation') && (
          <Hinderknapp
            namn={v.lssInsatser ? 'Skriv i LSS Insatser' : 'Läs dokumentationen'}
            ikon={v.lssInsatser ? <Edit20Regular /> : <Notebook20Regular />}
            onClick={() => visaDokumentation(personId, { slag: 'verkstallighet', id })}
          />
        )}
      </div>
      {beslut && (
        <>
          <h3 className={css.under}>Beslut</h3>
          <div>
            <button
              type="button"
              className={css.lank}
              onClick={() => visaYta(personId, { slag: 'utredning', id: beslut.data.utredningId, flik: 'beslut', beslutId: beslut.id })}
            >
              {`${beslut.data.beslutsnamn}, ${beslut.data.giltigFran} – ${beslut.data.giltigTom ?? 'tills vidare'}`}
            </button>
          </div>
        </>
      )}
      {bestallningar.length > 0 && (
        <>
          <h3 className={css.under}>Beställningar</h3>
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
                    utredningId && visaYta(personId, { slag: 'utredning', id: utredningId, flik: 'bestallning', bestallningId })
                  }
                >
                  {text}
                </button>
              );
            })}
          </div>
        </>
      )}
    </section>
  );
}
