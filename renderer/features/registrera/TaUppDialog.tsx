import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
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
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { useKatalog } from '../../state/akt.ts';
import { call, newId, runCommand } from '../../state/core.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { type AttTaUpp, closeTaUpp, useTaUpp } from '../../state/taUpp.ts';
import { ordForUtfall } from '../../state/utfallord.ts';

const grundord: Record<Grund, string> = { samtycke: 'Kunden samtycker', beslut: 'Beslut att uppgifterna får lämnas' };

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
  const [sant, setSant] = useState(false);
  const [fel, setFel] = useState<Ord>();
  const [ids] = useState(() => ({ bevakningId: newId(), rev: newId() }));
  const saknas = { grund: grund === undefined, skal: skal.trim() === '' };

  const send = async () => {
    if (grund === undefined) return;
    const { personId, personnummer, franRad } = kund;
    const utfall = await runCommand('person.taUpp', { personId, personnummer, enhet, grund, skal: skal.trim(), ...ids });
    const ord = ordForUtfall(utfall);
    if (ord) return setFel(ord);
    const flyttat = franRad === undefined ? undefined : await call('utkorg.flytta', { id: franRad, tillPersonId: personId });
    setFel(flyttat && !flyttat.ok ? ordForFel(flyttat.error.code) : undefined);
    setSant(true);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!saknas.grund && !saknas.skal) void send();
  };
  return (
    <Dialog open modalType={sant ? 'modal' : 'alert'} onOpenChange={(_, { open }) => !open && closeTaUpp()}>
      <DialogSurface style={{ maxWidth: '560px' }}>
        <form noValidate onSubmit={onSubmit}>
          <DialogBody>
            <DialogTitle>{sant ? 'Kunden tas upp hos er' : 'Ta upp kunden hos oss'}</DialogTitle>
            <DialogContent style={{ display: 'flex', flexDirection: 'column', gap: '10px' }}>
              {fel && <ErrorBar {...fel} />}
              {sant ? (
                <Vantar personId={kund.personId} />
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
                  <Field size="small" label="Skäl" required {...(tried && saknas.skal ? { validationMessage: 'Skriv ett skäl.' } : {})}>
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

/** The akt comes with the server's answer, and is opened then. */
function Vantar({ personId }: { personId: string }) {
  const { data } = useQuery('kunder.rader', { personIds: [personId] }, ['akt']);
  const [rad] = data ?? [];
  useEffect(() => {
    if (!rad) return;
    closeTaUpp();
    void openKund(personId);
  }, [rad, personId]);
  return (
    <span role="status">
      Begäran är sparad. Kunden öppnas så snart servern har svarat. Du kan stänga och fortsätta arbeta, också utan nät: det som sparas till
      kunden skickas sedan.
    </span>
  );
}
