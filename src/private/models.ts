import { IConstruct } from 'constructs';
import { Model } from '../model';

const models = new WeakMap<IConstruct, Model>();

/** Remembers a construct's model for those that build on it. */
export function rememberModel(construct: IConstruct, model: Model): void {
  models.set(construct, model);
}

/** The model of a CRUD API; undefined for any other value. */
export function modelOf(construct: IConstruct): Model | undefined {
  return models.get(construct);
}
