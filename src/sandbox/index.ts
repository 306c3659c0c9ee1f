export type { Outcome } from './outcome.ts';
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';
export type { Snapshot } from './store.ts';
