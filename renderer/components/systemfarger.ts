/** Media query: the colours are the system's (high contrast of Windows), the theme's own are gone. */
export const systemfarger = '@media (forced-colors: active)';

/** What is marked, where the theme's ground for it is gone; under the pointer too, where the theme's own would be dark on dark. */
export const markeradISystemfarger = {
  backgroundColor: 'Highlight',
  color: 'HighlightText',
  forcedColorAdjust: 'none',
  ':hover': { backgroundColor: 'Highlight', color: 'HighlightText' },
} as const;
