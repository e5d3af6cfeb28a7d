import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { ErrorBar } from '../ErrorBar.tsx';
import { Faktalista } from '../Faktalista.tsx';

const useStyles = makeStyles({
  plats: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '720px', ':not(:empty)': { paddingBottom: '8px' } },
  bada: { display: 'block', marginTop: '12px' },
});

type Ord = { vad: string; gor: string };
export type Formularmeddelandenprops = {
  avslag?: Ord | undefined;
  diskfel?: Ord | undefined;
  onTryAgain: () => void;
  /** Somebody changed the record meanwhile: what stands there now, label and value (FRAGA-61). */
  andrad?:
    | {
        rader: readonly (readonly [string, string])[];
        /** What both have changed, each to something else. */
        konflikter: readonly { etikett: string; mitt: string; annat: string }[];
        onMina: () => void;
        onEdit: () => void;
      }
    | undefined;
};

/** What is to be said of the whole form: above its fields, read out once. */
export function Formularmeddelanden({ avslag, diskfel, onTryAgain, andrad }: Formularmeddelandenprops) {
  const css = useStyles();
  return (
    <div className={css.plats}>
      {diskfel && <ErrorBar {...diskfel} handling="Försök igen" onHandling={onTryAgain} />}
      {avslag && <ErrorBar {...avslag} />}
      {andrad && (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>
            <MessageBarTitle>Någon annan har ändrat detta sedan du började. Nu står där:</MessageBarTitle>
            <Faktalista rader={andrad.rader} />
            {andrad.konflikter.length > 0 && (
              <>
                <strong className={css.bada}>Det här har ni båda ändrat. Behåller du dina uppgifter gäller det du har skrivit:</strong>
                <Faktalista rader={andrad.konflikter.map(({ etikett, mitt, annat }) => [etikett, `du: ${mitt} · i akten: ${annat}`])} />
              </>
            )}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={andrad.onMina}>
              Behåll mina uppgifter
            </Button>
            <Button size="small" onClick={andrad.onEdit}>
              Ta de andra uppgifterna
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}
