import type { Decorator, Preview } from '@storybook/react-vite';
import { LOCALES } from '../src/locales/index.ts';
import '../src/react/styles/reset.css';
import '../src/react/styles/styles.css';
import '../src/react/styles/lazy.css';
import '../src/react/styles/pay.css';
import './preview.css';
import './recipes/dawn.css';
import './recipes/luma.css';
import './recipes/storefront.css';
import { PSEUDO_LOCALE } from '../src/react/stories/shop/pseudo.ts';

const RIGHT_TO_LEFT = /^(ar|he)$/;

/** The page around the widget: Paystep takes its colours, its language and its direction from there. */
const onPage: Decorator = (Story, { globals, args }) => {
  const { theme, locale } = globals;
  document.documentElement.style.colorScheme = theme;
  document.documentElement.lang = locale === 'pseudo' ? 'en' : locale;
  document.documentElement.dir = RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr';
  return <Story args={locale === 'pseudo' ? { ...args, messages: PSEUDO_LOCALE } : args} />;
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
    locale: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          ...LOCALES.map((value) => ({ value, title: nameOf(value) })),
          // What is not in brackets has no place in the files of languages.
          { value: 'pseudo', title: '[Every text in brackets]' },
        ],
      },
    },
  },
  initialGlobals: { theme: 'light', locale: 'en' },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    options: {
      storySort: {
        order: [
          'Docs',
          ['Welcome', 'Script tag', 'React', 'Without a view', 'Pay from here', 'Next actions'],
          'Checkout',
          'Phases',
          'Steps',
          'SetupIntents',
          'Theming',
        ],
      },
    },
    viewport: {
      options: {
        phone: { name: 'Phone', styles: { width: '375px', height: '667px' }, type: 'mobile' },
        narrow: {
          name: 'Narrow column',
          styles: { width: '312px', height: '568px' },
          type: 'mobile',
        },
      },
    },
  },
};

function nameOf(locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}

export default preview;
