/** The script tag's file of the form: the list of methods, its words and its look; and the words of SetupIntents. */
import { formMessages, formSetupMessages } from '../locales/en.ts';
import form from '../react/styles/pay.css?inline';
import { formViews } from '../react/views/formViews.ts';
import { registerLazyViews } from './lazy/useLazyViews.ts';

registerLazyViews(
  PAYSTEP_VERSION,
  'form',
  formViews,
  { ...formMessages, setup: formSetupMessages },
  form,
);
