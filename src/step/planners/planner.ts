import type { Device } from '../device.ts';
import type { Step } from '../step.ts';

export type Payload = Readonly<Record<string, unknown>>;

/** What a row has to go on. */
export interface PlannerInput {
  readonly type: string;
  readonly payload: Payload;
  /** The payment method the type speaks of: `gcash` for `gcash_handle_redirect`. */
  readonly method: string;
  readonly device: Device;
}

/** The step that an action means on this device, or null where it holds nothing usable. */
export type StepPlanner = (action: PlannerInput) => Step | null;
