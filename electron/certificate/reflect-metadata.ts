/*
 * @peculiar/x509 finds its parts by a library that wants to ask classes for metadata, and does not load without. No class of
 * its own has any, so the answer is always that there is none. Has to be imported before it.
 */
const none = (): undefined => undefined;

Object.assign(Reflect, { defineMetadata: none, getMetadata: none, getOwnMetadata: none });
