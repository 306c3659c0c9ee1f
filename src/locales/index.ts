export { en, first, later, type Messages } from './en.ts';
export { appName, methodName } from './methods.ts';
