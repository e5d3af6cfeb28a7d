import type { Statistikbeskrivning } from '../../../shared/domain/statistik/records.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { Statistikexport, StatistikradVy, Statistikval } from '../../../shared/ipc/statistik.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { hinderOrd } from '../../../shared/words/statistik.ts';
import type { CallError } from '../../backend/backend.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Exportdialog } from '../../components/export/Exportdialog.tsx';
import { call, newId, runCommand } from '../../state/core.ts';
import { useInstallning } from '../../state/installningar.ts';

type Props = {
  val: Pick<Statistikval, 'register' | 'dag'>;
  beskrivning: Statistikbeskrivning;
  rader: readonly StatistikradVy[];
  onClose: () => void;
};
const isText = (value: unknown): value is string => typeof value === 'string';
const antalRader = (antal: number): string => `${antal} ${antal === 1 ? 'rad' : 'rader'}`;
const kunder = (antal: number): string => `${antal} ${antal === 1 ? 'kund' : 'kunder'}`;

/** Takes the list out of the program as the file that is delivered (STAT-06, FORB-49). */
export function ExporteraDialog({ val: { register, dag }, beskrivning, rader, onClose }: Props) {
  const [mapp, onMapp] = useInstallning('kopia:mapp', '', isText);
  const hela = rader.filter(({ brister }) => brister.length === 0);
  const avvisade = rader.length - hela.length;
  const skyddade = new Set(hela.flatMap(({ person }) => (person.skydd === 'ingen' ? [] : [person.personId]))).size;
  const antal = (medSkyddade: boolean) => hela.filter(({ person }) => medSkyddade || person.skydd === 'ingen').length;
  return (
    <Exportdialog
      titel="Spara filen som lämnas"
      {...{ mapp, onMapp, skyddade }}
      om={({ medSkyddade }) => (
        <>
          <span>
            {`${beskrivning.namn}, ${dag}: ${antalRader(antal(medSkyddade))}. Filen har inga namn och inga adresser, men personnummer. Den är inte krypterad, och programmet kan inte ta bort den. Att du sparade den loggas för varje kund i den och står under Levererat.`}
          </span>
          {beskrivning.exempel && (
            <ErrorBar
              slag="warning"
              vad="Kolumnerna är ett exempel."
              gor="Lämna inte filen till Socialstyrelsen förrän myndighetens egen beskrivning är inlagd."
            />
          )}
          {avvisade > 0 && (
            <ErrorBar
              slag="warning"
              vad={`${antalRader(avvisade)} skulle avvisas och är inte med.`}
              gor="Se Skulle avvisas. Rätta i akten först, eller lämna en ny fil sedan."
            />
          )}
          {skyddade > 0 && !medSkyddade && (
            <ErrorBar
              slag="info"
              vad={`${kunder(skyddade)} med skyddade personuppgifter är inte med.`}
              gor="Uppgiftsskyldigheten gäller dem också. Var de bor står aldrig i filen."
            />
          )}
        </>
      )}
      spara={(till) => saveAndNote({ register, dag, ...till })}
      visaSvar={({ svar, hinder }) =>
        svar.ok
          ? { slut: true, text: <Klart {...svar} hinder={hinder} /> }
          : { slut: false, text: svar.hinder.map((one) => <ErrorBar key={one.kod} {...hinderOrd(one)} />) }
      }
      onClose={onClose}
    />
  );
}

type Sparat = { svar: Statistikexport; hinder?: Ord | undefined };
type Noterat = Extract<Statistikexport, { ok: true }> & Pick<Sparat, 'hinder'>;

/** Saves the file, and notes for all that it was (STAT-07): that it could not be noted is said, for the file is there. */
async function saveAndNote(input: Omit<CallInput<'statistik.exportera'>, 'jobb'>): Promise<CallResultat> {
  const result = await call('statistik.exportera', { jobb: newId(), ...input });
  if (!result.ok || !result.value.ok) return result.ok ? { ok: true, value: { svar: result.value } } : result;
  const utfall = await runCommand('statistik.leverera', { leveransId: newId(), ...result.value.leverans });
  if (utfall.ok) return { ok: true, value: { svar: result.value } };
  const hinder = 'rejection' in utfall ? ordForAvslag(utfall.rejection.code) : ordForFel(utfall.fel.code);
  return { ok: true, value: { svar: result.value, hinder } };
}
type CallResultat = { ok: true; value: Sparat } | { ok: false; error: CallError };

function Klart({ fil, leverans: { rader, kunder: antal, avvisade, skyddade, storlek, sha256 }, hinder }: Noterat) {
  return (
    <>
      <span role="status">
        {`Filen med ${antalRader(rader)} för ${kunder(antal)} ligger i `}
        <strong>{fil}</strong>. Ta bort den när den är lämnad.
      </span>
      <span style={{ overflowWrap: 'anywhere' }}>{`${storlek} byte, kontrollsumma (SHA-256) ${sha256}`}</span>
      {avvisade + skyddade > 0 && (
        <ErrorBar
          slag="info"
          vad={`Inte med: ${antalRader(avvisade)} som skulle avvisas, ${kunder(skyddade)} med skyddade personuppgifter.`}
          gor="Det står också under Levererat."
        />
      )}
      {hinder && <ErrorBar vad={`Filen är sparad men inte noterad under Levererat. ${hinder.vad}`} gor={hinder.gor} />}
    </>
  );
}
