import { useState } from 'react';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { nar } from '../../components/tid.ts';
import { runCommand } from '../../state/core.ts';
import { useQuery } from '../../state/query.ts';
import { ordForUtfall } from '../../state/utfallord.ts';

/** Who has asked the register of residents unusually often (FRAGA-62): each until the systemförvaltare has seen it. */
export function KirNotiser() {
  const [fel, setFel] = useState<Ord>();
  const { data: vy } = useQuery('mina.bevakningar', {}, ['akt', 'katalog', 'session', 'anvandare']);
  const now = new Date();
  return (
    <>
      {fel && <ErrorBar {...fel} />}
      {vy?.kirNotiser.map(({ notisId, namn, at, minut, dygn }) => (
        <ErrorBar
          key={notisId}
          slag="warning"
          vad={`${namn} har frågat KIR ovanligt många gånger.`}
          gor={`${nar(at, now)}: ${minut} frågor på en minut, ${dygn} på ett dygn. Fler besvaras inte så länge gränsen är nådd. Ta reda på varför; varje fråga står i serverns åtkomstlogg.`}
          handling="Kvittera"
          onHandling={() => void runCommand('kir.kvittera', { notisId }).then((utfall) => setFel(ordForUtfall(utfall)))}
        />
      ))}
    </>
  );
}
