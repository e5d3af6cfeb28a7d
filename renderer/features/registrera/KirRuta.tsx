import { Button, makeStyles } from '@fluentui/react-components';
import { Home16Regular, ShieldLock16Filled } from '@fluentui/react-icons';
import type { KirPost } from '../../../shared/domain/kir/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KirSvar } from '../../../shared/ipc/views.ts';
import { identitetOrd } from '../../../shared/words/person.ts';
import { Chip } from '../../components/Chip.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { lage, postadressrad } from '../../components/kirord.ts';

const useStyles = makeStyles({
  ruta: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 10px',
    border: '1px solid var(--akHair)',
    borderRadius: 'var(--borderRadiusLarge)',
    backgroundColor: 'var(--akHuvud)',
  },
  namn: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', fontWeight: 600 },
  knappar: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '4px' },
});

type Props = {
  svar: KirSvar;
  /** Taken: the form is filled with it. */
  anvand: boolean;
  onUse: (post: KirPost) => void;
  /** REG-08, FORB-03: the hit is not this person, or they do not live there. */
  onStammerInte: () => void;
  onTryAgain: () => void;
  onTaUpp: (personId: string, personnummer: string) => void;
};

/** What KIR says: a hit with its address (REG-03, FORB-03), nobody (REG-04), or that it cannot be reached (FRAGA-05). */
export function KirRuta({ svar, anvand, onUse, onStammerInte, onTryAgain, onTaUpp }: Props) {
  const css = useStyles();
  if (svar.slag === 'ejNaddes') {
    return (
      <ErrorBar
        slag="warning"
        vad="KIR kan inte nås just nu."
        gor="Registrera ändå: fyll i det du vet. När KIR kan nås igen visas vad som står där, och du väljer vad som ska gälla."
        handling="Försök igen"
        onHandling={onTryAgain}
      />
    );
  }
  if (svar.slag === 'forManga') {
    return (
      <ErrorBar
        slag="warning"
        vad="Du har frågat KIR fler gånger än som är tillåtet."
        gor="Vänta en stund och försök igen, eller registrera ändå. Systemförvaltaren får veta att gränsen har nåtts."
        handling="Försök igen"
        onHandling={onTryAgain}
      />
    );
  }
  if (svar.slag === 'ejTraff') {
    return <ErrorBar slag="info" vad="Ingen träff i KIR." gor="Personen är inte folkbokförd i kommunen. Fyll i uppgifterna själv." />;
  }
  if (svar.slag === 'skyddad') {
    return (
      <ErrorBar
        slag="warning"
        vad="Personen har skyddad folkbokföring."
        gor="Du har inte behörighet att se uppgifterna i KIR. Be en kollega med behörigheten att registrera."
      />
    );
  }
  if (svar.slag === 'annanEnhet') {
    const { personId, personnummer } = svar;
    return (
      <ErrorBar
        slag="info"
        vad="Personen är redan kund i kommunen, hos en annan enhet."
        gor="Registrera inte på nytt: ta upp kunden hos er. Det som enheten har skrivit läser ni inte."
        handling="Ta upp kunden hos oss…"
        onHandling={() => onTaUpp(personId, personnummer)}
      />
    );
  }
  const { post } = svar;
  return (
    <section className={css.ruta} aria-label="Träff i KIR">
      <div className={css.namn}>
        <Home16Regular aria-hidden />
        <span>{displayName(post)}</span>
        <span>{formatPersonnummer(post.personnummer)}</span>
        {post.skydd !== 'ingen' && (
          <Chip ton="skydd" ikon={<ShieldLock16Filled />}>
            {post.skydd === 'sekretessmarkering' ? 'Sekretessmarkering' : 'Skyddad folkbokföring'}
          </Chip>
        )}
        {lage(post) && <Chip ton="rod">{lage(post)}</Chip>}
        {post.identitet && <Chip ton="rod">{identitetOrd[post.identitet]}</Chip>}
      </div>
      <div>{adressrad(post)}</div>
      {post.postadress && <div>{postadressrad(post.postadress)}</div>}
      {post.andraNummer && <div>{`Har också haft ${post.andraNummer.map(formatPersonnummer).join(', ')}`}</div>}
      <div className={css.knappar}>
        <Button size="small" appearance={anvand ? 'secondary' : 'primary'} onClick={() => onUse(post)}>
          OK, använd uppgifterna
        </Button>
        <Button size="small" onClick={onStammerInte}>
          Stämmer inte – registrera manuellt
        </Button>
      </div>
    </section>
  );
}

function adressrad({ skydd, adress }: KirPost): string {
  if (skydd !== 'ingen') return 'Adressen är skyddad';
  return adress ? `${adress.gata}, ${adress.postnummer} ${adress.ort}` : 'Ingen adress i KIR';
}
