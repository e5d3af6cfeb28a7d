import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Dropdown,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Option,
  Textarea,
} from '@fluentui/react-components';
import { Delete20Regular, Desktop16Regular, Dismiss20Regular, Save20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { type Kontakt, kontaktTyper } from '../../../shared/domain/kontakt/records.ts';
import { Chip } from '../../components/Chip.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Faktalista } from '../../components/Faktalista.tsx';
import { useRadstil } from '../../components/formular/stil.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { faltAv, faltfel, langst, type Textfalt } from './kontaktformular.ts';
import { kontaktOrd } from './ord.ts';
import { type Kontaktstart, useKontakt } from './useKontakt.ts';

const useStyles = makeStyles({
  yta: { maxWidth: '624px' },
  // SYM-02: the diskette sits in the upper edge of the dialog.
  verktyg: { display: 'flex', alignItems: 'center', gap: '4px' },
  falt: { display: 'grid', rowGap: '8px' },
});

type Props = {
  personId: string;
  kund: string;
  start: Kontaktstart;
  /** The contact as the replica holds it now; undefined for a new one, or when it is gone. */
  nu: Kontakt | undefined;
  onStang: () => void;
};

const etiketter: [Textfalt, string][] = [
  ['namn', 'Namn'],
  ['relation', 'Relation'],
  ['telefon', 'Telefon'],
  ['epost', 'E-post'],
  ['adress', 'Adress'],
];

/** A contact in full, to fill in or change (PERS-03, PERS-04). Closing asks nothing: what is half-filled stays as a draft. */
export function KontaktDialog({ personId, kund, start, nu, onStang }: Props) {
  const css = useStyles();
  const { rad } = useRadstil();
  const form = useKontakt(personId, start, nu);
  const [lamnade, setLamnade] = useState<ReadonlySet<Textfalt>>(new Set());
  const [tasBort, setTasBort] = useState(false);
  const rutor = useRef(new Map<Textfalt, HTMLElement>());
  const { falt } = form;
  const ny = start.data.basRev === null;
  // The first button of the head would take it, and its tooltip the first Esc.
  useEffect(() => rutor.current.get('namn')?.focus(), []);

  const stang = async () => {
    await form.tom();
    onStang();
  };
  const spara = async () => {
    const fel = form.forstaFel();
    if (fel) {
      setLamnade(new Set([...lamnade, fel]));
      rutor.current.get(fel)?.focus();
    } else if (await form.spara()) onStang();
  };
  const meddelande = (namn: Textfalt) => {
    const fel = lamnade.has(namn) ? faltfel(falt, namn) : undefined;
    return fel ? { validationMessage: fel, validationState: 'error' as const } : {};
  };
  const lamna = (namn: Textfalt) => {
    setLamnade((before) => new Set([...before, namn]));
    void form.tom();
  };
  const ruta = (namn: Textfalt) => (element: HTMLElement | null) => {
    if (element) rutor.current.set(namn, element);
  };

  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && void stang()}>
      <DialogSurface className={css.yta}>
        <DialogBody>
          <DialogTitle
            action={
              <span className={css.verktyg}>
                <IconButton namn="Spara" tangent="Ctrl+S" ikon={<Save20Regular />} onClick={() => void spara()} />
                {!ny && <IconButton namn="Ta bort kontakten" ikon={<Delete20Regular />} onClick={() => setTasBort(true)} />}
                <IconButton namn="Stäng" tangent="Esc" ikon={<Dismiss20Regular />} onClick={() => void stang()} />
              </span>
            }
          >
            {ny ? 'Lägg till kontakt' : 'Kontakt'}
          </DialogTitle>
          <DialogContent
            className={css.falt}
            onKeyDown={(event) => {
              if (event.ctrlKey && !event.shiftKey && event.key.toLowerCase() === 's') {
                event.preventDefault();
                void spara();
              }
            }}
          >
            <div className={css.verktyg}>
              <span>{`För ${kund}`}</span>
              {form.arUtkast && (
                <Chip ton="gul" ikon={<Desktop16Regular aria-hidden />}>
                  Utkast – finns bara här
                </Chip>
              )}
              {form.arUtkast && (
                <Button size="small" appearance="subtle" onClick={() => void form.slang().then(onStang)}>
                  Kasta utkastet
                </Button>
              )}
            </div>
            {form.diskfel && <ErrorBar {...form.diskfel} handling="Försök igen" onHandling={() => void form.tom()} />}
            {form.fel && <ErrorBar {...form.fel} />}
            {form.andrad && <Andrad nu={form.andrad} onMina={form.behallMina} onAndra={form.taAndra} />}
            <Field label="Typ" required orientation="horizontal" className={rad}>
              <Dropdown
                size="small"
                selectedOptions={[falt.typ]}
                value={kontaktOrd[falt.typ]}
                onOptionSelect={(_, { optionValue }) => form.andra({ typ: kontaktTyper.find((typ) => typ === optionValue) ?? falt.typ })}
              >
                {kontaktTyper.map((typ) => (
                  <Option key={typ} value={typ}>
                    {kontaktOrd[typ]}
                  </Option>
                ))}
              </Dropdown>
            </Field>
            {etiketter.map(([namn, etikett]) => (
              <Field key={namn} label={etikett} required={namn === 'namn'} orientation="horizontal" className={rad} {...meddelande(namn)}>
                <Input
                  size="small"
                  value={falt[namn]}
                  maxLength={langst[namn]}
                  input={{ ref: ruta(namn) }}
                  onChange={(_, { value }) => form.andra({ [namn]: value })}
                  onBlur={() => lamna(namn)}
                />
              </Field>
            ))}
            <Field label="Anteckning" orientation="horizontal" className={rad}>
              <Textarea
                value={falt.anteckning}
                maxLength={langst.anteckning}
                rows={3}
                resize="vertical"
                onChange={(_, { value }) => form.andra({ anteckning: value })}
                onBlur={() => lamna('anteckning')}
              />
            </Field>
          </DialogContent>
        </DialogBody>
        <ConfirmDialog
          oppen={tasBort}
          rubrik="Ta bort kontakten?"
          bekrafta="Ta bort kontakten"
          onAvbryt={() => setTasBort(false)}
          onBekrafta={() => {
            setTasBort(false);
            void form.taBort().then((borta) => borta && onStang());
          }}
        >
          {`${kontaktOrd[falt.typ]} ${falt.namn} tas bort från Kontaktuppgifter för ${kund}.`}
        </ConfirmDialog>
      </DialogSurface>
    </Dialog>
  );
}

/** FRAGA-61: somebody changed it meanwhile; the user chooses, nothing is overwritten silently. */
function Andrad({ nu, onMina, onAndra }: { nu: Kontakt; onMina: () => void; onAndra: () => void }) {
  const f = faltAv(nu);
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>Någon annan har ändrat kontakten. Nu står där:</MessageBarTitle>
        <Faktalista
          rader={[
            ['Typ', kontaktOrd[f.typ]],
            ...etiketter.map(([namn, etikett]) => [etikett, f[namn]] as const),
            ['Anteckning', f.anteckning],
          ]}
        />
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onMina}>
          Behåll mina uppgifter
        </Button>
        <Button size="small" onClick={onAndra}>
          Ta de andra uppgifterna
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
