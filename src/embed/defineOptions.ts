import { OPTIONS, PROPERTIES } from './options.ts';

/** An element that keeps its options by their names. */
interface OptionHolder extends EventTarget {
  getOption(name: string): unknown;
  setOption(name: string, value: unknown): void;
}

/** Makes each option a property of the element. */
export function defineOptions(prototype: OptionHolder): void {
  for (const name of OPTIONS) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: OptionHolder) {
        return this.getOption(name);
      },
      set(this: OptionHolder, value: unknown) {
        this.setOption(name, value);
      },
    });
  }
  takeListenersAsCallbacks(prototype);
}

/**
 * React 19 and Svelte 5 take `onSuccess={…}` on an element for a listener of an event `Success`;
 * it is the property that is meant.
 */
function takeListenersAsCallbacks(prototype: OptionHolder): void {
  for (const name of ['addEventListener', 'removeEventListener'] as const) {
    prototype[name] = function (
      this: OptionHolder,
      ...[type, listener, options]: Parameters<EventTarget[typeof name]>
    ) {
      const isCallback = `on${type}` in PROPERTIES;
      if (isCallback) this.setOption(`on${type}`, name === 'addEventListener' ? listener : null);
      else EventTarget.prototype[name].call(this, type, listener, options);
    };
  }
}
