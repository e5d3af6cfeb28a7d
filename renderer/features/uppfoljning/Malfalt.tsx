import { Button, makeStyles } from '@fluentui/react-components';
import { Add20Regular, Delete20Regular } from '@fluentui/react-icons';
import { malutfall } from '../../../shared/domain/uppfoljning/records.ts';
import { malutfallOrd } from '../../../shared/words/uppfoljning.ts';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { type Malvarden, tomtMal } from './uppfoljningsformular.ts';

const useStyles = makeStyles({
  ett: {
    ...{ display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0, margin: 0, padding: '8px 0 0' },
    ...{ border: 0, borderTop: '1px solid var(--akHair)' },
  },
  knapp: { alignSelf: 'flex-start' },
});

/** As many as the record holds. */
const flest = 30;

type Props = { mal: readonly Malvarden[]; onMal: (mal: Malvarden[]) => void };

/** The goals, and how far each has been reached. */
export function Malfalt({ mal, onMal }: Props) {
  const css = useStyles();
  const change = (nr: number, del: Partial<Malvarden>) => onMal(mal.map((ett, at) => (at === nr ? { ...ett, ...del } : ett)));
  return (
    <>
      {mal.map((ett, nr) => {
        const namn = `Mål ${nr + 1}`;
        return (
          // The goals are known by their place: two may be worded alike.
          // biome-ignore lint/suspicious/noArrayIndexKey: each field is written by its place
          <fieldset key={nr} aria-label={namn} className={css.ett}>
            <Textfalt
              falt={`mal.${nr}.mal`}
              etikett={namn}
              krav
              varde={ett.mal}
              onVarde={(text) => change(nr, { mal: text })}
              langst={500}
              rader={1}
            />
            <Radioval
              falt={`mal.${nr}.utfall`}
              etikett={`Utfall av mål ${nr + 1}`}
              krav
              val={malutfall.map((utfall) => ({ varde: utfall, namn: malutfallOrd[utfall] }))}
              varde={ett.utfall}
              onVarde={(vald) => change(nr, { utfall: malutfall.find((one) => one === vald) ?? '' })}
            />
            <Textfalt
              falt={`mal.${nr}.kommentar`}
              etikett={`Kommentar till mål ${nr + 1}`}
              varde={ett.kommentar}
              onVarde={(kommentar) => change(nr, { kommentar })}
              langst={1000}
              rader={1}
            />
            <Button
              className={css.knapp}
              size="small"
              icon={<Delete20Regular />}
              onClick={() => onMal(mal.filter((_, at) => at !== nr))}
            >{`Ta bort mål ${nr + 1}`}</Button>
          </fieldset>
        );
      })}
      {mal.length < flest && (
        <Button className={css.knapp} size="small" icon={<Add20Regular />} onClick={() => onMal([...mal, tomtMal])}>
          Lägg till mål
        </Button>
      )}
    </>
  );
}
