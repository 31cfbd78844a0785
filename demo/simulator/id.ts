// Letters and digits that cannot be mistaken for one another, as in Cal.com's short uuids.
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** A booking's uid: 22 characters, `thLa8sDCyQjhoGjth5a517`. */
export const shortUid = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(22)), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
