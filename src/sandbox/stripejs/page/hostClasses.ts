import { isRecord } from '../../../intent/index.ts';

/** What the classes of an Element's box go by. */
export interface HostState {
  readonly focus: boolean;
  readonly empty: boolean;
  readonly complete: boolean;
  readonly invalid: boolean;
  readonly autofill: boolean;
}

type ClassName = 'base' | Exclude<keyof HostState, 'autofill'> | 'webkitAutofill';

export type HostClasses = Readonly<Record<ClassName, string>>;

/** Stripe's names (docs.stripe.com/js/element/the_element_container). */
const CLASSES: HostClasses = {
  base: 'StripeElement',
  complete: 'StripeElement--complete',
  empty: 'StripeElement--empty',
  focus: 'StripeElement--focus',
  invalid: 'StripeElement--invalid',
  webkitAutofill: 'StripeElement--webkit-autofill',
};

/** The names, with those that the page has chosen in the option `classes`. */
export function classesOf(chosen: unknown): HostClasses {
  const names = isRecord(chosen) ? chosen : {};
  const texts = Object.entries(names).filter(([, name]) => typeof name === 'string');
  return { ...CLASSES, ...Object.fromEntries(texts) };
}

const words = (names: string) => names.split(/\s+/).filter(Boolean);

/** Sets the classes of the box. Without a state it takes all of them away. */
export function showClasses(box: HTMLElement, classes: HostClasses, state: HostState | null): void {
  const shown: Readonly<Record<ClassName, boolean>> = {
    base: state !== null,
    complete: state?.complete ?? false,
    empty: state?.empty ?? false,
    focus: state?.focus ?? false,
    invalid: state?.invalid ?? false,
    webkitAutofill: state?.autofill ?? false,
  };
  for (const [name, isShown] of Object.entries(shown)) {
    for (const each of words(classes[name as ClassName])) box.classList.toggle(each, isShown);
  }
}
