import { makeStyles } from '@fluentui/react-components';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { SkannadFil, Sparadskanning } from '../../../shared/ipc/skanning.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { skanhinderOrd } from '../../../shared/words/skanning.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { Dokumentvisare } from '../../visare/Dokumentvisare.tsx';
import type { Skanvisning } from './useVisning.ts';

const useStyles = makeStyles({
  visning: {
    display: 'flex',
    flexDirection: 'column',
    flex: '0 0 58%',
    minWidth: 0,
    minHeight: 0,
    borderLeft: '1px solid var(--akHair)',
    // Below the fields it has all the room.
    '@media (max-width: 999px)': { flex: '1 1 auto', borderLeft: 0 },
  },
});

type Props = {
  filId: string | undefined;
  /** As it lies in the folder now. */
  fil: SkannadFil | undefined;
  namn: string | undefined;
  visning: Skanvisning;
  onTaBort: (() => void) | undefined;
};

/** To the right: what was fetched (SKAN-04). */
export function Visning(props: Props) {
  const css = useStyles();
  return (
    <section className={css.visning} aria-label="Det skannade dokumentet" data-yta="visning">
      <Innehall {...props} />
    </section>
  );
}

function Innehall({ filId, fil, namn, visning: { svar, readAgain }, onTaBort }: Props) {
  if (filId === undefined)
    return <EmptyState text="Välj ett skannat dokument i listan, eller hämta en fil. Det visas här innan det sparas." />;
  if (fil?.lage === 'skrivs') return <EmptyState text={`${namn} skrivs ännu. Den visas här när den inte längre ändras.`} />;
  if (fil?.lage === 'for-stor') return <ErrorBar {...skanhinderOrd['for-stor']} />;
  if (!svar) return <SkeletonRows antal={8} />;
  if (!svar.ok) return <ErrorBar {...ordForFel(svar.error.code)} handling="Försök igen" onHandling={readAgain} />;
  if (!svar.value.ok) return <ErrorBar {...skanhinderOrd[svar.value.hinder]} handling="Försök igen" onHandling={readAgain} />;
  const { sha256, sparad, borta } = svar.value;
  return (
    <>
      {sparad && (
        <ErrorBar
          slag="warning"
          vad={redanSparad(sparad)}
          gor="Spara det inte en gång till om du inte menar det."
          handling={onTaBort ? 'Ta bort från mappen' : undefined}
          onHandling={onTaBort}
        />
      )}
      {borta && (
        <ErrorBar
          slag="info"
          vad="Filen har lämnat mappen, men dokumentet sparades inte: servern avvisade det."
          gor="Det finns kvar här tills du har sparat det igen eller slängt utkastet."
        />
      )}
      <Dokumentvisare kalla={{ slag: 'forhandsvisning', sha256 }} />
    </>
  );
}

/** Whose akt has it; one with skyddad folkbokföring is not named. */
export const redanSparad = ({ kund }: Sparadskanning): string =>
  kund
    ? `Dokumentet är redan sparat i akten för ${kund.namn} ${formatPersonnummer(kund.personnummer)}.`
    : 'Dokumentet är redan sparat i akten för en person med skyddad folkbokföring.';
