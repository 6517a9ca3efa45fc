/** A letter's name as one number: quick to look up, and good for one meeting's few people. */
export type LetterNumber = number;

const MOST_CLOCKS = 2 ** 20;

export function letterNumber(client: number, clock: number): LetterNumber {
  return client * MOST_CLOCKS + clock;
}
