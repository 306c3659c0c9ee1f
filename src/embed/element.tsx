import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { type CheckoutCallbacks, type CheckoutState, createReporter } from '../checkout/index.ts';
import { SECRET_WAIT_MS } from '../checkout/optionFacts.ts';
import { placeAssets } from '../react/late.ts';
import { LOADING } from '../react/usePoller.ts';
import { ElementView } from './ElementView.tsx';
import {
  detailOf,
  PaystepChangeEvent,
  PaystepErrorEvent,
  PaystepFailureEvent,
  PaystepSuccessEvent,
} from './events.ts';
import { tellFaults } from './faults.ts';
import {
  ASSETS_BASE,
  ATTRIBUTES,
  type ElementCallbacks,
  OBSERVED,
  readSettings,
} from './settings.ts';
import { adoptStyles } from './styles.ts';

/** So long after a change it is looked at for mistakes. */
const LOOK_MS = 1_000;

/** On a server there is no HTMLElement; the class can be imported there, not made. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** What the element says of itself. */
const MIRRORED: readonly string[] = ['data-phase', 'data-step', 'data-status'];

/**
 * `<paystep-checkout>`: the React components in an open shadow root. Importing it registers
 * nothing; `paystep/embed/define` does.
 */
export class PaystepCheckoutElement extends Base {
  static readonly observedAttributes: readonly string[] = [...OBSERVED, ...MIRRORED];

  #root: Root | null = null;
  #pending = false;
  #refetch: (() => void) | null = null;
  #callbacks: ElementCallbacks = {};
  #state: CheckoutState = LOADING;
  #mirrored: Readonly<Record<string, string | null>> = {};
  #looking: ReturnType<typeof setTimeout> | undefined;
  #report = this.#createReport();

  /** Handlers and functions, which attributes cannot hold. */
  get callbacks(): ElementCallbacks {
    return this.#callbacks;
  }

  set callbacks(callbacks: ElementCallbacks) {
    this.#callbacks = callbacks;
    this.#schedule();
  }

  /** Reads the PaymentIntent at once. */
  refetch(): void {
    this.#refetch?.();
  }

  /** @internal */
  connectedCallback(): void {
    // Set on the element before an async script has made it one of ours: it hides the setter.
    if (Object.hasOwn(this, 'callbacks')) {
      const { callbacks } = this;
      Reflect.deleteProperty(this, 'callbacks');
      this.callbacks = callbacks;
    }
    if (!this.shadowRoot) {
      // A page that is kept as a copy (Turbo's) has the marks of what was, and no more of it.
      this.#mirror('loading', null, null);
      const shadow = this.attachShadow({ mode: 'open' });
      adoptStyles(shadow);
      // A place of its own, since rendering clears the place that it is given.
      shadow.append(document.createElement('div'));
    }
    this.#schedule();
    setTimeout(() => this.#look(true), SECRET_WAIT_MS);
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
    if (name === ATTRIBUTES.clientSecret) this.#begin();
    this.#schedule();
  }

  /** Another payment: nothing of the last one's outcome counts any more. */
  #begin(): void {
    this.#report = this.#createReport();
    this.#mirror('loading', null, null);
  }

  /** Tells the state again, to whom is there now. @internal */
  tellAgain(): void {
    this.#begin();
    this.#schedule();
  }

  /** Once for all changes of one turn; an element that is only moved stays alive. */
  #schedule(): void {
    if (this.#pending) return;
    this.#pending = true;
    // The first render waits for a task of its own: with the script's start it would be a long one.
    const soon = this.#root ? queueMicrotask : setTimeout;
    soon(() => {
      this.#pending = false;
      if (this.isConnected) this.#render();
      else this.#unmount();
    });
  }

  #render(): void {
    const place = this.shadowRoot?.lastElementChild;
    if (!place) return;
    placeAssets(this.#callbacks.assetsBase, this.getAttribute(ASSETS_BASE));
    this.#root ??= createRoot(place);
    this.#root.render(
      <ElementView
        settings={readSettings(this)}
        callbacks={this.#callbacks}
        report={this.#report}
        onRefreshable={this.#setRefetch}
      />,
    );
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => this.#look(false), LOOK_MS);
  }

  /** For what the developer has mistaken, after what is to be seen first. */
  #look(isWaiting: boolean): void {
    if (this.isConnected) tellFaults(this, this.#callbacks, isWaiting);
  }

  #unmount(): void {
    this.#root?.unmount();
    this.#root = null;
  }

  #createReport() {
    return createReporter(() => (this.isConnected ? this.#reactions() : {}));
  }

  #setRefetch = (refetch: (() => void) | null): void => {
    this.#refetch = refetch;
  };

  #reactions(): CheckoutCallbacks {
    const { onChange, onSuccess, onFailure, onError } = this.#callbacks;
    return {
      onChange: (next) => {
        this.#state = next;
        const { phase, step, status } = detailOf(next);
        this.#mirror(phase, step, status);
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
        // A gateway out of reach was told of at the first failure, with its address.
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

  /** The state as attributes of the element itself, for a shop's own styles and tests. */
  #mirror(phase: string, step: string | null, status: string | null): void {
    this.#mirrored = { phase, step, status };
    this.#reflect();
  }

  #reflect(): void {
    for (const [name, value] of Object.entries(this.#mirrored)) {
      if (value === null) delete this.dataset[name];
      else this.dataset[name] = value;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paystep-checkout': PaystepCheckoutElement;
  }
}

type Attributes = Partial<
  Record<(typeof ATTRIBUTES)[keyof typeof ATTRIBUTES] | typeof ASSETS_BASE, string>
>;

/** `<paystep-checkout>` in TSX. React 19 sets `callbacks`; with React 18 a ref has to. */
interface CheckoutElementProps
  extends DetailedHTMLProps<HTMLAttributes<PaystepCheckoutElement>, PaystepCheckoutElement>,
    Attributes {
  callbacks?: ElementCallbacks | undefined;
  /** React 18 writes `className` of an element of one's own as it is. */
  class?: string | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'paystep-checkout': CheckoutElementProps;
    }
  }
}
