export { checkPattern } from './check-pattern';
export { compileValidator } from './compile';
