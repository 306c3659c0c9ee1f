/** The script tag's second file: the views, words and look of all steps but codes and redirects. */
import { later } from '../locales/en.ts';
import { lateViews } from '../react/views/late.ts';
import { tellFaults } from './faults.ts';
import { arrive } from './lazy/views.ts';
import { lazyStyles } from './lazyStyles.ts';

arrive(PAYSTEP_VERSION, lateViews, later, lazyStyles, tellFaults);
