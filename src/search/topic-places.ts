import { foldedWords, isCharacter, soughtWords } from '../archive/folded.ts';
import type { Topic } from '../archive/model.ts';
import { type Place, placesOf, type Range, mergeRanges } from './match.ts';
