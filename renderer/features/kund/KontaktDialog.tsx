import { Button, Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components';
import { Delete20Regular, Desktop16Regular, Dismiss20Regular, Save20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { type Kontakt, kontaktTyper } from '../../../shared/domain/kontakt/records.ts';
import { kontaktOrd } from '../../../shared/words/kontakt.ts';
import { Chip } from '../../components/Chip.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Falt } from '../../components/formular/Falt.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { FormularKontext } from '../../components/formular/kontext.ts';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { UtkastLasesDialog } from '../../components/formular/UtkastLases.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { newId } from '../../state/core.ts';
import { useFormular } from '../../state/useFormular.ts';
import {
  faltAv,
  type Kontaktfalt,
  type Kontaktvarden,
  kontaktAv,
  kontaktfel,
  kontaktnyckel,
  kontaktvarden,
  langst,
  type Textfalt as Textfaltnamn,
  tommaFalt,
} from './kontaktformular.ts';

const useStyles = makeStyles({
  yta: { maxWidth: '624px' },
  // SYM-02: the diskette sits in the upper edge of the dialog.
  verktyg: { display: 'flex', alignItems: 'center', gap: '4px' },
  falt: { display: 'grid', rowGap: '8px', ['--akEtikett' as string]: '132px' },
});

type Props = {
  personId: string;
  kund: string;
  /** `ny` for one that is added. */
  kontaktId: string;
  /** The contact as the replica holds it now; undefined for a new one. */
  nu: Kontakt | undefined;
  onClose: () => void;
};

const etiketter: [Textfaltnamn, string][] = [
  ['namn', 'Namn'],
  ['personnummer', 'Personnummer'],
  ['relation', 'Relation'],
  ['telefon', 'Telefon'],
  ['epost', 'E-post'],
  ['adress', 'Adress'],
];
const titel = ({ falt }: Kontaktvarden): string => ['Kontaktuppgifter', falt.namn.trim()].filter(Boolean).join(': ');

/** A contact in full, to fill in or change (PERS-03, PERS-04). Closing asks nothing: what is half-filled stays as a draft. */
export function KontaktDialog({ personId, kund, kontaktId, nu, onClose }: Props) {
  const css = useStyles();
  const sparad = nu && { kontaktId, basRev: nu.rev, falt: faltAv(nu) };
  const form = useFormular<Kontaktvarden>({
    nyckel: kontaktnyckel(personId, kontaktId),
    personId,
    titel,
    start: () => sparad ?? { kontaktId: newId(), basRev: null, falt: tommaFalt },
    schema: kontaktvarden,
    nu: sparad,
    kontroll: ({ falt }) => kontaktfel(falt),
    command: (varden) => ({
      name: 'kontakt.spara',
      input: { personId, kontaktId: varden.kontaktId, basRev: varden.basRev, kontakt: kontaktAv(varden.falt, newId()) },
    }),
    faltAv: (field) => /^kontakt\.(\w+)/.exec(field)?.[1],
    namn: (kod) => (kod in kontaktOrd ? kontaktOrd[kod as Kontakt['typ']] : undefined),
    onSaved: onClose,
  });
  const [tasBort, setTasBort] = useState(false);
  const { falt } = form.varden;
  const ny = kontaktId === 'ny';
  // The first button of the head would take it, and its tooltip the first Esc.
  useEffect(() => {
    if (!form.laddar) form.yta.current?.querySelector<HTMLInputElement>('[data-falt="namn"] input')?.focus();
  }, [form.laddar, form.yta]);
  if (form.laddar) return <UtkastLasesDialog diskfel={form.diskfel} onClose={onClose} />;

  const change = (del: Partial<Kontaktfalt>) => form.change((now) => ({ falt: { ...now.falt, ...del } }));
  const close = async () => {
    await form.flush();
    onClose();
  };
  const remove = async () => {
    setTasBort(false);
    const taken = await form.handOver((varden) => ({
      name: 'kontakt.taBort',
      input: { personId, kontaktId: varden.kontaktId, basRev: varden.basRev ?? undefined },
    }));
    if (taken) onClose();
  };

  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && void close()}>
      <DialogSurface className={css.yta}>
        <FormularKontext value={form}>
          <form
            ref={form.yta}
            noValidate
            aria-label={ny ? 'Lägg till kontakt' : 'Kontakt'}
            onSubmit={(event) => event.preventDefault()}
            onKeyDown={(event) => {
              if (event.ctrlKey && !event.shiftKey && event.key.toLowerCase() === 's') {
                event.preventDefault();
                event.stopPropagation();
                void form.save();
              }
            }}
          >
            <DialogBody>
              <DialogTitle
                action={
                  <span className={css.verktyg}>
                    {!form.lases && <IconButton namn="Spara" tangent="Ctrl+S" ikon={<Save20Regular />} onClick={() => void form.save()} />}
                    {!ny && !form.lases && (
                      <IconButton namn="Ta bort kontakten" ikon={<Delete20Regular />} onClick={() => setTasBort(true)} />
                    )}
                    <IconButton namn="Stäng" tangent="Esc" ikon={<Dismiss20Regular />} onClick={() => void close()} />
                  </span>
                }
              >
                {ny ? 'Lägg till kontakt' : 'Kontakt'}
              </DialogTitle>
              <DialogContent className={css.falt}>
                <div className={css.verktyg}>
                  <span>{`För ${kund}`}</span>
                  {form.arUtkast && (
                    <Chip ton="gul" ikon={<Desktop16Regular aria-hidden />}>
                      Utkast – finns bara här
                    </Chip>
                  )}
                  {form.arUtkast && (
                    <Button size="small" appearance="subtle" onClick={() => void form.startOver().then(onClose)}>
                      Kasta utkastet
                    </Button>
                  )}
                </div>
                <Formularmeddelanden
                  avslag={form.avslag}
                  diskfel={form.diskfel}
                  onTryAgain={() => void form.flush()}
                  andrad={form.andrad(({ falt: now }) => [
                    ['Typ', kontaktOrd[now.typ]],
                    ...etiketter.map(([namn, etikett]) => [etikett, now[namn]] as const),
                    ['Anteckning', now.anteckning],
                  ])}
                />
                <Falt lases={form.lases} className={css.falt}>
                  <Valfalt
                    falt="typ"
                    etikett="Typ"
                    krav
                    val={kontaktTyper.map((typ) => ({ varde: typ, namn: kontaktOrd[typ] }))}
                    varde={falt.typ}
                    onVarde={(vald) => change({ typ: kontaktTyper.find((typ) => typ === vald) ?? falt.typ })}
                  />
                  {etiketter.map(([namn, etikett]) =>
                    // What is in a draft is shown, so that it can be taken out.
                    namn === 'adress' && nu?.adressSkyddad && falt.adress === '' ? (
                      <Lasrad key={namn} etikett={etikett}>
                        Adressen är skyddad och sparas inte.
                      </Lasrad>
                    ) : (
                      <Textfalt
                        key={namn}
                        falt={namn}
                        etikett={etikett}
                        krav={namn === 'namn'}
                        varde={falt[namn]}
                        langst={langst[namn]}
                        onVarde={(value) => change({ [namn]: value })}
                      />
                    ),
                  )}
                  <Textfalt
                    falt="anteckning"
                    etikett="Anteckning"
                    varde={falt.anteckning}
                    langst={langst.anteckning}
                    rader={3}
                    onVarde={(anteckning) => change({ anteckning })}
                  />
                </Falt>
              </DialogContent>
            </DialogBody>
          </form>
        </FormularKontext>
        <ConfirmDialog
          oppen={tasBort}
          rubrik="Ta bort kontakten?"
          bekrafta="Ta bort kontakten"
          onCancel={() => setTasBort(false)}
          onConfirm={() => void remove()}
        >
          {`${kontaktOrd[falt.typ]} ${falt.namn} tas bort från Kontaktuppgifter för ${kund}.`}
        </ConfirmDialog>
      </DialogSurface>
    </Dialog>
  );
}
