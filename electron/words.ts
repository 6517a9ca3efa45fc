/** What this process itself says to a person, in the system's own dialogs. */
export const words = {
  notWritten: "The file could not be saved there. Nothing is lost: please choose another place.",
  notPrinted: "The paper could not be made. Nothing is lost: please try once more.",
  chooseAnotherPlace: "Choose another place",
};
