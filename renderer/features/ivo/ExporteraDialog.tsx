import { useState } from 'react';
import { type Kvartal, kvartalstext } from '../../../shared/domain/klocka/ivo.ts';
import type { IvoradVy } from '../../../shared/ipc/ivo.ts';
import { dokumentfelText } from '../../../shared/words/dokumentfel.ts';
import { kvartalsord } from '../../../shared/words/frist.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Exportdialog } from '../../components/export/Exportdialog.tsx';
import { call } from '../../state/core.ts';
import { useInstallning } from '../../state/installningar.ts';

type Props = { kvartal: Kvartal; vilka: 'mina' | 'alla'; vad: 'rapport' | 'siffror'; rader: readonly IvoradVy[]; onClose: () => void };
const formaten = ['pdf', 'xlsx', 'csv'] as const;
const isText = (value: unknown): value is string => typeof value === 'string';
const kunder = (antal: number): string => `${antal} ${antal === 1 ? 'kund' : 'kunder'}`;
const antalRader = (antal: number): string => `${antal} ${antal === 1 ? 'rad' : 'rader'}`;

/** Takes the report, or its figures, out of the program as a file (FORB-49). */
export function ExporteraDialog({ kvartal, vilka, vad, rader, onClose }: Props) {
  const [mapp, onMapp] = useInstallning('kopia:mapp', '', isText);
  const [format, setFormat] = useState<(typeof formaten)[number]>('pdf');
  const skyddade = vad === 'siffror' ? 0 : new Set(rader.flatMap(({ person }) => (person.skydd === 'ingen' ? [] : [person.personId]))).size;
  const ord = kvartalsord(kvartalstext(kvartal));
  return (
    <Exportdialog
      titel={vad === 'siffror' ? 'Spara siffrorna som fil' : 'Spara rapporten som fil'}
      {...{ mapp, onMapp, skyddade }}
      om={() => (
        <span>
          {vad === 'siffror'
            ? `Hela enheten, ${ord}. Ingen kund står med namn i filen.`
            : `${antalRader(rader.length)}, ${ord}, för IVO och revisorerna. Filen är inte krypterad, och programmet kan inte ta bort den. Att du sparade den loggas för varje kund i den.`}
        </span>
      )}
      format={{ val: formaten, varde: format, onVarde: setFormat }}
      spara={(val) => call('ivo.exportera', { kvartal, vilka, vad, format, ...val })}
      visaSvar={(svar) =>
        svar.ok
          ? {
              slut: true,
              text: (
                <>
                  <span role="status">
                    {vad === 'siffror' ? 'Filen ligger i ' : `Filen med ${antalRader(svar.rader)} ligger i `}
                    <strong>{svar.fil}</strong>. Ta bort den när den inte behövs längre.
                  </span>
                  {svar.skyddade > 0 && (
                    <ErrorBar
                      slag="info"
                      vad={`${kunder(svar.skyddade)} med skyddade personuppgifter är inte med.`}
                      gor="Rapportera dem i IVO:s e-tjänst, och skriv i informationsrutan att personen är skyddad."
                    />
                  )}
                </>
              ),
            }
          : {
              slut: false,
              text: svar.saknas.map((ett) => (
                <ErrorBar key={`${ett.kod} ${ett.ref}`} vad={dokumentfelText(ett)} gor="Excel och CSV går ändå." />
              )),
            }
      }
      onClose={onClose}
    />
  );
}
