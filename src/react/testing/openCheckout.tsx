import { render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { SECRET } from '../../checkout/testing/createTestCheckout.ts';
import { Checkout, type CheckoutProps } from '../index.ts';
import { passTime, stopClock } from './clock.ts';
import { type Answer, createFakeGateway } from './fakeGateway.ts';
import { fakeFrames } from './frames.ts';

export type Options = Partial<CheckoutProps> & { readonly strict?: boolean };

/** Opens a page with a checkout, up to the gateway's first answer. */
export async function openCheckout(first: Answer, { strict = false, ...props }: Options = {}) {
  const user = stopClock();
  fakeFrames();
  const gateway = createFakeGateway(first);
  const page = (more: Partial<CheckoutProps>) => (
    <Checkout gateway={gateway.make()} clientSecret={SECRET} {...props} {...more} />
  );
  const { rerender, container, unmount } = render(page({}), strict ? { wrapper: StrictMode } : {});
  await passTime();
  // Money is formatted after what the answer brings is on the screen.
  await passTime(0);
  return {
    user,
    reads: gateway.reads,
    sent: gateway.sent,
    confirmWith: gateway.confirmWith,
    root: container.querySelector('.paystep') as HTMLElement,
    unmount,
    /** Tells the gateway what to do from now on. */
    setAnswer: gateway.setAnswer,
    /** The next answer, at once. */
    async answerNext(answer: Answer) {
      const before = gateway.reads.length;
      gateway.setAnswer(answer);
      window.dispatchEvent(new Event('online'));
      await passTime();
      // What comes sooner than a second after the one before is read then.
      if (gateway.reads.length === before) await passTime(1_000);
    },
    /** Renders again with other props, and a gateway made anew. */
    async change(more: Partial<CheckoutProps>) {
      rerender(page(more));
      await passTime();
    },
    click: (name: string | RegExp) => user.click(screen.getByRole('button', { name })),
    /** Taps a link, and gives whether a browser would follow it; here nobody goes anywhere. */
    async tap(name: string | RegExp): Promise<boolean> {
      let isFollowed = false;
      const stay = (event: Event) => {
        isFollowed = !event.defaultPrevented;
        event.preventDefault();
      };
      addEventListener('click', stay, { once: true });
      await user.click(linkTo(name));
      return isFollowed;
    },
  };
}

/** The only heading on the page, in its words. */
export function heading(): string | null {
  return screen.getByRole('heading').textContent;
}

/** What was last read out to those who do not see the page. */
export function spoken(): string | null {
  return document.querySelector('.ps-spoken[role=status]')?.textContent ?? null;
}

/** The address of a link, by its words. */
export function linkTo(name: string | RegExp): HTMLAnchorElement {
  return screen.getByRole<HTMLAnchorElement>('link', { name });
}
