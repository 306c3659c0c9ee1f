/** `paystep/sandbox` in Node, by `import` and by `require`. In a browser it is `../index.ts`. */
export { createSandbox } from '../sandbox.ts';
export { serveSandbox } from './serveSandbox.ts';
