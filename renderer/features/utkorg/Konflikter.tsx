import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { BranchCompare16Regular, ChevronLeft16Regular, ChevronRight16Regular, Edit16Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { plainText } from '../../../shared/domain/text/text.ts';
import type { UtkorgPostDetalj } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { nar } from '../../components/tid.ts';
import { wordDiff } from '../../components/wordDiff.ts';
import { closeIhop, showIhop, useIhop } from '../../state/ihop.ts';
import { useQuery } from '../../state/query.ts';
import { useInloggad } from '../../state/session.ts';
import { ordForUtfall } from '../../state/utfallord.ts';
import { hinderFor, settle, type Val } from './konfliktval.ts';
import { namnAv } from './rader.ts';
import { Skillnad } from './Skillnad.tsx';
import { SkrivIhop } from './SkrivIhop.tsx';

const useStyles = makeStyles({
  texter: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '8px',
    flexGrow: 1,
    minHeight: 0,
    padding: '8px',
    '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)', overflowY: 'auto' },
  },
  text: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '80px',
    border: '1px solid var(--akHair)',
    borderRadius: 'var(--borderRadiusLarge)',
    overflow: 'hidden',
  },
  egen: { border: '1px solid var(--colorCompoundBrandStroke)' },
  huvud: {
    padding: '6px 10px',
    fontSize: '12px',
    lineHeight: '16px',
    backgroundColor: 'var(--akHuvud)',
    borderBottom: '1px solid var(--akHair)',
  },
  rulle: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '8px 10px' },
  fot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    flexShrink: 0,
    minHeight: '40px',
    padding: '4px 12px',
    borderTop: '1px solid var(--akHair)',
    backgroundColor: 'var(--akHuvud)',
  },
  tyst: { flexGrow: 1, color: 'var(--colorNeutralForeground2)' },
});

export type KonflikterProps = { ider: string[]; vald: string | null; onVald: (id: string) => void; now: Date };

/** Conflicts to settle: both texts side by side, and what to keep. */
export function Konflikter({ ider, vald, onVald, now }: KonflikterProps) {
  const at = Math.max(0, ider.indexOf(vald ?? ''));
  const id = ider[at];
  const query = useQuery('utkorg.post', id === undefined ? null : { id }, ['utkorg', 'akt']);
  const [baraSkillnader, setBaraSkillnader] = useState(false);
  const post = query.data;
  const step = (by: number) => {
    const next = ider[at + by];
    if (next !== undefined) onVald(next);
  };
  return (
    <Panel
      rubrik="Konflikter att avgöra"
      ikon={<BranchCompare16Regular />}
      text={`${at + 1} av ${ider.length}${post ? ` · ${[namnAv(post), post.vad].filter(Boolean).join(' · ')}` : ''}`}
      verktyg={
        <>
          <Checkbox
            label="Visa bara skillnader"
            checked={baraSkillnader}
            onChange={(_, { checked }) => setBaraSkillnader(checked === true)}
          />
          <IconButton
            namn="Föregående konflikt"
            ikon={<ChevronLeft16Regular />}
            onClick={() => step(-1)}
            hinder={at === 0 ? 'den första' : undefined}
          />
          <IconButton
            namn="Nästa konflikt"
            ikon={<ChevronRight16Regular />}
            onClick={() => step(1)}
            hinder={at >= ider.length - 1 ? 'den sista' : undefined}
          />
        </>
      }
    >
      {query.fel && <ErrorBar {...ordForFel(query.fel.code)} handling="Försök igen" onHandling={query.readAgain} />}
      {query.laddar && <SkeletonRows />}
      {post && <Konflikt key={post.id} post={post} baraSkillnader={baraSkillnader} now={now} />}
    </Panel>
  );
}

const choices: { val: Val; ord: string }[] = [
  { val: 'server', ord: 'Behåll serverns' },
  { val: 'egen', ord: 'Behåll din' },
  { val: 'bada', ord: 'Behåll båda som två anteckningar' },
];

function Konflikt({ post, baraSkillnader, now }: { post: UtkorgPostDetalj; baraSkillnader: boolean; now: Date }) {
  const styles = useStyles();
  const own = useInloggad()?.namn;
  const [fel, setFel] = useState<Ord | undefined>();
  const [pagar, setPagar] = useState(false);
  const skriver = useIhop(({ oppen }) => oppen === post.id);
  const egen = post.egenText ? plainText(post.egenText) : '';
  const server = post.server ? plainText(post.server.text) : '';
  const delar = useMemo(() => wordDiff(egen, server), [egen, server]);
  const choose = async (...args: [val: Val, text?: Parameters<typeof settle>[2], utkast?: string]): Promise<boolean> => {
    setPagar(true);
    const utfall = await settle(post, ...args);
    setPagar(false);
    setFel(ordForUtfall(utfall));
    return utfall.ok;
  };
  return (
    <>
      {fel && <ErrorBar {...fel} />}
      <div className={styles.texter}>
        <section className={`${styles.text} ${styles.egen}`} aria-label="Din text">
          <div className={styles.huvud}>
            <strong>Din text</strong> · {own}, den här datorn
            <br />
            skriven {nar(post.at, now)}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <div className={styles.rulle} tabIndex={0}>
            <Skillnad delar={delar} sida="a" baraSkillnader={baraSkillnader} />
          </div>
        </section>
        <section className={styles.text} aria-label="Serverns text">
          <div className={styles.huvud}>
            <strong>Serverns text</strong>
            {post.server ? ` · ${post.server.av}${post.server.signerad ? ', signerad' : ''}` : ''}
            <br />
            {post.server ? `sparad ${nar(post.server.at, now)}` : 'finns inte på den här datorn'}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <div className={styles.rulle} tabIndex={0}>
            <Skillnad delar={delar} sida="b" baraSkillnader={baraSkillnader} />
          </div>
        </section>
      </div>
      <div className={styles.fot}>
        <span className={styles.tyst}>Båda texterna finns kvar i akten. Ditt val loggas.</span>
        {choices.map(({ val, ord }) => (
          <Button
            size="small"
            key={val}
            disabledFocusable={pagar || hinderFor(val, post) !== undefined}
            title={hinderFor(val, post)}
            onClick={() => void choose(val)}
          >
            {ord}
          </Button>
        ))}
        <Button
          size="small"
          appearance="primary"
          icon={<Edit16Regular />}
          disabledFocusable={pagar || hinderFor('sammanskriven', post) !== undefined}
          title={hinderFor('sammanskriven', post)}
          onClick={() => void showIhop(post.id)}
        >
          Skriv ihop…
        </Button>
      </div>
      {skriver && <SkrivIhop post={post} onSave={(text, utkast) => choose('sammanskriven', text, utkast)} fel={fel} onClose={closeIhop} />}
    </>
  );
}
