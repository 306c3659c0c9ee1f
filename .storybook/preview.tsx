import type { Decorator, Preview } from '@storybook/react-vite';
import '../src/react/styles.css';
import '../src/react/late.css';
import '../src/react/pay.css';
import './preview.css';

/** The page around the widget: Paystep takes its colours and its direction from there. */
const onPage: Decorator = (Story, { globals }) => {
  document.documentElement.style.colorScheme = globals.theme;
  document.documentElement.dir = globals.direction;
  return <Story />;
};

const preview: Preview = {
  decorators: [onPage],
  globalTypes: {
    theme: {
      description: 'Theme of the page',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    direction: {
      description: 'Direction of the text',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr' },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    viewport: {
      options: {
        phone: { name: 'Phone', styles: { width: '375px', height: '667px' }, type: 'mobile' },
        narrow: {
          name: 'Narrow phone',
          styles: { width: '320px', height: '568px' },
          type: 'mobile',
        },
      },
    },
  },
};

export default preview;
