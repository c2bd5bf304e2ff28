import { Members } from './members';

/** Members that dynalite 4 does not know. */

export const RETURN_ON_CONDITION_FAILURE: Members = {
  ReturnValuesOnConditionCheckFailure: { type: 'String', enum: ['ALL_OLD', 'NONE'] },
};
