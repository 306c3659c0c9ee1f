/** The script tag's second file: the views, words and look of all steps but codes and redirects. */
import { later } from '../locales/en.ts';
import look from '../react/styles/late.css?inline';
import payLook from '../react/styles/pay.css?inline';
import { lateViews } from '../react/views/late.ts';
import { tellFaults } from './faults.ts';
import { arrive } from './late.ts';

/** Set by the build, in both files. */
declare const PAYSTEP_VERSION: string;

arrive(PAYSTEP_VERSION, lateViews, later, look + payLook, tellFaults);
