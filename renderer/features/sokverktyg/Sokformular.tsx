import { Button, makeStyles } from '@fluentui/react-components';
import { Delete20Regular, Star20Regular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import type { SokningVal, SokverktygVy } from '../../../shared/ipc/sokverktyg.ts';
import type { KatalogVy } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';
import { Kikare20 } from '../../components/icons.tsx';
import { idagNu } from '../../components/idag.ts';
import { runCommand } from '../../state/core.ts';
import { chooseSokning, endSokning, runSokning, useSokverktyg } from '../../state/sokverktyg.ts';
import { ordForUtfall } from '../../state/utfallord.ts';
import { Parameterfalt } from './Parameterfalt.tsx';
import { SparaSokningDialog } from './SparaSokningDialog.tsx';
import { attSpara, ifylltAv, ifylltFor, lasParametrar } from './sokval.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '8px 10px' },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  val: { width: '360px', maxWidth: '100%' },
  beskrivning: { color: 'var(--colorNeutralForeground2)' },
  parametrar: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'flex-start' },
  luft: { flexGrow: 1 },
});

type Props = { vy: SokverktygVy; katalog: KatalogVy };

/** The drop-down with searches (SVERK-02), what the user chooses in one (SVERK-03), and the binoculars that run it (SVERK-04). */
export function Sokformular({ vy, katalog }: Props) {
  const css = useStyles();
  const { vald, ifyllt, korning } = useSokverktyg();
  const [tried, setTried] = useState(false);
  const [sparar, setSparar] = useState(false);
  const [fel, setFel] = useState<Ord>();
  const idag = idagNu();
  const egen = vy.egna.find(({ id }) => id === vald);
  const sokning = vy.sokningar.find(({ id }) => id === (egen?.sokningId ?? vald));
  const { varden, fel: parameterfel } = sokning ? lasParametrar(sokning.data, ifyllt, idag) : { varden: {}, fel: {} };
  const pagar = korning?.framsteg != null;
  const mina = { dag: idag, anvandareId: katalog.egen.anvandareId };

  function choose(id: string): void {
    const own = vy.egna.find((one) => one.id === id);
    const chosen = vy.sokningar.find((one) => one.id === (own?.sokningId ?? id));
    setTried(false);
    setFel(undefined);
    chooseSokning(id, chosen ? (own ? ifylltAv(chosen.data, own.parametrar, mina) : ifylltFor(chosen.data, mina)) : {});
  }

  function run(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const first = Object.keys(parameterfel)[0];
    if (first !== undefined) {
      document.getElementById(`sokparameter-${first}`)?.querySelector<HTMLElement>('input, button')?.focus();
      return;
    }
    if (sokning && !sokning.hinder) void runSokning(sokning.id, sokning.data, varden);
  }

  async function taBort(): Promise<void> {
    if (!egen) return;
    const ord = ordForUtfall(await runCommand('sokverktyg.taBort', { id: egen.id }));
    setFel(ord);
    // The search that it was one of stays, with what is filled in.
    if (!ord) chooseSokning(egen.sokningId, ifyllt);
  }

  return (
    <form className={css.form} noValidate aria-label="Sökverktyget" onSubmit={run}>
      {fel && <ErrorBar {...fel} onClose={() => setFel(undefined)} />}
      <div className={css.rad}>
        <span className={css.val}>
          <Valkontroll namn="Sökning" tomText="Välj sökning" varde={vald ?? undefined} onVarde={choose} val={valen(vy)} />
        </span>
        {egen && (
          <Button size="small" appearance="subtle" icon={<Delete20Regular />} onClick={() => void taBort()}>
            Ta bort den egna sökningen
          </Button>
        )}
        <span className={css.beskrivning}>{sokning?.data.beskrivning}</span>
      </div>
      {egen && !sokning && (
        <ErrorBar
          slag="warning"
          vad="Sökningen som den här bygger på finns inte längre i katalogen."
          gor="Välj en annan sökning, eller ta bort den."
        />
      )}
      {sokning?.hinder && (
        <ErrorBar
          slag="warning"
          vad="Sökningen är gjord för en nyare version av programmet."
          gor="Den kan inte köras här: resultatet skulle bli ett annat än den säger."
        />
      )}
      {sokning && !sokning.hinder && (
        <>
          <div className={css.parametrar}>
            {sokning.data.parametrar.map((parameter) => (
              <Parameterfalt
                key={parameter.kod}
                parameter={parameter}
                text={ifyllt[parameter.kod] ?? ''}
                katalog={katalog}
                idag={idag}
                fel={tried ? parameterfel[parameter.kod] : undefined}
              />
            ))}
          </div>
          <div className={css.rad}>
            <Button size="small" appearance="primary" type="submit" icon={<Kikare20 />}>
              Sök
            </Button>
            {pagar && (
              <Button size="small" onClick={() => void endSokning()}>
                Avbryt sökningen
              </Button>
            )}
            <span className={css.luft} />
            <Button size="small" icon={<Star20Regular />} onClick={() => setSparar(true)}>
              Spara som egen sökning…
            </Button>
          </div>
        </>
      )}
      {sparar && sokning && (
        <SparaSokningDialog
          sokning={sokning}
          parametrar={attSpara(sokning.data, varden, mina)}
          egna={vy.egna}
          katalogens={vy.sokningar.map(({ data }) => data)}
          hinder={Object.keys(parameterfel).length > 0}
          onSparad={(id) => chooseSokning(id, ifyllt)}
          onClose={() => setSparar(false)}
        />
      )}
    </form>
  );
}

const egnas = 'Egna sökningar';
const kommunens = 'Kommunens sökningar';
function valen({ sokningar, egna }: SokverktygVy) {
  const namn = ({ data: { namn: ett }, hinder }: SokningVal) => (hinder ? `${ett} (kräver nyare version)` : ett);
  return [
    ...egna.map((one) => ({ varde: one.id, namn: one.finns ? one.namn : `${one.namn} (finns inte i katalogen)`, grupp: egnas })),
    ...sokningar.map((one) => ({ varde: one.id, namn: namn(one), grupp: egna.length > 0 ? kommunens : undefined })),
  ];
}
