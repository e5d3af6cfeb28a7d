import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { type PersonuppgiftsDel, personuppgiftsDelar } from '../../state/arbetsyta.ts';
import { useInloggad } from '../../state/session.ts';
import { delOrd } from './delord.ts';
import { HushallDel } from './HushallDel.tsx';
import { KontaktDel } from './KontaktDel.tsx';
import { PersonDel } from './PersonDel.tsx';
import { SamtyckeDel } from './SamtyckeDel.tsx';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  flikar: { minHeight: '34px', flexShrink: 0, borderBottom: '1px solid var(--akHair)' },
  del: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '12px', display: 'flex', flexDirection: 'column' },
});

type Props = { kund: KundVy; del: PersonuppgiftsDel; onDel: (del: PersonuppgiftsDel) => void };

/** Personuppgifter: Person, Hushåll, Kontaktuppgifter, Samtycken (PERS-02 to PERS-05, SAMT-01). */
export function Personuppgifter({ kund, del, onDel }: Props) {
  const css = useStyles();
  // What the kund has agreed to is the units' own.
  const { roller = [] } = useInloggad() ?? {};
  const delar = personuppgiftsDelar.filter((one) => one !== 'samtycken' || roller.some((roll) => roll !== 'utforare'));
  return (
    <section className={css.yta} aria-label="Personuppgifter">
      <TabList
        size="small"
        className={css.flikar}
        aria-label="Personuppgifter"
        selectedValue={del}
        onTabSelect={(_, { value }) => onDel(personuppgiftsDelar.find((one) => one === value) ?? 'person')}
      >
        {delar.map((one) => (
          <Tab key={one} id={`flik-${one}`} value={one} aria-controls="personuppgifter-del">
            {delOrd[one]}
          </Tab>
        ))}
      </TabList>
      <div id="personuppgifter-del" role="tabpanel" aria-labelledby={`flik-${del}`} className={css.del}>
        {del === 'person' && <PersonDel kund={kund} />}
        {del === 'hushall' && <HushallDel kund={kund} />}
        {del === 'kontaktuppgifter' && <KontaktDel kund={kund} />}
        {del === 'samtycken' && <SamtyckeDel kund={kund} />}
      </div>
    </section>
  );
}
