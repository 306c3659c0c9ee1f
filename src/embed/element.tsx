import { createRoot, type Root } from 'react-dom/client';
import { checkElement } from '#checkElement';
import { loadViews, placeAssets } from '#useLazyViews';
import { type CheckoutCallbacks, type CheckoutState, createReporter } from '../checkout/index.ts';
import { SECRET_WAIT_MS } from '../checkout/optionCheckInput.ts';
import { LOADING } from '../react/usePoller.ts';
import { defineOptions } from './defineOptions.ts';
import { ElementView } from './ElementView.tsx';
import { ElementPoller } from './elementPoller.ts';
import {
  detailOf,
  PaystepChangeEvent,
  PaystepErrorEvent,
  PaystepFailureEvent,
  PaystepSuccessEvent,
} from './events.ts';
import {
  attributeOf,
  type ElementOptions,
  isForForm,
  type KnownOptions,
  OBSERVED,
  OPTIONS,
  PROPERTIES,
  readOptions,
  STRING_OR_OBJECT_OPTIONS,
} from './options.ts';
import { adoptStyles } from './styles.ts';

/** The options are checked for mistakes so long after a change. */
const CHECK_MS = 1_000;

/** On a server there is no HTMLElement; the class can be imported there, not made. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** What the element says of itself. */
const MIRRORED: readonly string[] = ['data-phase', 'data-step', 'data-status'];

/**
 * `<paystep-checkout>`: the React components in an open shadow root. Importing it registers
 * nothing; `paystep/embed/define` does. Each of its {@link ElementOptions} is a property.
 *
 * @example
 * const checkout = document.querySelector('paystep-checkout');
 * checkout.clientSecret = clientSecret;
 * checkout.onSuccess = ({ intent }) => location.assign(`/thanks?payment=${intent.id}`);
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the accessors of all options are defined below
export class PaystepCheckoutElement extends Base {
  static readonly observedAttributes: readonly string[] = [...OBSERVED, ...MIRRORED];

  #root: Root | null = null;
  #pending = false;
  #renderTimer: ReturnType<typeof setTimeout> | undefined;
  #poller = new ElementPoller(() => this.#schedule());
  /** The options that are no attributes. */
  #values: Record<string, unknown> = {};
  #state: CheckoutState = LOADING;
  #checkTimer: ReturnType<typeof setTimeout> | undefined;
  #secretTimer: ReturnType<typeof setTimeout> | undefined;
  #report = this.#createReport();

  /** Reads the PaymentIntent at once; settles when the answer is in the state. */
  async refetch(): Promise<void> {
    await this.#poller.shown.poller.refetch('user');
  }

  /** @internal */
  getOption(name: string): unknown {
    return this.#values[name] ?? (name in PROPERTIES ? null : this.getAttribute(attributeOf(name)));
  }

  /** A text goes into its attribute, and what only a property can hold takes it away. @internal */
  setOption(name: string, value: unknown): void {
    const isNone = value === null || value === undefined;
    const isObject =
      name in PROPERTIES || (typeof value === 'object' && STRING_OR_OBJECT_OPTIONS.includes(name));
    if (!isObject && !isNone) this.setAttribute(attributeOf(name), String(value));
    else if (!(name in PROPERTIES)) this.removeAttribute(attributeOf(name));
    delete this.#values[name];
    if (isObject && !isNone) this.#values[name] = value;
    this.#schedule();
  }

  /** @internal */
  connectedCallback(): void {
    // Set on the element before an async script has made it one of ours: they hide the setters.
    for (const name of OPTIONS.filter((each) => Object.hasOwn(this, each))) {
      const value: unknown = this[name];
      delete this[name];
      this.setOption(name, value);
    }
    this.#schedule();
    clearTimeout(this.#secretTimer);
    this.#secretTimer = setTimeout(() => this.#warnOfFaults(true), SECRET_WAIT_MS);
  }

  /** @internal */
  disconnectedCallback(): void {
    this.#schedule();
  }

  /** @internal */
  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    // A page that is made like its server's HTML (a DOM morph) takes away what that does not have.
    if (MIRRORED.includes(name)) {
      this.#reflect();
      return;
    }
    const mixed = STRING_OR_OBJECT_OPTIONS.find((option) => attributeOf(option) === name);
    if (mixed && after !== null) delete this.#values[mixed];
    if (name === 'client-secret') this.#begin();
    this.#schedule();
  }

  /** Another payment: nothing of the last one's outcome counts any more. */
  #begin(): void {
    this.#report = this.#createReport();
    this.#setState(LOADING);
  }

  /** Reports the state once more, to the callbacks that are there now. @internal */
  reportAgain(): void {
    this.#begin();
    this.#schedule();
  }

  /** Looks for mistakes in what was set, names that are none included. @internal */
  checkOptions(): void {
    this.#schedule();
  }

  /** Once for all changes of one turn; an element that is only moved stays alive. */
  #schedule(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (this.isConnected) this.#update();
      else this.#unmount();
    });
  }

  #update(): void {
    placeAssets(this.#values.assetsBase, this.getAttribute('assets-base'));
    const options = readOptions(this, this.#values);
    this.#poller.open(options);
    // It is on its way while the gateway answers.
    if (!this.#root && isForForm(options)) void loadViews('form');
    const place = this.#place();
    clearTimeout(this.#renderTimer);
    // The first render is a task of its own: with the script's start it would be a long one.
    if (this.#root) this.#render(this.#root, options);
    else {
      this.#renderTimer = setTimeout(() => {
        this.#root = createRoot(place);
        this.#render(this.#root, options);
      });
    }
    clearTimeout(this.#checkTimer);
    this.#checkTimer = setTimeout(() => this.#warnOfFaults(false), CHECK_MS);
  }

  /** Where to render: a place in the shadow root, since rendering clears the one that it is given. */
  #place(): Element {
    const place = this.shadowRoot?.lastElementChild;
    if (place) return place;
    // A page that is kept as a copy (Turbo's) has the marks of what was, and no more of it.
    this.#reflect();
    const shadow = this.attachShadow({ mode: 'open' });
    adoptStyles(shadow);
    return shadow.appendChild(document.createElement('div'));
  }

  #render(root: Root, options: KnownOptions): void {
    const { key, payment, poller } = this.#poller.shown;
    root.render(
      <ElementView
        key={key}
        options={options}
        payment={payment}
        poller={poller}
        report={this.#report}
      />,
    );
  }

  /** For what the developer has mistaken, after what is to be seen first. */
  #warnOfFaults(isWaiting: boolean): void {
    if (this.isConnected) checkElement(this, readOptions(this, this.#values), isWaiting);
  }

  #unmount(): void {
    for (const timer of [this.#renderTimer, this.#checkTimer, this.#secretTimer])
      clearTimeout(timer);
    this.#root?.unmount();
    this.#root = null;
    this.#poller.close();
  }

  #createReport() {
    return createReporter(() => (this.isConnected ? this.#reactions() : {}));
  }

  #reactions(): CheckoutCallbacks {
    const { onChange, onSuccess, onFailure, onError } = this.#values as ElementOptions;
    return {
      onChange: (next) => {
        this.#setState(next);
        this.dispatchEvent(new PaystepChangeEvent(next));
        onChange?.(next);
      },
      onSuccess: (result) => {
        this.dispatchEvent(new PaystepSuccessEvent(this.#state, result));
        onSuccess?.(result);
      },
      onFailure: (result) => {
        this.dispatchEvent(new PaystepFailureEvent(this.#state, result));
        onFailure?.(result);
      },
      onError: (error) => {
        // A gateway out of reach was warned of at the first failure, with its URL.
        if (error.kind !== 'network') {
          console.error(
            error.message.startsWith('Paystep') ? error.message : `Paystep: ${error.message}`,
          );
        }
        this.dispatchEvent(new PaystepErrorEvent(this.#state, error));
        onError?.(error);
      },
    };
  }

  #setState(state: CheckoutState): void {
    this.#state = state;
    this.#reflect();
  }

  /** The state as attributes of the element itself, for a shop's own styles and tests. */
  #reflect(): void {
    const { phase, step, status } = detailOf(this.#state);
    for (const [name, value] of Object.entries({ phase, step, status })) {
      if (value === null) delete this.dataset[name];
      else this.dataset[name] = value;
    }
  }
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** Each option is a property. */
export interface PaystepCheckoutElement extends Writable<ElementOptions> {}

defineOptions(PaystepCheckoutElement.prototype);

declare global {
  interface HTMLElementTagNameMap {
    'paystep-checkout': PaystepCheckoutElement;
  }
}
