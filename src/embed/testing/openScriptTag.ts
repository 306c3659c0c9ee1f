import { expect, vi } from 'vitest';
import {
  formMessages,
  formSetupMessages,
  stepMessages,
  stepSetupMessages,
} from '../../locales/en.ts';
import { passTime } from '../../react/testing/clock.ts';
import type { Answer } from '../../react/testing/fakeGateway.ts';
import type { Options } from '../../react/testing/openCheckout.tsx';

/** A page of its own for each test, with the one file in place of the other as in the build. */
export function mockScriptTag(): void {
  vi.resetModules();
  vi.doMock('../../react/useLazyViews.ts', () => import('../lazy/useLazyViews.ts'));
  vi.stubGlobal('PAYSTEP_VERSION', '1.2.3');
}

/**
 * A page with the script tag's first file. The lazy ones are only there after a build, so each wish
 * for one fails, by its address, until a test lets it arrive.
 */
export async function openScriptTag(first: Answer, options?: Options) {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { openCheckout: open } = await import('../../react/testing/openCheckout.tsx');
  const lazy = await import('../lazy/useLazyViews.ts');
  const page = await open(first, { locale: 'en', ...options });
  const wished = () =>
    log.mock.calls.map(([word, error]) => {
      const [url = '', file] = /(paystep-\w+\.js)\S*/.exec(String(error)) ?? [];
      expect(word).toBe(`Paystep: ${file} of this version is not there.`);
      return url;
    });
  return {
    ...page,
    wished,
    /** The end of an import, which no clock can hasten. */
    async wish(count: number): Promise<void> {
      await vi.waitFor(() => expect(wished()).toHaveLength(count), 5_000);
      await passTime();
    },
    async arrive(): Promise<void> {
      const { stepViews } = await import('../../react/views/stepViews.ts');
      const messages = { ...stepMessages, setup: stepSetupMessages };
      lazy.registerLazyViews('1.2.3', 'steps', stepViews, messages, '.lazy-look{}');
      await passTime();
    },
    async arriveForm(): Promise<void> {
      const { formViews } = await import('../../react/views/formViews.ts');
      const messages = { ...formMessages, setup: formSetupMessages };
      lazy.registerLazyViews('1.2.3', 'form', formViews, messages, '.form-look{}');
      await passTime();
    },
  };
}
