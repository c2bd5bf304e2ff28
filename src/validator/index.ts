export { checkPattern } from './check-pattern';
export { checkPatterns } from './check-patterns';
export { compileValidator } from './compile';
