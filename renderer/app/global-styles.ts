import { makeStaticStyles } from '@fluentui/react-components';

/** What belongs to no component: the page itself, the focus ring (ui.md 13), motion. */
export const useGlobalStyles = makeStaticStyles({
  'html, body': { margin: 0, height: '100%', overflow: 'hidden' },
  '.aktnara': {
    position: 'fixed',
    inset: 0,
    display: 'flex',
    flexDirection: 'column',
    fontSize: '13px',
    lineHeight: '18px',
    backgroundColor: 'var(--akCanvas)',
  },
  ':focus-visible': { outline: '2px solid var(--colorStrokeFocus2)', outlineOffset: '-2px' },
  'input:focus-visible, textarea:focus-visible, [contenteditable]:focus-visible': { outlineStyle: 'none' },
  '@media (prefers-reduced-motion: reduce)': { '*': { transitionDuration: '0s !important', animationDuration: '0s !important' } },
});
