import { Button, makeStyles } from '@fluentui/react-components';
import type { PersonRad } from '../../../shared/ipc/views.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { PersonNamn, tidigareText, visatNummer } from '../../components/PersonNamn.tsx';

const useStyles = makeStyles({
  lista: { listStyleType: 'none', margin: 0, padding: 0 },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '2px 0' },
});

type Props = {
  sammaNummer: PersonRad | undefined;
  /** Who has, or once had, a number that the person has or had. */
  annatNummer: readonly PersonRad[];
  liknande: readonly PersonRad[];
  onOpen: (personId: string) => void;
};

/** FRAGA-06: the same number is the same kund, who is opened instead; an earlier number, or the same name and birth date, may be. */
export function Dubbletter({ sammaNummer, annatNummer, liknande, onOpen }: Props) {
  const css = useStyles();
  const rad = (person: PersonRad) => (
    <li key={person.personId} className={css.rad}>
      <PersonNamn {...person} />
      <span>{visatNummer(person)}</span>
      <span>{tidigareText(person)}</span>
      <Button size="small" onClick={() => onOpen(person.personId)}>
        Öppna kunden
      </Button>
    </li>
  );
  return (
    <>
      {sammaNummer && (
        <>
          <ErrorBar vad="Personnumret finns redan." gor="Personen är registrerad. Öppna kunden i stället för att registrera på nytt." />
          <ul className={css.lista} aria-label="Kunden med samma personnummer">
            {rad(sammaNummer)}
          </ul>
        </>
      )}
      {annatNummer.length > 0 && (
        <>
          <ErrorBar
            slag="warning"
            vad="Numret har hört till en registrerad kund."
            gor="Är det samma person: öppna kunden och byt nummer där, i stället för att registrera på nytt."
          />
          <ul className={css.lista} aria-label="Kunder som har haft numret">
            {annatNummer.map(rad)}
          </ul>
        </>
      )}
      {liknande.length > 0 && (
        <>
          <ErrorBar
            slag="warning"
            vad="Samma namn och födelsedatum finns redan."
            gor="Kontrollera att det inte är samma person innan du sparar."
          />
          <ul className={css.lista} aria-label="Möjliga dubbletter">
            {liknande.map(rad)}
          </ul>
        </>
      )}
    </>
  );
}
