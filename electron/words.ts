/** What this process itself says to a person, in the system's own dialogs. */
export const words = {
  notWritten: "The file could not be saved there. Nothing is lost: please choose another place.",
  chooseAnotherPlace: "Choose another place",
};
