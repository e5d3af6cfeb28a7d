import { makeStyles } from '@fluentui/react-components';

/** A window so low, as at 200 %, that a form scrolls whole: only its buttons stay. */
export const lagtFonster = '@media (max-height: 479px)';

/** Label left, control right; the label goes above where there is little room. */
export const useRadstil = makeStyles({
  rad: {
    display: 'grid',
    gridTemplateColumns: 'var(--akEtikett, 132px) minmax(0, 1fr)',
    alignItems: 'start',
    // As the values beside it: read-only rows have plain text for a label.
    '& > .fui-Field__label': { paddingTop: '3px', paddingBottom: 0, paddingRight: '8px', fontSize: '13px' },
    '& .fui-Radio__label, & .fui-Checkbox__label': { fontSize: '13px' },
    // As under a group of fields.
    '& > .fui-Field__validationMessage': { marginTop: '2px', color: 'var(--akRed)', fontSize: '12px', lineHeight: '16px' },
    '& > .fui-Field__hint': { marginTop: '2px', fontSize: '12px', lineHeight: '16px' },
    '@media (max-width: 559px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  etikett: { paddingTop: '3px', paddingRight: '8px', fontSize: '13px' },
  kontroll: { minWidth: 0, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  iRad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '4px', minWidth: 0 },
  fel: { display: 'flex', alignItems: 'flex-start', gap: '4px', color: 'var(--akRed)', fontSize: '12px', lineHeight: '16px' },
  felikon: { flexShrink: 0, marginTop: '2px' },
  tips: { color: 'var(--colorNeutralForeground3)', fontSize: '12px', lineHeight: '16px' },
  grupp: { border: 0, margin: 0, padding: 0, minWidth: 0 },
});
