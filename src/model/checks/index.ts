export { checkModel } from './check-model';
