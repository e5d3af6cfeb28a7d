import { Camera20Regular } from '@fluentui/react-icons';
import { ordForFel } from '../../../shared/words/fel.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { idagNu } from '../../components/idag.ts';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useNow } from '../../components/useNow.ts';
import { runCommandById } from '../../state/keys.ts';
import { useQuery } from '../../state/query.ts';
import { useInloggad } from '../../state/session.ts';
import { Bevakningstabell } from './Bevakningstabell.tsx';
import { NyKnapp, Urvalsknappar } from './Knappar.tsx';
import { kolumner } from './kolumner.tsx';
import { antalText, raknasOm } from './lista.ts';
import { useUrval } from './useUrval.ts';

const egnas = [kolumner.datum, kolumner.kund, kolumner.typ, kolumner.text, kolumner.statusEllerGrund];

/** The start page's list of what one's function, role or oneself is to remember (BEV-01, FORB-35, ROLL-05). */
export function Bevakningspanel({ className }: { className: string }) {
  useNow(60_000);
  const funktion = useInloggad()?.funktion;
  const { data: vy, laddar, fel, readAgain } = useQuery('mina.bevakningar', {}, ['akt', 'katalog', 'session']);
  const rader = vy?.bevakningar.rader ?? [];
  const urval = useUrval(rader);
  return (
    <Panel
      className={className}
      rubrik="Bevakningar"
      ikon={<Camera20Regular aria-hidden />}
      onRubrik={() => runCommandById('bevakningar')}
      text={
        vy && [funktion, antalText(rader, idagNu()), vy.bevakningar.klar || raknasOm].filter((one) => typeof one === 'string').join(' · ')
      }
      verktyg={
        <>
          {rader.length > 0 && <Urvalsknappar urval={urval} />}
          <NyKnapp urval={urval} />
        </>
      }
    >
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      {laddar && !vy && <SkeletonRows />}
      {vy && rader.length === 0 && <EmptyState text="Inga bevakningar att göra." />}
      {rader.length > 0 && (
        <Bevakningstabell etikett="Bevakningar" nyckel="mina.bevakningar" rader={rader} kolumner={egnas} urval={urval} />
      )}
    </Panel>
  );
}
