import type { ItemScope } from '../item-scope';
import { AuthModel } from './auth-model';

/** Scopes that are bound to the caller need one, and a child of a parent that is not must say who may reach it. */
export function checkAccess({ _model: scope, _access: access }: ItemScope, auth: AuthModel): string[] {
  const root = scope.kind === 'parent' ? scope.root : scope;
  const isAnonymous = auth.kind === 'none';
  if (isAnonymous && (root.kind === 'owner' || root.kind === 'tenant' || root.kind === 'sameAs')) {
    const name = scope.kind === 'parent' ? 'parent() below an owner or a tenant' : `${scope.kind}()`;
    return [`itemScope: ItemScope.${name} needs to know the caller, but auth is Auth.none(); use Auth.jwt(...) or ItemScope.collection()`];
  }
  if (scope.kind === 'parent' && scope.root.kind === 'anyone' && !isAnonymous && !access) {
    return ['itemScope: the parent has no owner and no tenant, so every caller could reach the children of every parent; '
      + "say so with access: ParentAccess.anyone(), or bind it with ParentAccess.sameAs('sub')"];
  }
  return [];
}
