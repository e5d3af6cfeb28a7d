import { makeStyles } from '@fluentui/react-components';
import type { DiffPart } from '../../components/wordDiff.ts';

const useStyles = makeStyles({
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '14px', lineHeight: '21px' },
  egen: {
    backgroundColor: 'var(--akBlueBg)',
    color: 'inherit',
    textDecorationLine: 'none',
    borderBottom: '2px solid var(--colorCompoundBrandStroke)',
  },
  server: { backgroundColor: 'var(--akAmberBg)', color: 'inherit', textDecorationLine: 'none', borderBottom: '2px solid var(--akAmber)' },
});

/** Words of context left beside a difference when only differences are shown. */
const context = 4;

/** One of two compared texts, with the words that only it has marked, for the eye and for screen readers. */
export function Skillnad({ delar, sida, baraSkillnader }: { delar: DiffPart[]; sida: 'a' | 'b'; baraSkillnader: boolean }) {
  const styles = useStyles();
  const own = sida === 'a' ? 'bara-a' : 'bara-b';
  const shown = delar.filter(({ slag }) => slag === 'lika' || slag === own);
  return (
    <p className={styles.text}>
      {shown.map(({ slag, text }, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: the parts of a comparison are drawn whole or not at all.
        if (slag === 'lika') return <span key={index}>{baraSkillnader ? shorten(text) : text}</span>;
        return (
          <mark key={index} className={sida === 'a' ? styles.egen : styles.server}>
            {text}
          </mark>
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: see above.
      })}
    </p>
  );
}

function shorten(text: string): string {
  const words = text.match(/\S+\s*|\s+/g) ?? [];
  if (words.length <= context * 2) return text;
  return `${words.slice(0, context).join('')}… ${words.slice(-context).join('')}`;
}
