/** The script tag's second file: the views, words and look of all steps but codes and redirects. */
import { lazyMessages } from '../locales/en.ts';
import { lazyViews } from '../react/views/lazyViews.ts';
import { tellFaults } from './faults.ts';
import { arrive } from './lazy/useLazyViews.ts';
import { lazyStyles } from './lazyStyles.ts';

arrive(PAYSTEP_VERSION, lazyViews, lazyMessages, lazyStyles, tellFaults);
