import { namngerKunden } from '../../../shared/domain/sokverktyg/identitet.ts';
import type { Exportsvar, Sokrad } from '../../../shared/ipc/sokverktyg.ts';
import { sokslagOrd } from '../../../shared/words/sokverktyg.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Exportdialog } from '../../components/export/Exportdialog.tsx';
import { call, newId } from '../../state/core.ts';
import { useInstallning } from '../../state/installningar.ts';
import type { Korning } from '../../state/sokverktyg.ts';

type Props = { korning: Korning; rader: readonly Sokrad[]; onClose: () => void };
const formaten = ['xlsx', 'csv'] as const;
type Format = (typeof formaten)[number];
const isFormat = (value: unknown): value is Format => formaten.some((one) => one === value);
const isText = (value: unknown): value is string => typeof value === 'string';
const kunder = (antal: number): string => `${antal} ${antal === 1 ? 'kund' : 'kunder'}`;

/** Takes the result out of the program as a file that Excel opens (SVERK-06, FORB-49). */
export function ExporteraDialog({ korning: { sokning, sokningId, parametrar }, rader, onClose }: Props) {
  const [mapp, onMapp] = useInstallning('kopia:mapp', '', isText);
  const [format, setFormat] = useInstallning<Format>('kopia:format', 'xlsx', isFormat);
  const medSkydd = new Set(rader.flatMap(({ person }) => (person.skydd === 'ingen' ? [] : [person.personId]))).size;
  const namnger = namngerKunden(sokning);
  const skyddade = namnger ? medSkydd : 0;
  const alla = new Set(rader.map(({ person }) => person.personId)).size;
  const antal = (medSkyddade: boolean): number => (medSkyddade ? alla : alla - skyddade);
  return (
    <Exportdialog
      titel="Spara resultatet som fil"
      {...{ mapp, onMapp, skyddade }}
      om={({ medSkyddade }) => (
        <>
          <span>{`${sokning.namn}: ${kunder(antal(medSkyddade))}, i den ordning som visas.`}</span>
          <span>
            Filen öppnas i Excel. Den är inte krypterad, och programmet kan inte ta bort den. Den rättas inte när något ändras i akterna.
            Att du sparade den loggas för varje kund i den.
          </span>
          {!namnger && medSkydd > 0 && (
            <ErrorBar
              slag="info"
              vad={`${kunder(medSkydd)} med skyddade personuppgifter är med, utan kundnummer.`}
              gor="Listan säger inte vilka kunderna är, och ska vara fullständig."
            />
          )}
        </>
      )}
      format={{ val: formaten, varde: format, onVarde: setFormat }}
      hinder={({ medSkyddade }) =>
        antal(medSkyddade) === 0 && (
          <ErrorBar
            slag="info"
            vad="Alla i resultatet har skyddade personuppgifter."
            gor="De följer inte med i en fil om du inte tar med dem, med skäl."
          />
        )
      }
      spara={(val) =>
        call('sokverktyg.exportera', { jobb: newId(), sokningId, parametrar, ids: rader.map(({ id }) => id), format, ...val })
      }
      visaSvar={(svar) => ({ slut: true, text: <Klart svar={svar} slag={sokning.slag} /> })}
      onClose={onClose}
    />
  );
}

function Klart({ svar: { fil, rader, kunder: antal, skyddade }, slag }: { svar: Exportsvar; slag: Korning['sokning']['slag'] }) {
  const [en, flera] = sokslagOrd[slag];
  const vad = slag === 'kund' ? '' : `${rader} ${rader === 1 ? en : flera} för `;
  return (
    <>
      <span role="status">
        {`Filen med ${vad}${kunder(antal)} ligger i `}
        <strong>{fil}</strong>. Ta bort den när den inte behövs längre.
      </span>
      {skyddade > 0 && (
        <ErrorBar
          slag="info"
          vad={`${kunder(skyddade)} med skyddade personuppgifter är inte med.`}
          gor="Spara en fil till och kryssa för att ta med dem, om de behövs."
        />
      )}
    </>
  );
}
