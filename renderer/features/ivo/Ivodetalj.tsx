import { Button, makeStyles } from '@fluentui/react-components';
import type { IvoradVy } from '../../../shared/ipc/ivo.ts';
import { kvartalsord } from '../../../shared/words/frist.ts';
import { bristOrd, delvisText, ivogrundOrd, ivolageMedDagar, rapportText, slutorsakText, svarText } from '../../../shared/words/ivo.ts';
import { andratText, omradeFor, rapporteratText } from '../../../shared/words/ivofil.ts';
import { Faktalista } from '../../components/Faktalista.tsx';
import { visatNamn, visatNummer } from '../../components/PersonNamn.tsx';
import { openBrist, openVid } from './atgarder.ts';

const useStyles = makeStyles({
  yta: {
    flexShrink: 0,
    maxHeight: '46%',
    minHeight: '120px',
    overflowY: 'auto',
    padding: '8px 12px',
    borderTop: '1px solid var(--akHair)',
    backgroundColor: 'var(--akCanvas)',
    '@media (max-height: 479px)': { maxHeight: 'none', overflowY: 'visible' },
  },
  huvud: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', marginBottom: '6px' },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600 },
  luft: { flexGrow: 1 },
  fakta: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(420px, 100%), 1fr))',
    columnGap: '24px',
    rowGap: '8px',
    alignItems: 'start',
  },
  saknas: { color: 'var(--akRed)', fontWeight: 600 },
});

/** All that the report of the marked row tells: to be read, and copied into IVO's e-service. */
export function Ivodetalj({ rad }: { rad: IvoradVy }) {
  const css = useStyles();
  const { person, uppgift, erbjudanden, saknas, rapport, utan } = rad;
  const dold = person.skydd === 'skyddadFolkbokforing';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is read by the keyboard.
    <section className={css.yta} aria-label="Uppgifter i rapporten" tabIndex={0}>
      <div className={css.huvud}>
        <h3 className={css.rubrik}>{`${visatNamn(person)}, ${rad.insats}`}</h3>
        {saknas.length > 0 && (
          <>
            <span className={css.saknas}>{`Saknas: ${saknas.map((one) => bristOrd[one]).join(', ')}`}</span>
            <Button size="small" appearance="primary" onClick={() => void openBrist(rad)}>
              Fyll i
            </Button>
          </>
        )}
        <span className={css.luft} />
        <Button size="small" onClick={() => void openVid(rad, 'ivouppgift')}>
          Uppgifter till IVO
        </Button>
        <Button size="small" onClick={() => void openVid(rad, 'erbjudanden')}>
          {dold ? 'Erbjudanden' : `Erbjudanden (${erbjudanden.length})`}
        </Button>
      </div>
      <div className={css.fakta}>
        <Faktalista
          rader={[
            ['Personnummer', visatNummer(person)],
            ['Lagrum', rad.paragraf ?? rad.lagrum ?? ''],
            ['Område', omradeFor(rad)],
            ['Insats', rad.insats],
            ['Beslut', rad.vad],
            ['Beslutsdatum', rad.beslutsdatum],
            ['Räknas från', `${ivogrundOrd[rad.grund]} ${rad.fran}, skulle vara verkställt senast ${rad.senast}`],
            ['Läge', ivolageMedDagar(rad)],
            ['Delvis verkställt', delvisText(rad)],
          ]}
        />
        <Faktalista
          rader={[
            ['Orsak', uppgift?.orsak ?? ''],
            ['Följder', uppgift?.foljder ?? ''],
            ['Andra insatser', uppgift?.andraInsatser ?? ''],
            ['Erbjudanden', erbjudanden.map(({ datum, vad, svar }) => `${datum} ${vad}. ${svarText(svar)}.`).join(' ')],
            ['Inget erbjudet', uppgift?.ingetErbjudet && erbjudanden.length === 0 ? 'Inget har kunnat erbjudas' : ''],
            ['Nästa uppföljning', uppgift?.nastaUppfoljning ?? ''],
            ['Varför avslutat', slutorsakText(rad)],
            ['Skydd', dold ? 'Skyddad folkbokföring: texterna läses i akten. Skriv i IVO:s informationsruta att personen är skyddad.' : ''],
            ['Rapporterad', rapport ? rapportText(rapport.data) : ''],
            ['Rapporterad som', rapporteratText(rad)],
            ['Ändrat sedan rapporten', andratText(rad)],
            ['Utan rapport', utan.map((one) => kvartalsord(one)).join(', ')],
          ]}
        />
      </div>
    </section>
  );
}
