import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { type FormEvent, useEffect, useState } from 'react';
import { enhetsnamn } from '../../../shared/domain/katalog/enheter.ts';
import { type Grund, grunder } from '../../../shared/domain/person/ta-upp.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KatalogVy } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { useKatalog } from '../../state/akt.ts';
import { call, newId, runCommand } from '../../state/core.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { type AttTaUpp, closeTaUpp, useTaUpp } from '../../state/taUpp.ts';
import { ordForFlytt, ordForUtfall } from '../../state/utfallord.ts';

const grundord: Record<Grund, string> = { samtycke: 'Kunden samtycker', beslut: 'Beslut att uppgifterna får lämnas' };

const useStyles = makeStyles({
  innehall: { display: 'flex', flexDirection: 'column', gap: '10px', '& .fui-Radio__label': { fontSize: '13px' } },
});

/** Ta upp kunden hos oss: a kund of another unit becomes this unit's too (OSL 26:1). */
export function TaUppDialog() {
  const oppen = useTaUpp((state) => state.oppen);
  return oppen ? <MedKatalog key={oppen.personId} kund={oppen} /> : null;
}

function MedKatalog({ kund }: { kund: AttTaUpp }) {
  const katalog = useKatalog();
  return katalog.data ? <Dialogen kund={kund} katalog={katalog.data} /> : null;
}

function Dialogen({ kund, katalog }: { kund: AttTaUpp; katalog: KatalogVy }) {
  const { enheter } = katalog.egen;
  const [enhet, setEnhet] = useState(enheter[0] ?? '');
  const [grund, setGrund] = useState<Grund>();
  const [skal, setSkal] = useState('');
  const [tried, setTried] = useState(false);
  const [sant, setSant] = useState<string>();
  const [fel, setFel] = useState<Ord>();
  const [ids] = useState(() => ({ bevakningId: newId(), rev: newId() }));
  const css = useStyles();
  const saknas = { grund: grund === undefined, skal: skal.trim() === '' };

  const send = async () => {
    if (grund === undefined) return;
    const { personId, personnummer, franRad } = kund;
    const utfall = await runCommand('person.taUpp', { personId, personnummer, enhet, grund, skal: skal.trim(), ...ids });
    if (!utfall.ok) return setFel(ordForUtfall(utfall));
    const flyttat = franRad === undefined ? undefined : await call('utkorg.flytta', { id: franRad, tillPersonId: personId });
    setFel(flyttat && ordForFlytt(flyttat));
    setSant(utfall.id);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!saknas.grund && !saknas.skal) return void send();
    event.currentTarget.querySelector<HTMLElement>(saknas.grund ? 'input[type="radio"]' : 'textarea')?.focus();
  };
  return (
    <Dialog open modalType={sant ? 'modal' : 'alert'} onOpenChange={(_, { open }) => !open && closeTaUpp()}>
      <DialogSurface style={{ maxWidth: '560px' }}>
        <form noValidate onSubmit={onSubmit}>
          <DialogBody>
            <DialogTitle>{sant ? 'Kunden tas upp hos er' : 'Ta upp kunden hos oss'}</DialogTitle>
            <DialogContent className={css.innehall}>
              {fel && <ErrorBar {...fel} />}
              {sant ? (
                <Vantar personId={kund.personId} kommandoId={sant} />
              ) : (
                <>
                  <span>
                    {formatPersonnummer(kund.personnummer)} är redan kund i kommunen. Ni får läsa personuppgifter, kontakter och hushåll,
                    men inget av det andra enheter har skrivit. De får veta att ni har tagit upp kunden, och läser ditt skäl.
                  </span>
                  {enheter.length > 1 && (
                    <Field size="small" label="Enhet" required>
                      <Select value={enhet} onChange={(_, { value }) => setEnhet(value)}>
                        {enheter.map((kod) => (
                          <option key={kod} value={kod}>
                            {enhetsnamn(katalog.vardelistor.enhet, kod)}
                          </option>
                        ))}
                      </Select>
                    </Field>
                  )}
                  <Field
                    size="small"
                    label="Grund"
                    required
                    {...(tried && saknas.grund ? { validationMessage: 'Välj varför ni får läsa uppgifterna.' } : {})}
                  >
                    <RadioGroup
                      layout="horizontal"
                      value={grund ?? ''}
                      onChange={(_, { value }) => setGrund(grunder.find((one) => one === value))}
                    >
                      {grunder.map((one) => (
                        <Radio key={one} value={one} label={grundord[one]} />
                      ))}
                    </RadioGroup>
                  </Field>
                  <Field
                    size="small"
                    label="Skäl"
                    required
                    hint="Det läser de andra enheterna: skriv inte mer än de behöver veta."
                    {...(tried && saknas.skal ? { validationMessage: 'Skriv varför ni tar upp kunden.' } : {})}
                  >
                    <Textarea rows={3} maxLength={500} value={skal} onChange={(_, { value }) => setSkal(value)} />
                  </Field>
                </>
              )}
            </DialogContent>
            <DialogActions>
              <Button size="small" onClick={closeTaUpp}>
                {sant ? 'Stäng' : 'Avbryt'}
              </Button>
              {!sant && (
                <Button size="small" appearance="primary" type="submit">
                  Ta upp kunden
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

/** The akt comes with the server's answer, and is opened then; or the server says why not. */
function Vantar({ personId, kommandoId }: { personId: string; kommandoId: string }) {
  const svar = useQuery('utkorg.post', { id: kommandoId }, ['utkorg']);
  const { data } = useQuery('kunder.rader', { personIds: [personId] }, ['akt']);
  const [rad] = data ?? [];
  useEffect(() => {
    if (!rad) return;
    closeTaUpp();
    void openKund(personId);
  }, [rad, personId]);
  const avslag = svar.data?.tillstand === 'nekad' ? svar.data.rejection : undefined;
  if (avslag) return <ErrorBar {...ordForAvslag(avslag.code)} />;
  return (
    <span role="status">
      Begäran är sparad. Kunden öppnas så snart servern har svarat. Du kan stänga och fortsätta arbeta, också utan nät: det som sparas till
      kunden skickas sedan.
    </span>
  );
}
