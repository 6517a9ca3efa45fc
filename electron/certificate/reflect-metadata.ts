/*
 * @peculiar/x509 loads a library that stops unless `Reflect` has these three functions. Nothing there uses what they return.
 * Import this file before it.
 */
const none = (): undefined => undefined;

Object.assign(Reflect, { defineMetadata: none, getMetadata: none, getOwnMetadata: none });
