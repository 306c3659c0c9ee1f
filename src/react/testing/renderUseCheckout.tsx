import { render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { describeState, SECRET } from '../../checkout/testing/createTestCheckout.ts';
import { type UseCheckout, type UseCheckoutOptions, useCheckout } from '../index.ts';
import { passTime, stopClock } from './clock.ts';
import { type Answer, createFakeGateway } from './fakeGateway.ts';

type Options = Partial<UseCheckoutOptions> & {
  readonly strict?: boolean;
  /** Around the component that watches. */
  readonly around?: (component: ReactNode) => ReactNode;
};

/** A component of an app that watches a payment; every render makes its gateway and callbacks anew. */
export async function renderUseCheckout(
  first: Answer,
  { strict, around, ...initial }: Options = {},
) {
  stopClock();
  const gateway = createFakeGateway(first);
  const log: string[] = [];
  const seen: string[] = [];
  let latest: UseCheckout | undefined;

  const options = (props: Partial<UseCheckoutOptions>): UseCheckoutOptions => ({
    gateway: gateway.make(),
    clientSecret: SECRET,
    onChange: (state) => log.push(describeState(state)),
    onSuccess: ({ outcome }) => log.push(`success ${outcome}`),
    onFailure: ({ outcome }) => log.push(`failure ${outcome}`),
    onError: ({ kind }) => log.push(`error ${kind}`),
    ...initial,
    ...props,
  });
  const onRender = (checkout: UseCheckout) => {
    latest = checkout;
    seen.push(describeState(checkout.state));
  };
  const page = (props: Partial<UseCheckoutOptions>) => {
    const component = <Watcher {...options(props)} onRender={onRender} />;
    return around ? around(component) : component;
  };
  const { rerender, unmount } = render(page({}), strict ? { wrapper: StrictMode } : {});
  await passTime();
  return {
    /** What was called back, in words. */
    log,
    /** What the component has rendered, in words. */
    seen,
    reads: gateway.reads,
    sent: gateway.sent,
    confirmWith: gateway.confirmWith,
    setAnswer: gateway.setAnswer,
    unmount,
    checkout: () => latest as UseCheckout,
    async answerNext(answer: Answer) {
      const before = gateway.reads.length;
      gateway.setAnswer(answer);
      window.dispatchEvent(new Event('online'));
      await passTime();
      // What comes sooner than a second after the one before is read then.
      if (gateway.reads.length === before) await passTime(1_000);
    },
    async change(props: Partial<UseCheckoutOptions>) {
      rerender(page(props));
      await passTime();
    },
  };
}

interface WatcherProps extends UseCheckoutOptions {
  readonly onRender: (checkout: UseCheckout) => void;
}

function Watcher({ onRender, ...options }: WatcherProps) {
  onRender(useCheckout(options));
  return null;
}
