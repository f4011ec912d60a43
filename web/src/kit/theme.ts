// The look: one accent, quiet greys, Pretendard; five category colours that also differ by shape.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef3ff',
  '#dbe5fd',
  '#b5c9f8',
  '#8babf3',
  '#6790ee',
  '#4f7feb',
  '#3f73e6',
  '#285bd4',
  '#2150bb',
  '#16439f',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 5 },
  colors: { accent },
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: "'Pretendard Variable', Pretendard, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, monospace",
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
});

/** Greys with enough contrast in both themes (WCAG AA for small text). */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-filled-hover': '#b12323',
    '--mantine-color-yellow-light-color': '#7d4e00',
    '--mantine-color-teal-light-color': '#076449',
    '--mantine-color-dimmed': '#5c6473',
    '--mantine-color-placeholder': '#6b7280',
    '--hotline-line': '#e3e6ec',
    '--hotline-panel': '#f7f8fa',
    '--hotline-note': '#fff6da',
    '--hotline-note-line': '#d9a400',
    '--hotline-note-text': '#5d4600',
    '--hotline-mine': '#e9f0ff',
    '--cat-usage': '#0b5fa5',
    '--cat-defect': '#b83a00',
    '--cat-improvement': '#00704f',
    '--cat-feature': '#7342c4',
    '--cat-account': '#84590a',
  },
  dark: {
    // White on the accent needs 4.5 : 1, the accent on the page 3 : 1.
    '--mantine-color-accent-filled': '#3869dd',
    '--mantine-color-accent-filled-hover': '#2f5fd0',
    '--mantine-color-anchor': '#8babf3',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-filled-hover': '#b12323',
    '--mantine-color-dimmed': '#a3abb9',
    '--mantine-color-placeholder': '#939bab',
    '--hotline-line': '#363a41',
    '--hotline-panel': '#1f2226',
    '--hotline-note': '#3a3214',
    '--hotline-note-line': '#d9a400',
    '--hotline-note-text': '#ffe9a6',
    '--hotline-mine': '#1f2f52',
    '--cat-usage': '#6fb3ec',
    '--cat-defect': '#ff9166',
    '--cat-improvement': '#4fcba2',
    '--cat-feature': '#c0a0f5',
    '--cat-account': '#e6bb62',
  },
});
