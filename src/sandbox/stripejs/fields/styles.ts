/** What the page says of the looks: the Element's `style`, and the group's `appearance`. */
import { isRecord } from '../../../intent/index.ts';
import type { JsonObject } from '../../base/json.ts';
import { lookup } from '../../base/lookup.ts';

/** The properties that Stripe's `style` takes (docs.stripe.com/js/appendix/style). */
const PROPERTIES: Readonly<Record<string, string>> = {
  backgroundColor: 'background-color',
  color: 'color',
  fontFamily: 'font-family',
  fontSize: 'font-size',
  fontSmoothing: '-webkit-font-smoothing',
  fontStyle: 'font-style',
  fontVariant: 'font-variant',
  fontWeight: 'font-weight',
  iconColor: '--icon',
  letterSpacing: 'letter-spacing',
  lineHeight: 'line-height',
  padding: 'padding',
  textAlign: 'text-align',
  textDecoration: 'text-decoration',
  textShadow: 'text-shadow',
  textTransform: 'text-transform',
};

const PSEUDO = [
  ':hover',
  ':focus',
  '::placeholder',
  '::selection',
  ':-webkit-autofill',
  ':disabled',
] as const;

/** In the order of the cascade: what is wrong counts most. */
const VARIANTS: Readonly<Record<string, string>> = {
  base: '',
  empty: '.is-empty',
  complete: '.is-complete',
  invalid: '[aria-invalid="true"]',
};

/** The variables of `appearance.variables` that the Payment Element goes by. */
const VARIABLES: Readonly<Record<string, string>> = {
  borderRadius: '--radius',
  colorBackground: '--ground',
  colorDanger: '--danger',
  colorPrimary: '--primary',
  colorText: '--text',
  colorTextPlaceholder: '--placeholder',
  colorTextSecondary: '--soft',
  fontFamily: '--font',
  fontSizeBase: '--size',
  spacingUnit: '--unit',
};

const object = (value: unknown): JsonObject => (isRecord(value) ? value : {});

/** Sets it by the object model, which takes a value of one property, and nothing else that is in it. */
function declare(rule: CSSStyleDeclaration, property: string, value: unknown): void {
  if (typeof value !== 'string' && typeof value !== 'number') return;
  if (/url\(/i.test(String(value))) return;
  rule.setProperty(property, String(value));
}

const styleProperty = (name: string) => lookup(PROPERTIES, name);

function addRule(
  sheet: CSSStyleSheet,
  selector: string,
  values: JsonObject,
  propertyFor: (name: string) => string | undefined = styleProperty,
): void {
  const at = sheet.insertRule(`${selector} {}`, sheet.cssRules.length);
  const rule = sheet.cssRules[at];
  if (!(rule instanceof CSSStyleRule)) return;
  for (const [name, value] of Object.entries(values)) {
    const property = propertyFor(name);
    if (property) declare(rule.style, property, value);
  }
}

function selectorOf(variant: string): string {
  const when = VARIANTS[variant] ?? '';
  return when.startsWith('.') ? `${when} .input` : `.input${when}`;
}

function addVariant(sheet: CSSStyleSheet, variant: string, values: JsonObject): void {
  const selector = selectorOf(variant);
  addRule(sheet, selector, values);
  for (const pseudo of PSEUDO) addRule(sheet, `${selector}${pseudo}`, object(values[pseudo]));
  if (variant === 'base' && typeof values.iconColor === 'string') {
    addRule(sheet, '.brand', { color: values.iconColor });
  }
}

/** The Element's `style` as a style sheet. */
function elementSheet(style: JsonObject): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  for (const variant of Object.keys(VARIANTS)) addVariant(sheet, variant, object(style[variant]));
  return sheet;
}

/** What `appearance.rules` may name, of what the Payment Element has (Stripe's Appearance API). */
const RULES: Readonly<Record<string, string>> = {
  '.AccordionItem': '.method',
  '.AccordionItem--selected': '.method.is-chosen',
  '.Error': '.problem',
  '.Input': '.labelled .input',
  '.Input:focus': '.labelled .input:focus',
  '.Input::placeholder': '.labelled .input::placeholder',
  '.Input--invalid': '.labelled .input[aria-invalid="true"]',
  '.Label': '.label',
  '.Tab': '.method',
  '.Tab--selected': '.method.is-chosen',
};

const propertyOf = (name: string) =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The group's `appearance.rules` as a style sheet. */
function ruleSheet(rules: JsonObject): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  for (const [selector, values] of Object.entries(rules)) {
    const target = lookup(RULES, selector);
    if (target) addRule(sheet, target, object(values), propertyOf);
  }
  return sheet;
}

/** Dresses the document. It may be called again. */
export function dress(options: JsonObject, appearance: JsonObject, color: string): void {
  const { documentElement: root } = document;
  root.style.setProperty('--around', color);
  root.dataset.theme = typeof appearance.theme === 'string' ? appearance.theme : 'stripe';
  for (const [name, value] of Object.entries(object(appearance.variables))) {
    const property = lookup(VARIABLES, name);
    if (property) declare(root.style, property, value);
  }
  document.adoptedStyleSheets = [
    elementSheet(object(options.style)),
    ruleSheet(object(appearance.rules)),
  ];
}
