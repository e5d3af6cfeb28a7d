import { makeStyles } from '@fluentui/react-components';
import { Faltgrupp } from '../../components/formular/Faltgrupp.tsx';
import { Kryssruta } from '../../components/formular/Kryssruta.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import type { Orderunderlag, Ordervarden } from './order.ts';

const useStyles = makeStyles({
  forhand: {
    flexBasis: '100%',
    margin: 0,
    padding: '6px 10px',
    borderLeft: '3px solid var(--akHair)',
    backgroundColor: 'var(--akCanvas)',
    whiteSpace: 'pre-wrap',
  },
});

type Props = { underlag: Orderunderlag; varden: Ordervarden; change: (del: Partial<Ordervarden>) => void };

/** A message to the utförare (BEST-GEN-06), and the Anteckning of an aktualisering: off until it is asked for and seen (FORB-58). */
export function Bestallningstext({ underlag: { akt, beslut }, varden, change }: Props) {
  const css = useStyles();
  const med = akt.aktualiseringar.filter(({ data }) => data.utredningId === beslut.data.utredningId && (data.anteckning ?? '') !== '');
  return (
    <>
      <Textfalt
        falt="bestallningstext"
        etikett="Beställningstext"
        tips="Läses av dem som tar emot beställningen."
        langst={4000}
        rader={8}
        varde={varden.bestallningstext}
        onVarde={(bestallningstext) => change({ bestallningstext })}
      />
      {med.length > 0 && (
        <Faltgrupp falt="bifogaId" etikett="Bifoga anteckning" tips="Utföraren får läsa anteckningen som den står här.">
          {med.map(({ id, data }) => (
            <Kryssruta
              key={id}
              falt={`bifogaId.${id}`}
              etikett={`${data.typ} ${data.datum}`}
              vald={varden.bifogaId === id}
              onVald={(vald) => change({ bifogaId: vald ? id : undefined })}
            />
          ))}
          {med
            .filter(({ id }) => id === varden.bifogaId)
            .map(({ id, data }) => (
              <p key={id} className={css.forhand}>
                {data.anteckning}
              </p>
            ))}
        </Faltgrupp>
      )}
    </>
  );
}
