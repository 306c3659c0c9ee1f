import type { formViews } from './formViews.ts';
import type { stepViews } from './stepViews.ts';

/** What a QR code or a redirect does not need, by the file of the script tag that has it. */
export interface LazyViews {
  readonly form: typeof formViews;
  readonly steps: typeof stepViews;
}

/** What is there of a file. */
export interface LazyState<File extends keyof LazyViews = keyof LazyViews> {
  readonly views: LazyViews[File] | null;
  /** It could not be loaded; {@link LazyState.load} tries again. Only where it has to be loaded. */
  readonly failed?: boolean;
  /** Gives the views as soon as they are there; null where they cannot be had. */
  readonly load: () => Promise<LazyViews[File] | null>;
}
