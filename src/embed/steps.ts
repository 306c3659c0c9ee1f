/** The script tag's second file: the views, words and look of all steps but codes and redirects. */
import { lazyMessages } from '../locales/en.ts';
import { lazyViews } from '../react/views/lazyViews.ts';
import { checkElement } from './checkElement.ts';
import { registerLazyViews } from './lazy/useLazyViews.ts';
import { lazyStyles } from './lazyStyles.ts';

registerLazyViews(PAYSTEP_VERSION, lazyViews, lazyMessages, lazyStyles, checkElement);
