import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep teal, for what we do; white text on shades 6 and darker passes AA. */
const pine: MantineColorsTuple = [
  '#e8f6f5',
  '#d2ebe9',
  '#a5d7d4',
  '#75c1bd',
  '#4fa9a6',
  '#2f8f8f',
  '#0e6f73',
  '#0e5f63',
  '#0b4d51',
  '#083a3d',
];

/** The greys of the dark scheme lean to the same teal. */
const dark: MantineColorsTuple = [
  '#e8ecec',
  '#c3cdcf',
  '#a3b0b3',
  '#7c8a8e',
  '#56646a',
  '#35424a',
  '#263034',
  '#1a2022',
  '#151a1c',
  '#121617',
];

const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  colors: { pine, dark },
  defaultRadius: 'md',
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: '650' },
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    // The head of a dialog is no banner of the page.
    Modal: {
      defaultProps: { centered: true, radius: 'lg', attributes: { header: { role: 'presentation' } } },
    },
    // It goes by itself; a cross without a name would only be in the way of the keyboard.
    Notification: { defaultProps: { withCloseButton: false } },
  },
});
