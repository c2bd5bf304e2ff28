export { compileValidator } from './compile';
