export { en, type Messages } from './en.ts';
export { appName, methodName } from './methods.ts';
