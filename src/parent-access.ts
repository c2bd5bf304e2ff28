import { RootScopeModel } from './model';
import { TEXT } from './private/options/kind';
import { shown } from './private/options/shown';

/** Who may reach the children of a parent that has no owner and no tenant above it. */
export class ParentAccess {
  /** Every caller. */
  public static anyone(): ParentAccess {
    return new ParentAccess({ kind: 'anyone' });
  }

  /** Callers whose claim is the outermost parent's id: `/users/{userId}/todos` for the user with that `sub`, say. */
  public static sameAs(claim: string): ParentAccess {
    return new ParentAccess({ kind: 'sameAs', claim }, TEXT.takes(claim) ? [] : [`claim must be ${TEXT.wanted}, got ${shown(claim)}`]);
  }

  private constructor(
    /** @internal */
    public readonly _root: RootScopeModel,
    /** @internal */
    public readonly _mistakes: string[] = [],
  ) {}
}
