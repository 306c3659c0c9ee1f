export type { Fixture, FixtureLists, Fixtures } from './fixtures.ts';
export type { ConfirmationToken } from './payment/confirmationToken.ts';
export type { SimulatedOutcome } from './payment/outcome.ts';
export { createSandbox, type Sandbox } from './sandbox.ts';
export type { SandboxOptions } from './sandboxOptions.ts';
export type { Snapshot } from './world/store.ts';
