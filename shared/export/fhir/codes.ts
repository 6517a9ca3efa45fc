import type { CodeableConcept, Coding } from "@medplum/fhirtypes";

/** The few codes of published systems that a document uses. Each says what is true of every meeting, and no more. */

const ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
const PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
const PROVENANCE_PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
/** The kinds of signatures of ASTM E1762, which FHIR names for `Signature.type`. */
const SIGNATURES = "urn:iso-astm:E1762-95:2013";

/** People sat together and spoke: not a consultation that one of them gave. */
export const CONFERENCE_NOTE = concept("http://loinc.org", "34098-4", "Conference note");

/** Consent to exactly this text being disclosed to exactly this reader. */
export const PRIVACY_CONSENT = concept(
  "http://terminology.hl7.org/CodeSystem/consentscope",
  "patient-privacy",
  "Privacy Consent",
);
export const DISCLOSURE = concept(ACT_CODE, "IDSCL", "information disclosure");
export const OPT_IN = concept(ACT_CODE, "OPTIN", "opt-in");
export const RECIPIENT = concept(PARTICIPATION, "IRCP", "information recipient");
export const WITNESS = concept(PARTICIPATION, "WIT", "witness");

export const AUTHOR = concept(PROVENANCE_PARTICIPANT, "author", "Author");
export const ENTERER = concept(PROVENANCE_PARTICIPANT, "enterer", "Enterer");
export const VERIFIER = concept(PROVENANCE_PARTICIPANT, "verifier", "Verifier");

export const CONSENT_SIGNATURE = coding(SIGNATURES, "1.2.840.10065.1.12.1.7", "Consent Signature");
export const RECORDER_SIGNATURE = coding(SIGNATURES, "1.2.840.10065.1.12.1.4", "Transcriptionist/Recorder Signature");
export const WITNESS_SIGNATURE = coding(SIGNATURES, "1.2.840.10065.1.12.1.11", "Consent Witness Signature");

/** The system of identifiers that are URIs by themselves, such as a `did:key`. */
export const URI_SYSTEM = "urn:ietf:rfc:3986";

function concept(system: string, code: string, display: string): CodeableConcept {
  return { coding: [coding(system, code, display)] };
}

function coding(system: string, code: string, display: string): Coding {
  return { system, code, display };
}
