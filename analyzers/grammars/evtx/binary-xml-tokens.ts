/** The tokens of binary XML. */

/** Most may carry the bit that says that more follows. */
export const TOKEN = {
  end: 0x00,
  openStart: 0x01,
  closeStart: 0x02,
  closeEmpty: 0x03,
  endElement: 0x04,
  value: 0x05,
  attribute: 0x06,
  cdata: 0x07,
  characterReference: 0x08,
  entityReference: 0x09,
  processingTarget: 0x0a,
  processingData: 0x0b,
  templateInstance: 0x0c,
  substitution: 0x0d,
  optionalSubstitution: 0x0e,
  fragmentHeader: 0x0f,
} as const;
export const MORE_BIT = 0x40;
export const FRAGMENT_HEADER_BYTES = 4;
/** Elements of a template carry the number of the substitution they depend on; elements that stand in a record do not. */
export const DEPENDENCY_BYTES = 2;
