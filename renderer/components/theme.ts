import { type BrandVariants, createDarkTheme, createLightTheme, type Theme, teamsHighContrastTheme } from '@fluentui/react-components';

/** The product's own tokens. In the theme object, so that each exists as a CSS variable: `var(--akHair)`. */
const ljus = {
  akCanvas: '#eef1f3',
  akHair: '#d5dbdf',
  akRail: '#0d4053',
  akRailFg: '#ffffff',
  akRailAktiv: '#176f91',
  akRailAktivFg: '#ffffff',
  akSel: '#d1e6ee',
  akSelFg: '#08242f',
  akSelSkydd: '#7a1fa2',
  akSelAmber: '#8a4b00',
  akSelPurple: '#6b3fa0',
  /** Edge of what its ground alone tells apart where colours may be used. */
  akRam: 'transparent',
  akHover: '#eef5f8',
  akHuvud: '#f7f9fa',
  akRed: '#b3261e',
  akRedBg: '#fdeceb',
  akAmber: '#8a4b00',
  akAmberBg: '#fff4e0',
  akGreen: '#0b6a3a',
  akGreenBg: '#e7f5ec',
  akGold: '#8a5a00',
  akPurple: '#6b3fa0',
  akBlue: '#1f5fbf',
  akBlueBg: '#e2f0f6',
  akGavel: '#7a4a1d',
  akSkydd: '#7a1fa2',
  akSkyddBg: '#f6eafb',
};
export type AkTokens = typeof ljus;
export type AkTheme = Theme & AkTokens;

const mork: AkTokens = {
  akCanvas: '#15181b',
  akHair: '#3b4349',
  akRail: '#0b1f28',
  akRailFg: '#eaf6fb',
  akRailAktiv: '#124357',
  akRailAktivFg: '#eaf6fb',
  akSel: '#124357',
  akSelFg: '#eaf6fb',
  akSelSkydd: '#dfa8f5',
  akSelAmber: '#ffc069',
  akSelPurple: '#c8a6f0',
  akRam: 'transparent',
  akHover: '#2a3035',
  akHuvud: '#272d31',
  akRed: '#ff9b93',
  akRedBg: '#431a18',
  akAmber: '#ffc069',
  akAmberBg: '#40290a',
  akGreen: '#7fd6a2',
  akGreenBg: '#12351f',
  akGold: '#f0c04a',
  akPurple: '#c8a6f0',
  akBlue: '#8fb8ff',
  akBlueBg: '#16384a',
  akGavel: '#e0ac7d',
  akSkydd: '#dfa8f5',
  akSkyddBg: '#3a1a47',
};

/** Colours of Teams' high contrast theme: cyan marks, yellow stands for what needs the eye, green for what is off. */
const kontrast: AkTokens = {
  akCanvas: '#000000',
  akHair: '#ffffff',
  akRail: '#000000',
  akRailFg: '#ffffff',
  akRailAktiv: '#1aebff',
  akRailAktivFg: '#000000',
  akSel: '#1aebff',
  akSelFg: '#000000',
  akSelSkydd: '#000000',
  akSelAmber: '#000000',
  akSelPurple: '#000000',
  akRam: 'currentColor',
  akHover: '#2b2b2b',
  akHuvud: '#000000',
  akRed: '#ffff01',
  akRedBg: '#000000',
  akAmber: '#ffff01',
  akAmberBg: '#000000',
  akGreen: '#ffffff',
  akGreenBg: '#000000',
  akGold: '#ffff01',
  akPurple: '#ffff01',
  akBlue: '#ffff01',
  akBlueBg: '#000000',
  akGavel: '#ffffff',
  akSkydd: '#ffff01',
  akSkyddBg: '#000000',
};

const petrol: BrandVariants = {
  10: '#03161d',
  20: '#08242f',
  30: '#0b3443',
  40: '#0d4053',
  50: '#0f4c63',
  60: '#115974',
  70: '#136685',
  80: '#176f91',
  90: '#2f80a0',
  100: '#4a91ae',
  110: '#64a2bb',
  120: '#7fb3c8',
  130: '#9ac4d5',
  140: '#b5d5e1',
  150: '#d1e6ee',
  160: '#e9f4f8',
};

const gemensamt = {
  fontSizeBase100: '12px',
  fontSizeBase200: '13px',
  fontSizeBase300: '14px',
  lineHeightBase100: '16px',
  lineHeightBase200: '18px',
  lineHeightBase300: '20px',
  borderRadiusMedium: '3px',
  borderRadiusLarge: '4px',
  borderRadiusXLarge: '6px',
  fontFamilyBase: '"Segoe UI Variable Text", "Segoe UI", "Noto Sans Variable", "Noto Sans", system-ui, sans-serif',
};

/** Fluent's dark grounds are pure grey; these have the petrol's tone. */
const morkaGrunder = {
  colorNeutralBackground1: '#22272b',
  colorNeutralBackground1Hover: '#2d3338',
  colorNeutralBackground1Pressed: '#1b1f22',
  colorNeutralBackground1Selected: '#31383d',
  colorSubtleBackgroundHover: '#2d3338',
  colorSubtleBackgroundPressed: '#272d31',
  colorSubtleBackgroundSelected: '#2d3338',
};

export const teman: Record<'ljust' | 'morkt' | 'kontrast', AkTheme> = {
  ljust: {
    ...createLightTheme(petrol),
    ...gemensamt,
    colorStrokeFocus2: '#0d4053',
    colorNeutralForeground2: '#3b444b',
    colorNeutralForeground3: '#54606a',
    ...ljus,
  },
  morkt: { ...createDarkTheme(petrol), ...gemensamt, ...morkaGrunder, ...mork },
  kontrast: { ...teamsHighContrastTheme, ...gemensamt, ...kontrast },
};
export type Temanamn = keyof typeof teman;
