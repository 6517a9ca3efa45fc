import { note } from "./journal.ts";

/** What the person at this laptop will answer: a path to save to, or null for having changed their mind. */
export const saveAnswers: (string | null)[] = [];

/** `electron.dialog`, answered from a script. A dialog that the script did not expect is an error. */
export const dialog = {
  showSaveDialog(_window: unknown, options: object): Promise<{ canceled: boolean; filePath: string }> {
    note("showSaveDialog", options);
    const answer = saveAnswers.shift();
    if (answer === undefined) return Promise.reject(new Error("Nobody was expected to be asked where to save."));
    return Promise.resolve({ canceled: answer === null, filePath: answer ?? "" });
  },
  showMessageBox(_window: unknown, options: object): Promise<{ response: number; checkboxChecked: boolean }> {
    note("showMessageBox", options);
    return Promise.resolve({ response: 0, checkboxChecked: false });
  },
};
