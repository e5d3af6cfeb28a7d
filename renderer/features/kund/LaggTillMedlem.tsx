import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
} from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { HushallFalt } from '../../../shared/domain/hushall/medlemmar.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { readNummer } from '../../components/personformular.ts';
import { call, newId } from '../../state/core.ts';

const useStyles = makeStyles({
  innehall: { display: 'flex', flexDirection: 'column', gap: '8px' },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '24px' },
  lista: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** A person who may be the member, with what tells them apart before Registrera (FORB-06). */
type Traff = { id: string; namn: string; personnummer?: string; ort: string; personId?: string };
export type Relation = { namn: string; vardnadshavare: boolean };

type Props = {
  relationer: readonly Relation[];
  /** Whoever is of the hushåll already, the kund too: by id or number. */
  arMed: (person: { personId?: string | undefined; personnummer?: string | undefined }) => boolean;
  onRegister: (medlem: HushallFalt) => void;
  onClose: () => void;
};

/** Lägg till hushållsmedlem: by personnummer, which is the safest (HUSH-03, FORB-06); by name only when that is asked for. */
export function LaggTillMedlem({ relationer, arMed, onRegister, onClose }: Props) {
  const css = useStyles();
  const [text, setText] = useState('');
  const [paNamn, setPaNamn] = useState(false);
  const [fel, setFel] = useState<string>();
  const [traffar, setTraffar] = useState<Traff[]>();
  const [kirNaddes, setKirNaddes] = useState(true);
  const [vald, setVald] = useState<string>();
  const [relation, setRelation] = useState('');
  const [relationsfel, setRelationsfel] = useState<string>();

  const search = async () => {
    setTraffar(undefined);
    setVald(undefined);
    const nummer = readNummer(text, idagNu());
    if (!paNamn && !nummer.ok) {
      setFel('Personnumret är inte helt. Skriv till exempel 19680214-4587.');
      return;
    }
    if (text.trim() === '') {
      setFel('Skriv efternamn och förnamn.');
      return;
    }
    setFel(undefined);
    const [funna, kir] = await Promise.all([
      call('sok.person', { text: nummer.ok ? formatPersonnummer(nummer.value) : text, arhundrade: 'alla', id: newId() }),
      nummer.ok ? call('kir.sok', { personnummer: nummer.value }) : undefined,
    ]);
    if (!funna.ok || funna.value.slag === 'hjalp') {
      setFel(funna.ok ? 'Skriv efternamn och förnamn, till exempel Ekström Linnea.' : ordForFel(funna.error.code).vad);
      return;
    }
    const svar = kir?.ok ? kir.value : undefined;
    setKirNaddes(!nummer.ok || (svar !== undefined && svar.slag !== 'ejNaddes' && svar.slag !== 'forManga'));
    const har = funna.value.rader
      // A protected person is not named here, and so not chosen by name.
      .filter(({ skydd }) => skydd !== 'skyddadFolkbokforing')
      .map(
        (rad): Traff => ({ id: rad.personId, namn: rad.namn, personnummer: rad.personnummer, ort: rad.ort ?? '', personId: rad.personId }),
      );
    const iKir: Traff[] =
      svar?.slag === 'traff' && !har.some(({ personnummer }) => personnummer === svar.post.personnummer)
        ? [
            {
              id: svar.post.personnummer,
              namn: displayName(svar.post),
              personnummer: svar.post.personnummer,
              ort: svar.post.skydd === 'ingen' && svar.post.adress ? `${svar.post.adress.gata}, ${svar.post.adress.ort}` : '',
            },
          ]
        : [];
    const alla = [...har, ...iKir];
    const nya = alla.filter((traff) => !arMed(traff));
    const [redan] = alla;
    if (nya.length === 0 && redan) {
      setFel(`${redan.namn} finns redan i hushållet.`);
      return;
    }
    setTraffar(nya);
    setVald(nya.length === 1 ? nya[0]?.id : undefined);
  };
  const register = () => {
    const traff = traffar?.find(({ id }) => id === vald);
    const val = relationer.find(({ namn }) => namn === relation);
    if (!traff) return;
    if (!val) {
      setRelationsfel('Välj relation.');
      return;
    }
    onRegister({
      ...(traff.personId === undefined ? {} : { personId: traff.personId }),
      namn: traff.namn,
      ...(traff.personnummer === undefined ? {} : { personnummer: traff.personnummer }),
      relation: val.namn,
      vardnadshavare: val.vardnadshavare,
      registerledare: false,
    });
  };
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '624px' }}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (vald === undefined) void search();
            else register();
          }}
        >
          <DialogBody>
            <DialogTitle>Lägg till i hushållet</DialogTitle>
            <DialogContent className={css.innehall}>
              <Field
                size="small"
                label={paNamn ? 'Namn (efternamn förnamn)' : 'Personnummer'}
                required
                {...(fel === undefined ? {} : { validationMessage: fel, validationState: 'error' as const })}
              >
                <Input
                  size="small"
                  value={text}
                  autoFocus
                  maxLength={100}
                  onChange={(_, { value }) => {
                    setText(value);
                    setVald(undefined);
                    setTraffar(undefined);
                  }}
                />
              </Field>
              <div className={css.rad}>
                <Button size="small" icon={<Search20Regular />} onClick={() => void search()}>
                  Sök
                </Button>
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => {
                    setPaNamn(!paNamn);
                    setFel(undefined);
                  }}
                >
                  {paNamn ? 'Sök på personnummer' : 'Sök på namn i stället'}
                </Button>
              </div>
              {!kirNaddes && (
                <ErrorBar
                  slag="warning"
                  vad="KIR kan inte nås just nu."
                  gor="Bara kunder som finns på datorn hittas. Försök igen när du är ansluten."
                />
              )}
              {traffar?.length === 0 && <span>Ingen person hittades.</span>}
              {traffar && traffar.length > 0 && (
                <ul className={css.lista} aria-label="Personer">
                  {traffar.map((traff) => (
                    <li key={traff.id} className={css.rad}>
                      <label className={css.rad}>
                        <input type="radio" name="medlem" checked={vald === traff.id} onChange={() => setVald(traff.id)} />
                        <span>{traff.namn}</span>
                        <span>{traff.personnummer === undefined ? '' : formatPersonnummer(traff.personnummer)}</span>
                        <span>{traff.ort}</span>
                      </label>
                    </li>
                  ))}
                </ul>
              )}
              {vald !== undefined && (
                <Field
                  size="small"
                  label="Relation"
                  required
                  {...(relationsfel === undefined ? {} : { validationMessage: relationsfel, validationState: 'error' as const })}
                >
                  <Valkontroll
                    val={relationer.map(({ namn }) => ({ varde: namn, namn }))}
                    varde={relation}
                    onVarde={(namn) => {
                      setRelation(namn);
                      setRelationsfel(undefined);
                    }}
                    tomText="Välj relation"
                  />
                </Field>
              )}
            </DialogContent>
            <DialogActions>
              <Button size="small" onClick={onClose}>
                Avbryt
              </Button>
              <Button size="small" appearance="primary" disabledFocusable={vald === undefined} onClick={register}>
                Registrera
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
