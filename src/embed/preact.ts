/**
 * React as far as our components use it, on Preact: it takes the place of `react`, `react-dom/client`
 * and `react/jsx-runtime` in the script tag (`build/preact.ts`). `preact/compat` does the same for all
 * components there are, and is four times as large.
 */
import { type ComponentChild, type ComponentType, createElement, render } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';

export { createContext, Fragment } from 'preact';
export {
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'preact/hooks';

export function createRoot(place: Element) {
  return {
    render: (content: ComponentChild) => render(content, place),
    unmount: () => render(null, place),
  };
}

type Props = Record<string, unknown>;

export function jsx(type: string | ComponentType<Props>, props: Props, key?: string) {
  const named = typeof type === 'string' ? domProps(props) : props;
  return createElement(type as string, { ...named, key });
}

export { jsx as jsxs };

/**
 * Translators (Chrome's, Edge's) put an element of their own in the place of each text node. Preact
 * would go on writing into the node that it has made, which nobody sees any more: a countdown stands
 * still. So a text is set as a property of its element, as React does; each stands alone in one.
 */
function domProps({ children, translate, ...props }: Props): Props {
  return {
    ...props,
    [typeof children === 'string' ? 'textContent' : 'children']: children,
    // The attribute is a text, and the property is not.
    ...(translate !== undefined && { translate: translate !== 'no' }),
  };
}

export function useSyncExternalStore<T>(
  subscribe: (listener: () => void) => () => void,
  getSnapshot: () => T,
): T {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const value = getSnapshot();
  const shown = useRef({ value, getSnapshot });
  shown.current = { value, getSnapshot };
  useEffect(() => {
    const update = () => {
      if (shown.current.getSnapshot() !== shown.current.value) redraw();
    };
    const stop = subscribe(update);
    // For what has changed between the render and now.
    update();
    return stop;
  }, [subscribe]);
  return value;
}
