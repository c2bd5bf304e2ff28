import conditionParser from 'dynalite/db/conditionParser';
import { parseCondition } from '../expressions/condition-parser';

const parseLeaf = conditionParser.parse;

/** dynalite's validations ask this module for their parser, and get the one whose time does not explode. */
conditionParser.parse = (text, options) => parseCondition(text, options, parseLeaf);
