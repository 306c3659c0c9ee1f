export type { ConfirmationToken } from './payment/confirmationToken.ts';
export type { SimulatedOutcome } from './payment/outcome.ts';
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';
export type { Snapshot } from './world/store.ts';
