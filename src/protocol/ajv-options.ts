/** How strictly ajv reads schemas and values: the same where RUNE's own schemas become code and where others are compiled. */

// `ownProperties`: without it `required: [constructor]` is met by {}. No coercion, no defaults, no remote schemas.
export const OPTIONS = {
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allErrors: true,
  ownProperties: true,
  verbose: true,
  // Compiling the meta-schema costs more than all else. RUNE's own schemas are held against it by a test, and those
  // of modules and runbooks against the closed list of keywords in common.json.
  validateSchema: false,
  meta: false,
} as const
