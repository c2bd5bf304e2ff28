import { IConstruct } from 'constructs';
import { Model } from '../model';
import { fail } from './errors';

const models = new WeakMap<IConstruct, Model>();

/** Remembers a construct's model for those that build on it. */
export function rememberModel(construct: IConstruct, model: Model): void {
  models.set(construct, model);
}

/** The model of a CRUD API. */
export function modelOf(construct: IConstruct): Model {
  return models.get(construct) ?? fail(construct, 'is not a ServerlessCrudApi of this app, so its items can have no children');
}
