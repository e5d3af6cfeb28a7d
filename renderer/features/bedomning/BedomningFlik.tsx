import { makeStyles } from '@fluentui/react-components';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { type Aktdata, aktForPost, useAktdata } from '../../state/akt.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useCommand } from '../../state/keys.ts';
import { Bedomningsformular } from './Bedomningsformular.tsx';
import { attBedoma } from './bedomningsformular.ts';

const useStyles = makeStyles({ flik: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 } });

export type BedomningFlikProps = {
  personId: string;
  utredningId: string;
  bedomningId?: string /** The bifall it is made from. */;
  beslutId?: string;
};

/** The tab Bedömning of an utredning: the bedömning that is open, else an empty one (BEDOM-02). */
export function BedomningFlik(props: BedomningFlikProps) {
  return (
    <Hamtat svar={useAktdata(props.personId)}>
      {({ akt, katalog }) => <Flik {...props} akt={aktForPost(akt, 'utredning', props.utredningId)} katalog={katalog} />}
    </Hamtat>
  );
}

function Flik({ personId, utredningId, bedomningId: asked, beslutId, akt, katalog }: BedomningFlikProps & Aktdata) {
  const kan = useMaySave('bedomning');
  // Whoever may not assess finds what is there.
  const bedomningId = asked ?? (kan ? undefined : akt.bedomningar.find(({ data }) => data.utredningId === utredningId)?.id);
  const css = useStyles();
  const show = (del: { bedomningId?: string; beslutId?: string; ny?: boolean }) =>
    showYta(personId, { slag: 'utredning', id: utredningId, flik: 'bedomning', ...del });
  const ny = bedomningId === undefined || !kan ? undefined : () => show({ ny: true });
  useCommand('ny', ny ?? null);
  if (bedomningId !== undefined && !akt.bedomningar.some(({ id }) => id === bedomningId)) {
    return <EmptyState text="Bedömningen finns inte i akten." />;
  }
  // Unasked for: the bifall that has none yet comes first.
  const mojliga = attBedoma(akt, katalog, utredningId, beslutId);
  const beslut = mojliga.find((one) => !akt.bedomningar.some((bedomning) => bedomning.data.beslutId === one.id)) ?? mojliga[0];
  if (bedomningId === undefined && !(beslut && kan)) {
    return <EmptyState text={kan ? 'Utredningen har inget bifall på en insats som bedöms.' : 'Utredningen har ingen bedömning än.'} />;
  }
  const objekt = bedomningId ?? beslut?.id ?? utredningId;
  return (
    <div className={css.flik}>
      <Bedomningsformular
        key={objekt}
        objekt={objekt}
        utredningId={utredningId}
        bedomningId={bedomningId}
        beslut={beslut}
        akt={akt}
        katalog={katalog}
        onSaved={(id) => show({ bedomningId: id })}
        onNy={ny}
      />
    </div>
  );
}
